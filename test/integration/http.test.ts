import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ADMIN, openBarline, startPart, type TestBarline } from '../support/test-barline.ts';
import type { Problem } from '../support/wire-types.ts';

let barline: TestBarline;
beforeAll(async () => {
  barline = await openBarline();
}, 60_000);

describe('every answer', () => {
  it.each(['/tracks', '/no/such/path', '/openapi.json', '/tracks/0'])(
    '%s has a request id, and pages of every origin may read it',
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

describe('a page of another origin', () => {
  const preflight = (vars: Record<string, string>) =>
    barline.withVars(vars).request('/ingest/artists', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });

  it('may not write unless it is on the list', async () => {
    const response = await preflight({});
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('on the list gets a preflight response without a token', async () => {
    const { headers } = await preflight({ CORS_ALLOWED_ORIGINS: 'https://a.example, https://app.example' });
    expect(headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(headers.get('access-control-allow-headers')).toContain('authorization');
    expect(headers.get('access-control-allow-methods')).toContain('POST');
  });

  it('may do nothing if the list cannot be read', async () => {
    const broken = barline.withVars({ CORS_ALLOWED_ORIGINS: 'https://app.example/path' });
    const response = await broken.request('/tracks', { headers: { origin: 'https://app.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('the log', () => {
  it.each([
    ['anonymous', {}],
    ['key', ADMIN],
  ])('has one line a request, found by the id in its problem: %s', async (actor, headers) => {
    const lines: Record<string, unknown>[] = [];
    const spy = vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(JSON.parse(line)));
    const loud = barline.withVars({ LOG_LEVEL: 'info' });
    const problem: Problem = await (await loud.request('/tracks/999999', { headers })).json();
    spy.mockRestore();
    const requests = lines.filter(({ message }) => message === 'request');
    expect(requests.filter((line) => line.request_id === problem.requestId)).toEqual([
      expect.objectContaining({ method: 'GET', route: '/tracks/:id', status: 404, actor }),
    ]);
    expect(requests[0]?.ms).toBeGreaterThanOrEqual(0);
  });
});

/** A request for each kind of answer that a client can get. */
const KINDS: [string, number, string, RequestInit, Record<string, string>?][] = [
  ['JSON', 200, '/tracks', {}],
  ['a document', 200, '/openapi.json', {}],
  ['text', 200, '/metrics', { headers: ADMIN }],
  ['an exported stream', 200, '/export/tracks', { headers: ADMIN }],
  ['an event stream', 200, '/analyze/stream', post({ lyrics: 'a line of ours\nanother of hours' })],
  [
    'a file of songs',
    200,
    '/ingest/tracks',
    {
      ...post([{ title: 'Untitled', artist: 'Nobody Known', lyrics: 'a line of ours\nanother of hours' }]),
      headers: { ...ADMIN, 'content-type': 'application/json' },
    },
  ],
  ['a problem of the request', 422, '/tracks?limit=x', {}],
  ['a broken body', 400, '/analyze', { ...post({}), body: '{' }],
  ['another content type', 415, '/analyze', { method: 'POST', body: 'x' }],
  ['a body that is too large', 413, '/analyze', post({ lyrics: 'x'.repeat(70_000) })],
  ['no key', 401, '/admin/keys', {}],
  ['a wrong key', 401, '/tracks', { headers: { authorization: 'Bearer x' } }],
  ['an unknown path', 404, '/nowhere', {}],
  ['an unknown method', 405, '/tracks', { method: 'DELETE' }],
  ['headers that are too large', 431, '/tracks', { headers: { 'x-padding': 'x'.repeat(16_400) } }],
  ['too many requests', 429, '/tracks', {}, { RATE_LIMIT_READS_PER_MINUTE: '1' }],
  ['a part that is not configured', 503, '/tracks', {}, { DATABASE_URL: '' }],
  [
    'a failure of ours',
    500,
    '/tracks',
    {},
    { DATABASE_URL: 'postgres://barline:barline@127.0.0.1/barline?options=-c%20search_path%3Dpg_catalog' },
  ],
];

function post(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

it.each(KINDS)('%s has the strict headers', async (_, status, path, init, vars = {}) => {
  const worker = barline.withVars(vars);
  // The second request is the one over the limit.
  const first = await worker.request(path, init);
  const response = first.status === status ? first : await worker.request(path, init);
  await response.body?.cancel();
  expect(response.status).toBe(status);
  const { headers } = response;
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('strict-transport-security')).toContain('includeSubDomains');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('access-control-allow-credentials')).toBeNull();
  expect(headers.get('server')).toBeNull();
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('cache-control')).toBe('private, no-store');
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
