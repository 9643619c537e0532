import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkerApi } from '../../../scripts/worker-api.ts';
import { runCli } from '../../support/run-cli.ts';

const TRACK = { artist: 'Nell Harbour', title: 'Slow Ferry', release_date: '2001-02-03' };
const asked: { path: string; token: string | undefined }[] = [];

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, token: request.headers.authorization });
    if (path.startsWith('/search')) {
      response.end(JSON.stringify({ items: [{ track: TRACK, snippet: { text: 'over the water' } }] }));
    } else if (path.startsWith('/export/tracks')) {
      response.write('{"id":1}\n{"id"');
      response.end(':2}\n');
    } else if (path.startsWith('/admin')) {
      response.writeHead(401, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ detail: 'Send the admin token as a bearer token.' }));
    } else if (path === '/fields') {
      response.writeHead(422);
      response.end(
        JSON.stringify({ detail: 'No.', errors: [{ path: 'a', message: 'is odd' }], errors_total: 3 }),
      );
    } else response.end('<html>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe('a command with --url', () => {
  it('calls that Worker with the token and prints its address', async () => {
    const { code, stdout, stderr } = await runCli(
      ['search', 'a', 'ferry', '--limit', '3', '--url', `${url}/`],
      {
        vars: { ADMIN_TOKEN: 'token-of-the-environment' },
      },
    );
    expect(stderr.trim()).toBe(`asking ${url}`);
    expect(stdout).toContain('Nell Harbour - Slow Ferry (2001)');
    expect(code).toBe(0);
    expect(asked.at(-1)).toEqual({
      path: '/search?q=a+ferry&mode=hybrid&limit=3',
      token: 'Bearer token-of-the-environment',
    });
  }, 60_000);

  it('writes the export of the Worker', async () => {
    const { code, stdout } = await runCli(['export', 'tracks', '--after', '4', '--lyrics', '--url', url]);
    expect(stdout).toBe('{"id":1}\n{"id":2}\n');
    expect(code).toBe(0);
    expect(asked.at(-1)?.path).toBe('/export/tracks?format=ndjson&after=4&header=false&lyrics=true');
  }, 60_000);

  it('prints the problem that the Worker returned', async () => {
    const { code, stderr } = await runCli(['dead-letters', '--url', url]);
    expect(stderr).toContain(`${url} answered 401: Send the admin token as a bearer token.`);
    expect(code).toBe(1);
  }, 60_000);
});

describe('a Worker called by a command', () => {
  it('that returns validation errors has the first of them printed', async () => {
    await expect(createWorkerApi(url, undefined).get('/fields')).rejects.toThrow(
      `${url} answered 422: No.\n  a: is odd\n  and 2 more`,
    );
  });

  it('that is another kind of server is reported as such', async () => {
    await expect(createWorkerApi(url, undefined).get('/')).rejects.toThrow(
      'answered something that is not JSON',
    );
  });

  it('that does not answer is reported with its address', async () => {
    await expect(createWorkerApi('http://127.0.0.1:1', undefined).get('/')).rejects.toThrow(
      'http://127.0.0.1:1 does not answer',
    );
  });
});
