import { beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../scripts/openapi/operations.ts';
import { validRequest } from '../../scripts/openapi/valid-request.ts';
import { NO_FILTERS } from '../../src/db/queries/track-filters.ts';
import { encodeCursor, listName } from '../../src/lib/cursor.ts';
import { sha256Hex } from '../../src/lib/hash.ts';
import { hostilePaths } from '../support/hostile-values.ts';
import { fillLists } from '../support/seed.ts';
import { ADMIN, openBarline, type TestBarline } from '../support/test-barline.ts';
import type { Problem } from '../support/wire-types.ts';

let barline: TestBarline;
beforeAll(async () => {
  barline = await openBarline({ redis: 'auto', artists: [] });
  await fillLists(barline.sql);
});

describe('every parameter of every operation', () => {
  const parameters = operations.flatMap((operation) =>
    operation.parameters.map(
      (one) => [`${operation.method} ${operation.path} ${one.name}`, operation, one] as const,
    ),
  );

  it.each(parameters)('%s answers any value with a documented status below 500', async (...row) => {
    const [, operation, parameter] = row;
    const failures: string[] = [];
    for (const [what, path] of hostilePaths(operation, parameter)) {
      const { init } = validRequest(operation, ADMIN);
      const response = await barline.request(path, init);
      const text = await response.text();
      const fits = operation.statuses.has(response.status) && response.status < 500;
      // An id that ends the path early makes it a path of another operation.
      const isOtherPath = parameter.in === 'path' && response.status === 404;
      if (!fits && !isOtherPath) failures.push(`${what}: ${response.status} ${text.slice(0, 200)}`);
    }
    expect(failures).toEqual([]);
  });
});

describe('numbers and booleans in a query', () => {
  it.each([
    '/tracks?limit=',
    '/tracks?limit=0x10',
    '/tracks?limit=1e1',
    '/tracks?limit=%201',
    '/tracks?limit=+1',
    '/tracks?limit=01',
    '/tracks?limit=1.0',
    '/export/tracks?after=',
    '/tracks?min_rhyme_density=',
    '/tracks?min_rhyme_density=1e-1',
    '/tracks?min_rhyme_density=.5',
    '/tracks?explicit=1',
    '/tracks?explicit=TRUE',
    '/tracks/0x1',
    '/tracks/1e0',
  ])('%s is rejected', async (path) => {
    expect((await barline.request(path)).status).toBe(422);
  });

  it.each(['/tracks?min_rhyme_density=0.00000000000000000001', '/tracks?min_rhyme_density=0'])(
    '%s is accepted',
    async (path) => {
      expect((await barline.request(path)).status).toBe(200);
    },
  );

  it('are documented with their types, without null', () => {
    const schemas = operations.flatMap(({ parameters }) => parameters.map(({ schema }) => schema));
    expect(schemas.filter(({ type }) => Array.isArray(type))).toEqual([]);
    expect(schemas.filter(({ type }) => type === 'integer').length).toBeGreaterThan(20);
  });
});

describe('a forged cursor', () => {
  const digest = async (): Promise<string> =>
    (await sha256Hex(JSON.stringify(['word', 'lexical', NO_FILTERS]))).slice(0, 16);

  it('of a search is rejected unless its parts are in the ranges of a real cursor', async () => {
    const seen = await digest();
    const keys = [
      [seen, 10, 2 ** 31],
      [seen, 10, 2 ** 53],
      [seen, 200, 1],
      [seen, 0, 1],
      [seen, 10, 0],
      [seen, 10, 1.5],
      [`${seen}\u0000`, 10, 1],
    ];
    for (const key of keys) {
      const cursor = encodeCursor('search', key);
      const { status, body } = await barline.call<Problem>(`/search?q=word&mode=lexical&cursor=${cursor}`);
      expect([status, body.code], JSON.stringify(key)).toEqual([400, 'INVALID_CURSOR']);
    }
    const honest = encodeCursor('search', [seen, 1, 3]);
    expect(await barline.call(`/search?q=word&mode=lexical&cursor=${honest}`)).toMatchObject({ status: 200 });
  });

  it('of the artists is rejected unless its parts are in the ranges of a real cursor', async () => {
    const list = await listName('artists', ['name', null]);
    const max = 2 ** 31;
    const keys = [
      [5, 0, 'a\u0000b', 1],
      [5, 0, 'a\ud800', 1],
      [5, 0, 'a'.repeat(49), 1],
      [max, 0, 'a', 1],
      [5, max, 'a', 1],
      [5, 0, 'a', max],
      [5, 0, 'a', 0],
    ];
    for (const key of keys) {
      const { status, body } = await barline.call<Problem>(`/artists?cursor=${encodeCursor(list, key)}`);
      expect([status, body.code], JSON.stringify(key)).toEqual([400, 'INVALID_CURSOR']);
    }
    expect(await barline.call(`/artists?cursor=${encodeCursor(list, [5, 0, 'a', 1])}`)).toMatchObject({
      status: 200,
    });
  });

  it.each([
    ['/tracks?limit=1', '/tracks?limit=1&artist=Artist+1'],
    ['/artists?limit=1', '/artists?limit=1&name=artist'],
    ['/artists?limit=1', '/artists?limit=1&sort=tracks'],
    ['/admin/dead-letters?limit=1', '/admin/dead-letters?limit=1&open=false'],
  ])('of %s is rejected in %s', async (given, other) => {
    const { body } = await barline.call<{ next_cursor: string }>(given);
    expect(body.next_cursor).toEqual(expect.any(String));
    expect(await barline.call(`${other}&cursor=${body.next_cursor}`)).toMatchObject({ status: 400 });
  });
});

describe('the weights of similar songs', () => {
  const similar = (weights: string) => barline.call(`/tracks/1/similar?by=combined&weights=${weights}`);

  it.each([
    `${'9'.repeat(308)},${'9'.repeat(308)},0`,
    '9e307,1,1',
    '1001,1,1',
    '0,0,0',
    '0.0000001,0,0',
    '1,1',
    '-1,1,1',
    ',,',
  ])('%s are rejected', async (weights) => {
    expect(await similar(weights)).toMatchObject({ status: 422 });
  });

  it.each(['1000,1000,1000', '0.000001,0,0', '0,0,0.5'])('%s are accepted', async (weights) => {
    expect(await similar(weights)).toMatchObject({ status: 200 });
  });
});

describe('the content type of a body', () => {
  const body = JSON.stringify({
    lyrics: 'the river and the lamp are cold and gold',
    analyzer: 'algorithmic',
  });
  const send = (type: string, sent: BodyInit = body) =>
    barline.request('/analyze', { method: 'POST', headers: { 'content-type': type }, body: sent });

  it.each([
    'application/json',
    'Application/JSON',
    'application/json;',
    'application/json ; charset=utf-8',
    'application/json;charset="UTF-8"',
    'application/json; ; charset=utf8',
    'application/json; profile=x',
  ])('%s is accepted', async (type) => {
    expect((await send(type)).status).toBe(200);
  });

  it.each([
    'application/jsonp',
    'application/problem+json',
    'text/json',
    'application/json, text/plain',
    'application/json; charset=utf-16',
    'application/json; charset=latin1',
  ])('%s returns 415', async (type) => {
    expect((await send(type)).status).toBe(415);
  });

  it('is not enough for a compressed body, which is named as one', async () => {
    const gzip = await new Response(
      new Blob([body]).stream().pipeThrough(new CompressionStream('gzip')),
    ).bytes();
    const typed = { 'content-type': 'application/json' };
    for (const [sent, encoding] of [
      [gzip, 'gzip'],
      [gzip, ''],
      [body, 'br'],
      [body, 'gzip, identity'],
    ] as const) {
      const headers = encoding === '' ? typed : { ...typed, 'content-encoding': encoding };
      const response = await barline.request('/analyze', { method: 'POST', headers, body: sent });
      const problem = (await response.json()) as { code: string; detail: string };
      expect([response.status, problem.code], encoding).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
      expect(problem.detail).toContain('compressed');
    }
    const plain = { ...typed, 'content-encoding': 'identity' };
    expect((await barline.request('/analyze', { method: 'POST', headers: plain, body })).status).toBe(200);
  });

  it('is not required of a request without a body, whatever its Content-Length says', async () => {
    const bare: RequestInit[] = [
      {},
      { headers: { 'content-length': '0' } },
      { body: '' },
      { body: new ReadableStream({ start: (controller) => controller.close() }) },
      { body: '', headers: { 'content-type': 'text/plain' } },
    ];
    for (const one of bare) {
      const headers = new Headers({ ...ADMIN, ...(one.headers as Record<string, string> | undefined) });
      const response = await barline.request('/admin/resume', { ...one, method: 'POST', headers });
      expect(response.status).toBe(202);
      const analyze = await barline.request('/analyze', { ...one, method: 'POST', headers, body: null });
      expect([415, 422]).toContain(analyze.status);
    }
  });

  it('does not make a body valid that is not UTF-8', async () => {
    const bytes = new TextEncoder().encode(body);
    bytes[20] = 0xff;
    const response = await send('application/json', bytes);
    expect(response.status).toBe(400);
    expect(((await response.json()) as Problem).code).toBe('MALFORMED_JSON');
  });
});

describe('a URL that is not UTF-8', () => {
  it.each([
    '/%FF',
    '/tracks/%C3',
    '/search?q=%FF',
    '/search?q=a%ED%A0%80',
    '/tracks?artist=%',
    '/tracks?%FF=1',
  ])('%s is rejected with that reason', async (path) => {
    const response = await barline.request(path, { headers: ADMIN });
    expect(response.status).toBe(400);
    expect(((await response.json()) as Problem).code).toBe('MALFORMED_URL');
  });

  it('is distinguished from a valid one', async () => {
    expect((await barline.request('/search?q=100%25+caf%C3%A9+%F0%9F%8E%A4&mode=lexical')).status).toBe(200);
  });
});

describe('a method that a path does not support', () => {
  it.each([
    ['POST', '/tracks', 'GET, HEAD, OPTIONS'],
    ['PUT', '/tracks/1', 'GET, HEAD, OPTIONS'],
    ['GET', '/analyze', 'POST, OPTIONS'],
    ['HEAD', '/analyze', 'POST, OPTIONS'],
    ['PATCH', '/artists/compare', 'GET, HEAD, OPTIONS'],
    ['GET', '/batch', 'POST, OPTIONS'],
    ['GET', '/batch/5b0c6f0e-8d6c-4f4a-9a57-2f1f4f3c7d10', 'DELETE, OPTIONS'],
    ['DELETE', '/admin/resume', 'POST, OPTIONS'],
    ['POST', '/openapi.json', 'GET, HEAD, OPTIONS'],
    ['PROPFIND', '/search', 'GET, HEAD, OPTIONS'],
  ])('%s %s returns 405 and lists the allowed methods', async (method, path, allow) => {
    const response = await barline.request(path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
    if (method !== 'HEAD') expect(((await response.json()) as Problem).code).toBe('METHOD_NOT_ALLOWED');
  });

  it('HEAD returns the headers of GET without a body', async () => {
    for (const [path, status] of [
      ['/tracks/1', 200],
      ['/tracks/999', 404],
      ['/no/such/path', 404],
      ['/export/tracks', 200],
    ] as const) {
      const response = await barline.request(path, { method: 'HEAD' });
      expect([path, response.status, await response.text()]).toEqual([path, status, '']);
    }
  });

  it('OPTIONS lists the methods of a path and returns 404 for an unknown path', async () => {
    const response = await barline.request('/tracks/1', { method: 'OPTIONS' });
    expect([response.status, response.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
    expect((await barline.request('/no/such/path', { method: 'OPTIONS' })).status).toBe(404);
  });
});
