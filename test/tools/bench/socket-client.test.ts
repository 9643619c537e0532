import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PEER_MISSING, startPeer } from '../../../scripts/bench/analyze-peer.ts';
import { openSocket, wireRequest } from '../../../scripts/bench/socket-client.ts';

const LONG = 'déjà '.repeat(40_000);

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const told = { got: Buffer.concat(chunks).toString(), accepts: request.headers['accept-encoding'] ?? null };
  const body = JSON.stringify(told);
  if (request.url === '/length') response.setHeader('content-length', Buffer.byteLength(body));
  if (request.url === '/refused') response.statusCode = 422;
  if (request.url === '/closed') return response.destroy();
  if (request.url === '/known') return response.writeHead(304).end();
  response.write(body.slice(0, 100_000));
  response.end(body.slice(100_000));
});
let url: string;

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('a client over one socket', () => {
  it.each(['/length', '/chunked'])('reads answers in a row, short and long, from %s', async (path) => {
    const client = await openSocket(wireRequest(url, {}));
    for (const value of ['short', LONG, 'short']) {
      const { status, body, ms } = await client.send(wireRequest(url + path, { value }, 'gzip'));
      expect(status).toBe(200);
      expect(JSON.parse(body.toString())).toEqual({ got: JSON.stringify({ value }), accepts: 'gzip' });
      expect(ms).toBeGreaterThan(0);
    }
    client.close();
  });

  it('tells the status, and sends no Accept-Encoding of its own', async () => {
    const client = await openSocket(wireRequest(url, {}));
    const { status, body } = await client.send(wireRequest(`${url}/refused`, {}));
    expect([status, JSON.parse(body.toString()).accepts]).toEqual([422, null]);
    client.close();
  });

  it('reads an answer that has no body and no length', async () => {
    const client = await openSocket(wireRequest(url, {}));
    for (let sent = 0; sent < 2; sent++) {
      const { status, body } = await client.send(wireRequest(`${url}/known`, {}));
      expect([status, body.length]).toEqual([304, 0]);
    }
    client.close();
  });

  it('throws when the connection is closed before the answer', async () => {
    const client = await openSocket(wireRequest(url, {}));
    await expect(client.send(wireRequest(`${url}/closed`, {}))).rejects.toThrow(/closed|reset/i);
  });
});

it('the peer is left out, in plain words, where Python or its packages are missing', async () => {
  const redis = new Redis({ lazyConnect: true });
  expect(await startPeer(redis, '/nowhere', ['/nowhere/python3', 'false'])).toBeNull();
  expect(PEER_MISSING).toMatch(/apt-get install/);
});
