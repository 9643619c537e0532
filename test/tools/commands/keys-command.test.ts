import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  addCreateKey,
  addListKeys,
  addRevokeKey,
  addRotateKeys,
  dayCount,
  graceHours,
} from '../../../scripts/commands/keys.ts';
import type { KeyDto } from '../../../src/services/access/keys/key-dto.ts';

const IDS = ['AAAAAAAAAAA1', 'AAAAAAAAAAA2', 'AAAAAAAAAAA3'];
const keyOf = (id: string): KeyDto => ({
  id,
  name: `name of ${id}`,
  role: 'reader',
  scopes: ['tracks:read'],
  status: 'active',
  requests_per_minute: null,
  created_at: '2026-01-01T00:00:00.000Z',
  created_by: 'operator',
  expires_at: '2026-04-01T00:00:00.000Z',
  last_used_at: null,
  revoked_at: null,
  replaced_by: null,
  grace_until: '2026-01-02T00:00:00.000Z',
});

let server: Server;
let url: string;
let asked: { method: string | undefined; path: string; body: unknown }[];
/** Ids that the Worker does not rotate. */
let refused: string[];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const text = (await request.toArray()).join('');
    const path = request.url ?? '';
    asked.push({ method: request.method, path, body: text === '' ? null : JSON.parse(text) });
    const id = /keys\/(\w+)/.exec(path)?.[1] ?? IDS[0] ?? '';
    if (path.endsWith('/rotate') && refused.includes(id)) {
      response.writeHead(409);
      response.end(JSON.stringify({ detail: `The key ${id} is replaced already.` }));
    } else if (path.endsWith('/rotate')) {
      response.end(JSON.stringify({ key: keyOf(`new-${id}`), secret: `secret-${id}`, replaced: keyOf(id) }));
    } else if (request.method === 'GET') {
      // Two pages.
      const rest = path.includes('cursor=next');
      const items = (rest ? IDS.slice(2) : IDS.slice(0, 2)).map(keyOf);
      response.end(JSON.stringify({ items, next_cursor: rest ? null : 'next' }));
    } else if (request.method === 'POST')
      response.end(JSON.stringify({ key: keyOf(id), secret: 'secret-1' }));
    else response.end(JSON.stringify({ ...keyOf(id), status: 'revoked' }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

let printed: string[];
beforeEach(() => {
  asked = [];
  refused = [];
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(String(line)));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => vi.restoreAllMocks());

async function run(add: (command: Command) => void, ...args: string[]): Promise<void> {
  const command = new Command().exitOverride();
  add(command);
  await command.parseAsync([...args, '--url', url], { from: 'user' });
}

describe('barline keys', () => {
  it('create prints the key alone', async () => {
    await run(addCreateKey, '--name', 'nightly', '--role', 'operator', '--requests-per-minute', '6000');
    expect(printed).toEqual(['secret-1']);
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/admin/keys',
        body: { name: 'nightly', role: 'operator', expires_in_days: 90, requests_per_minute: 6000 },
      },
    ]);
  });

  it.each(['a\nb', 'a\u001b[2J', 'a\u0085'])('create refuses the name %j', async (name) => {
    await expect(run(addCreateKey, '--name', name, '--role', 'reader')).rejects.toThrow('one line');
    expect(asked).toEqual([]);
  });

  it('list reads every page', async () => {
    await run(addListKeys, '--expiring', '14d', '--json');
    const keys = JSON.parse(printed[0] ?? '') as KeyDto[];
    expect(keys.map(({ id }) => id)).toEqual(IDS);
    expect(asked[0]?.path).toBe('/admin/keys?limit=100&expiring_within_days=14');
  });

  it('rotate --expiring asks for the expiry again with each key, and prints each key when it is made', async () => {
    refused = [IDS[1] ?? ''];
    await expect(
      run(addRotateKeys, '--expiring', '14d', '--grace', '1h', '--expires', '30d'),
    ).rejects.toThrow('replaced already');
    expect(printed).toHaveLength(2);
    expect(printed.map((line) => line.split(' ')[0])).toEqual([`secret-${IDS[0]}`, `secret-${IDS[2]}`]);
    const bodies = asked.filter(({ method }) => method === 'POST').map(({ body }) => body);
    expect(bodies).toEqual(
      IDS.map(() => ({ grace_hours: 1, expires_in_days: 30, expiring_within_days: 14 })),
    );
  });

  it('rotate replaces the named key, with a day of grace', async () => {
    await run(addRotateKeys, IDS[2] ?? '', '--json');
    expect(asked).toEqual([
      {
        method: 'POST',
        path: `/admin/keys/${IDS[2]}/rotate`,
        body: { grace_hours: 24, expires_in_days: 90 },
      },
    ]);
    expect(JSON.parse(printed[0] ?? '')).toMatchObject({ secret: `secret-${IDS[2]}` });
  });

  it.each([[[]], [[IDS[0] ?? '', '--expiring', '14d']]])('rotate %j is refused', async (args) => {
    await expect(run(addRotateKeys, ...args)).rejects.toThrow('Name a key, or take --expiring.');
    expect(asked).toEqual([]);
  });

  it('revoke names the key in the path', async () => {
    await run(addRevokeKey, IDS[1] ?? '');
    expect(asked).toEqual([{ method: 'DELETE', path: `/admin/keys/${IDS[1]}`, body: null }]);
    expect(printed[0]).toContain('revoked');
  });
});

describe('a length of time', () => {
  it.each([
    ['1d', 1],
    ['14d', 14],
    ['365d', 365],
  ])('%s is %d days', (text, days) => {
    expect(dayCount(text)).toBe(days);
  });

  it.each(['', '0d', '14', '366d', '-1d', '1.5d', '14 d', '14D', '1e2d'])('%j is not days', (text) => {
    expect(() => dayCount(text)).toThrow('Expected days');
  });

  it.each([
    ['0h', 0],
    ['24h', 24],
  ])('%s is %d hours', (text, hours) => {
    expect(graceHours(text)).toBe(hours);
  });

  it.each(['', 'h', '25h', '-1h', '24', '1d'])('%j is not a grace', (text) => {
    expect(() => graceHours(text)).toThrow('Expected hours');
  });
});
