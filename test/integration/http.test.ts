import { beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, openBarline, startPart, type TestBarline } from '../support/test-barline.ts';
import type { Problem } from '../support/wire-types.ts';

let barline: TestBarline;
beforeAll(async () => {
  barline = await openBarline();
});

describe('every answer', () => {
  it.each(['/tracks', '/no/such/path', '/openapi.json', '/tracks/0'])(
    '%s has a request id and allows any origin',
    async (path) => {
      const response = await barline.request(path, { headers: { origin: 'https://elsewhere.example' } });
      expect(response.headers.get('x-request-id')).toMatch(/^req_[1-9A-Za-z]{18}$/);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-expose-headers')?.toLowerCase()).toContain('x-request-id');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );

  it('keeps a valid X-Request-Id of the caller and replaces any other', async () => {
    const idOf = async (id: string) =>
      (await barline.request('/tracks', { headers: { 'x-request-id': id } })).headers.get('x-request-id');
    expect(await idOf('caller-2026_01')).toBe('caller-2026_01');
    for (const id of ['short', 'a'.repeat(65), 'has space', '<script>', "');--"])
      expect(await idOf(id)).toMatch(/^req_/);
  });
});

describe('a browser', () => {
  it('gets a preflight response without a token', async () => {
    const response = await barline.request('/ingest/artists', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('authorization');
  });
});

describe('an unknown path or method', () => {
  it.each([
    ['GET', '/no/such/path'],
    ['GET', '/tracks/1/'],
    ['POST', '/tracks'],
    ['DELETE', '/tracks/1'],
    ['PUT', '/analyze'],
    ['GET', '/analyze'],
    ['GET', '/__proto__'],
    ['GET', '/%2e%2e/%2e%2e/etc/passwd'],
    ['GET', `/${'a'.repeat(5000)}`],
  ])('%s %s returns a problem document', async (method, path) => {
    const response = await barline.request(path, { method, headers: ADMIN });
    const problem = (await response.json()) as Problem;
    expect([404, 405]).toContain(response.status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(problem).toMatchObject({
      status: response.status,
      code: expect.any(String),
      requestId: expect.any(String),
    });
    expect(problem.detail).not.toContain('aaaa');
  });
});

describe('a disconnected client', () => {
  it.each([
    ['GET', '/tracks', null],
    ['HEAD', '/tracks', null],
    ['POST', '/recommendations', { liked: [1] }],
  ])('ends the database requests of its %s %s', async (method, path, body) => {
    const silence = await startPart({ kind: 'silence' });
    const waiting = barline.withVars({ DATABASE_FETCH_ENDPOINT: `${silence.url}/sql` });
    const gone = new AbortController();
    const answer = waiting.request(path, {
      method,
      signal: gone.signal,
      ...(body === null
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    gone.abort();
    expect((await answer).status).toBe(499);
    await silence.stop();
  });
});

describe('the admin token', () => {
  it.each([
    [ADMIN.authorization, 200],
    [ADMIN.authorization.replace('Bearer', 'bearer'), 200],
    [ADMIN.authorization.replace(' ', '   '), 200],
    [`${ADMIN.authorization}x`, 401],
    [ADMIN.authorization.slice(0, -1), 401],
    [ADMIN.authorization.replace('Bearer', 'Basic'), 401],
    [ADMIN.authorization.replace('Bearer ', ''), 401],
    [ADMIN.authorization.toUpperCase(), 401],
  ])('%s returns %d', async (authorization, status) => {
    const response = await barline.request('/admin/dead-letters', { headers: { authorization } });
    expect(response.status).toBe(status);
  });
});

it('analyses a text up to the size limit and rejects a longer one', async () => {
  const lyrics = 'a line of words that rhymes with birds\n'.repeat(200).slice(0, 5000);
  const { status } = await barline.call('/analyze', { lyrics, analyzer: 'algorithmic' });
  expect(status).toBe(200);
  expect(await barline.call('/analyze', { lyrics: `${lyrics}x` })).toMatchObject({ status: 422 });
});
