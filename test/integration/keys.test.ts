import { beforeAll, describe, expect, it, vi } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { createKeyText } from '../../src/lib/api-key.ts';
import type { KeyDto } from '../../src/services/access/keys/key-dto.ts';
import { ADMIN, openBarline, type TestBarline } from '../support/test-barline.ts';

interface NewKey {
  key: KeyDto;
  secret: string;
  replaced?: KeyDto;
}

let barline: TestBarline;
beforeAll(async () => {
  barline = await openBarline({ redis: 'auto', artists: [] });
}, 60_000);

/** The same Worker in another isolate, which has no copies of keys. */
const anotherIsolate = () => barline.withVars({});
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

async function create(body: Record<string, unknown> = {}): Promise<NewKey> {
  const given = { name: 'test', role: 'reader', ...body };
  const { status, body: answer } = await barline.call<NewKey>('/admin/keys', given);
  expect(status).toBe(201);
  return answer;
}

/** 200, or the code of the problem. */
async function use(secret: string, worker = anotherIsolate()): Promise<unknown> {
  const response = await worker.request('/tracks', { headers: bearer(secret) });
  const body = (await response.json()) as { code?: string };
  return response.ok ? response.status : body.code;
}

const rotate = (id: string, body: Record<string, unknown> = { grace_hours: 24 }) =>
  barline.call<NewKey & { code: string; detail: string }>(`/admin/keys/${id}/rotate`, body);
const revoke = (id: string) => barline.request(`/admin/keys/${id}`, { method: 'DELETE', headers: ADMIN });
const expireIn = (id: string, interval: string) =>
  barline.sql.query(
    sql`update api_keys set expires_at = now() + ${interval}::interval where id = ${id}::text`,
  );

describe('a new key', () => {
  it('is shown once, is stored as a hash, and expires after 90 days', async () => {
    const { key, secret } = await create({ requests_per_minute: 500 });
    expect(secret.startsWith(`bl_local_${key.id}_`)).toBe(true);
    expect(key).toMatchObject({
      role: 'reader',
      status: 'active',
      requests_per_minute: 500,
      created_by: 'key:admin-token',
      last_used_at: null,
    });
    const days = (Date.parse(key.expires_at) - Date.parse(key.created_at)) / 86_400_000;
    expect(days).toBeCloseTo(90, 3);
    const listed = await (await barline.request('/admin/keys?limit=100', { headers: ADMIN })).text();
    const stored = JSON.stringify(await barline.sql.query(sql`select * from api_keys`));
    for (const text of [listed, stored]) {
      expect(text).toContain(key.id);
      expect(text).not.toContain(secret.slice(25));
    }
  });

  it('may not be kept by a cache, also where lyrics are public', async () => {
    const open = barline.withVars({ PUBLIC_LYRICS: 'true' });
    const body = JSON.stringify({ name: 'test', role: 'reader' });
    const headers = { ...ADMIN, 'content-type': 'application/json' };
    const response = await open.request('/admin/keys', { method: 'POST', headers, body });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    { role: 'root' },
    { role: 'writer' },
    { expires_in_days: 0 },
    { expires_in_days: 366 },
    { expires_in_days: 1.5 },
    { requests_per_minute: 0 },
    { name: '' },
    { name: 'x'.repeat(101) },
    { name: 'two\nlines' },
    { name: '\u001b[2J' },
    { scopes: ['keys:admin'] },
    { id: 'ExampleKey01' },
  ])('is refused with %j', async (body) => {
    const { status } = await barline.call('/admin/keys', { name: 'test', role: 'reader', ...body });
    expect(status).toBe(422);
  });

  it('is noted when it is used', async () => {
    const { key, secret } = await create();
    await use(secret);
    const rows = await barline.sql.query<{ last_used_at: Date | null }>(
      sql`select last_used_at from api_keys where id = ${key.id}::text`,
    );
    expect(rows[0]?.last_used_at).not.toBeNull();
  });
});

describe('a key that is refused', () => {
  it('is told why: expired, revoked, replaced, of another environment, without the scope', async () => {
    const [expired, revoked, replaced, reader] = [
      await create(),
      await create(),
      await create(),
      await create(),
    ];
    await expireIn(expired.key.id, '-1 second');
    expect((await revoke(revoked.key.id)).status).toBe(200);
    expect((await rotate(replaced.key.id, { grace_hours: 0 })).status).toBe(201);
    expect(await use(expired.secret)).toBe('KEY_EXPIRED');
    expect(await use(revoked.secret)).toBe('KEY_REVOKED');
    expect(await use(replaced.secret)).toBe('KEY_REPLACED');
    expect(await use(createKeyText('staging').text)).toBe('KEY_OF_OTHER_ENVIRONMENT');
    expect(await use(createKeyText('local').text)).toBe('UNAUTHENTICATED');
    const forbidden = await barline.request('/admin/keys', { headers: bearer(reader.secret) });
    expect(forbidden.status).toBe(403);
    expect(await use(reader.secret)).toBe(200);
  });

  it.each([
    ['in the query', (secret: string) => ({ path: `/tracks?token=${secret}`, headers: {} }), 422],
    [
      'in a cookie',
      (secret: string) => ({ path: '/admin/keys', headers: { cookie: `token=${secret}` } }),
      401,
    ],
    [
      'as basic',
      (secret: string) => ({ path: '/tracks', headers: { authorization: `Basic ${btoa(`${secret}:`)}` } }),
      401,
    ],
    [
      'twice',
      (secret: string) => ({
        path: '/tracks',
        headers: { authorization: `Bearer ${secret}, Bearer ${secret}` },
      }),
      401,
    ],
    [
      'with its case folded',
      (secret: string) => ({ path: '/tracks', headers: bearer(secret.toLowerCase()) }),
      401,
    ],
    ['of 10 KB', (secret: string) => ({ path: '/tracks', headers: bearer(secret.repeat(140)) }), 401],
  ])('comes %s', async (_, request, status) => {
    const { secret } = await create({ role: 'admin' });
    const { path, headers } = request(secret);
    expect((await barline.request(path, { headers })).status).toBe(status);
  });
});

describe('revoking a key', () => {
  it('holds at once in the isolate that revokes it, for a request under way only until its next', async () => {
    const { key, secret } = await create();
    expect(await use(secret, barline)).toBe(200);
    const underWay = barline.request('/export/tracks', { headers: bearer(secret) });
    expect((await revoke(key.id)).status).toBe(200);
    expect((await underWay).status).toBe(200);
    expect(await use(secret, barline)).toBe('KEY_REVOKED');
  });

  it('again keeps the time of the first, and an unknown one is not found', async () => {
    const { key } = await create();
    const first = (await (await revoke(key.id)).json()) as KeyDto;
    const second = (await (await revoke(key.id)).json()) as KeyDto;
    expect(second).toEqual(first);
    expect((await revoke('NoSuchKey001')).status).toBe(404);
    expect((await revoke("x'; drop--")).status).toBe(422);
  });
});

describe('rotating a key', () => {
  it('makes a key of the same name, role, limit and caller, and both work during the grace', async () => {
    const first = await create({ role: 'analyst', name: 'nightly', requests_per_minute: 9 });
    const { status, body: second } = await rotate(first.key.id, { grace_hours: 2 });
    expect(status).toBe(201);
    expect(second.key).toMatchObject({
      role: 'analyst',
      name: 'nightly',
      requests_per_minute: 9,
      status: 'active',
    });
    expect(second.replaced).toMatchObject({
      id: first.key.id,
      status: 'in_grace',
      replaced_by: second.key.id,
    });
    const grace = Date.parse(second.replaced?.grace_until ?? '') - Date.parse(second.key.created_at);
    expect(grace / 3_600_000).toBeCloseTo(2, 3);
    expect([await use(first.secret), await use(second.secret)]).toEqual([200, 200]);
    const callers = await barline.sql.query(
      sql`select coalesce(caller, id) as caller from api_keys where name = 'nightly'`,
    );
    expect(callers).toEqual([{ caller: first.key.id }, { caller: first.key.id }]);
  });

  it('at the same time twice makes one key', async () => {
    const { key } = await create();
    const answers = await Promise.all([rotate(key.id), rotate(key.id), rotate(key.id)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    const rows = await barline.sql.query(sql`select id from api_keys where caller = ${key.id}::text`);
    expect(rows).toHaveLength(1);
  });

  it('never gives the old key more time than it had', async () => {
    const { key, secret } = await create();
    await expireIn(key.id, '10 minutes');
    const { body } = await rotate(key.id, { grace_hours: 24 });
    expect(body.replaced?.grace_until).toBe(body.replaced?.expires_at);
    await expireIn(body.key.id, '-1 second');
    expect(await use(secret)).toBe(200);
  });

  it('is refused for a key that is expired, revoked, replaced, unknown, or not as near its expiry as asked', async () => {
    const [expired, revoked, fresh] = [await create(), await create(), await create()];
    await expireIn(expired.key.id, '-1 second');
    await revoke(revoked.key.id);
    expect(await rotate(fresh.key.id, { grace_hours: 24, expiring_within_days: 14 })).toMatchObject({
      status: 409,
    });
    expect(await rotate(fresh.key.id, { grace_hours: 24, expiring_within_days: 91 })).toMatchObject({
      status: 201,
    });
    for (const id of [expired.key.id, revoked.key.id, fresh.key.id])
      expect(await rotate(id)).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
    expect(await rotate('NoSuchKey001')).toMatchObject({ status: 404 });
    expect(await use(expired.secret)).toBe('KEY_EXPIRED');
  });

  it.each([-1, 25, '1', null])('is refused with a grace of %j hours', async (grace_hours) => {
    const { key } = await create();
    expect(await rotate(key.id, { grace_hours })).toMatchObject({ status: 422 });
  });
});

describe('keys that expire soon', () => {
  it('are listed, and warned of once a week by the schedule', async () => {
    const { key } = await create({ name: 'soon' });
    await expireIn(key.id, '13 days');
    const { body } = await barline.call<{ items: KeyDto[] }>('/admin/keys?expiring_within_days=14');
    expect(body.items.map(({ id }) => id)).toContain(key.id);
    const warned = async (slot: string) => {
      const lines: string[] = [];
      const spy = vi
        .spyOn(console, 'warn')
        .mockImplementation((line) => void lines.push(JSON.stringify(line)));
      await barline.withVars({ LOG_LEVEL: 'warn' }).runSchedule(new Date(slot));
      spy.mockRestore();
      return lines.filter((line) => line.includes(key.id)).length;
    };
    expect(await warned('2026-05-01T00:00:00Z')).toBe(1);
    expect(await warned('2026-05-01T00:15:00Z')).toBe(0);
    await barline.sql.query(sql`update api_keys set warned_at = warned_at - interval '7 days'`);
    expect(await warned('2026-05-01T00:30:00Z')).toBe(1);
  });
});

describe('an Idempotency-Key', () => {
  const post = async (headers: Record<string, string>) => {
    const body = JSON.stringify({ items: [{ lyrics: 'A line of words' }], operation: 'validate' });
    const response = await barline.request('/batch', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'one-and-the-same', ...headers },
      body,
    });
    expect(response.status).toBe(202);
    return ((await response.json()) as { batch_id: string }).batch_id;
  };

  it('belongs to its caller: an address, a network, or a key and those that replace it', async () => {
    const first = await create({ role: 'analyst' });
    const other = await create({ role: 'analyst' });
    const { body: second } = await rotate(first.key.id);
    const at = (address: string) => ({ 'cf-connecting-ip': address });
    const callers = [
      at('203.0.113.1'),
      at('203.0.113.2'),
      at('2001:db8:1:2::1'),
      bearer(first.secret),
      bearer(other.secret),
    ];
    const ids: string[] = [];
    for (const caller of callers) ids.push(await post(caller));
    expect(new Set(ids).size).toBe(callers.length);
    for (const [i, caller] of callers.entries()) expect(await post(caller)).toBe(ids[i]);
    expect(await post(at('2001:db8:1:2:ffff::9'))).toBe(ids[2]);
    expect(await post(bearer(second.secret))).toBe(ids[3]);
    const stored = JSON.stringify(await barline.sql.query(sql`select * from batches`));
    expect(stored).not.toContain('203.0.113');
  });
});

describe('the audit log', () => {
  const entriesOf = async (query: string) => {
    const { body } = await barline.call<{ items: Record<string, string | null>[] }>(`/admin/audit?${query}`);
    return body.items;
  };

  it('tells who wrote what, from which address, and what became of it', async () => {
    const { key, secret } = await create({ role: 'operator' });
    const headers = { ...bearer(secret), 'cf-connecting-ip': '203.0.113.77' };
    expect((await barline.request(`/admin/keys/${key.id}`, { method: 'DELETE', headers })).status).toBe(403);
    await barline.request('/admin/dead-letters/77/replay', { method: 'POST', headers });
    await barline.request('/admin/resume', { method: 'POST', headers });
    const entries = await entriesOf(`actor=key:${key.id}`);
    expect(entries.map(({ action, subject, result }) => [action, subject, result])).toEqual([
      ['resumeWork', null, 'done'],
      ['replayDeadLetter', '77', 'NOT_FOUND'],
      ['revokeKey', key.id, 'FORBIDDEN'],
    ]);
    const [{ address_hash: hash } = {}] = entries;
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(entries.map((entry) => entry.address_hash)).toEqual([hash, hash, hash]);
    const created = await entriesOf('action=createKey');
    expect(created.map(({ subject }) => subject)).toContain(key.id);
    const stored = JSON.stringify(await barline.sql.query(sql`select * from audit_log`));
    expect(stored).not.toContain('203.0.113');
  });

  it('names the new key of a rotation beside the old one', async () => {
    const { key } = await create({ role: 'reader' });
    const { body } = await rotate(key.id);
    const [entry] = await entriesOf('action=rotateKey&limit=1');
    expect(entry).toMatchObject({ subject: `${key.id}, replaced by ${body.key.id}`, result: 'done' });
  });

  it('hashes the addresses of another day with another salt', async () => {
    const send = async () => {
      await barline.request('/admin/resume', {
        method: 'POST',
        headers: { ...ADMIN, 'cf-connecting-ip': '203.0.113.78' },
      });
      return (await entriesOf('limit=1'))[0]?.address_hash;
    };
    const today = await send();
    expect(await send()).toBe(today);
    await barline.sql.query(sql`update audit_salts set day = day - 1`);
    expect(await send()).not.toBe(today);
  });

  it('holds nothing of a stranger who was refused, nor of a request that was none of ours', async () => {
    const before = await entriesOf('limit=100');
    await barline.request('/admin/resume', { method: 'POST' });
    await barline.request('/admin/resume', { method: 'POST', headers: bearer('wrong') });
    await barline.call('/admin/keys', { role: 'root' });
    expect(await entriesOf('limit=100')).toEqual(before);
  });
});

it('a key is in no log and in no answer but the one that made it', async () => {
  const lines: string[] = [];
  const spies = (['debug', 'info', 'warn', 'error', 'log'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...line) => void lines.push(JSON.stringify(line))),
  );
  const loud = barline.withVars({ LOG_LEVEL: 'debug' });
  const { key, secret } = await create({ role: 'admin' });
  const tail = secret.slice(-30);
  const answers: string[] = [];
  const cut = secret.slice(0, -1);
  for (const authorization of [`Bearer ${secret}`, `Bearer ${cut}`, `Basic ${secret}`, secret])
    for (const path of [
      '/tracks',
      '/admin/keys',
      '/admin/audit',
      '/metrics',
      '/health',
      `/tracks?q=${secret}`,
      `/tracks/${secret}`,
    ]) {
      const response = await loud.request(path, { headers: { authorization } });
      const problem = await response.text();
      // The path is told back to whoever sent it.
      answers.push(problem.replace(/"instance":"[^"]*"/, ''));
    }
  for (const spy of spies) spy.mockRestore();
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join('\n')).not.toContain(tail);
  expect(answers.join('\n')).not.toContain(tail);
  expect(answers.join('\n')).toContain(key.id);
});
