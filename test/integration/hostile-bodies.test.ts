import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../scripts/openapi/operations.ts';
import { pathOf } from '../../scripts/openapi/valid-request.ts';
import { maxBodyBytes } from '../../src/http/middleware/limit-body.ts';
import { ADMIN, openBarline, type TestBarline } from '../support/test-barline.ts';
import type { Problem } from '../support/wire-types.ts';

/** Upper limit for the size of any refusal. */
const MAX_ANSWER_BYTES = 64_000;

let barline: TestBarline;
beforeAll(async () => {
  barline = await openBarline({ redis: 'auto', artists: [] });
});

const withBody = operations
  .filter(({ body, streamed }) => body !== null && !streamed)
  .map((operation) => [`${operation.method} ${operation.path}`, operation] as const);

/** Sends a body as JSON; the answer must be a small problem. */
async function refusal(path: string, method: string, body: string): Promise<Problem> {
  const headers = { ...ADMIN, 'content-type': 'application/json' };
  const response = await barline.request(path, { method, headers, body });
  const bytes = await response.arrayBuffer();
  expect([400, 413, 422]).toContain(response.status);
  expect(bytes.byteLength).toBeLessThan(MAX_ANSWER_BYTES);
  return JSON.parse(new TextDecoder().decode(bytes)) as Problem;
}

const members = (count: number, key: (i: number) => string): string =>
  `{${Array.from({ length: count }, (_, i) => `${JSON.stringify(key(i))}:1`).join(',')}}`;

/** JSON that no operation accepts: deep, wide, with long, arbitrary and repeated keys. */
const hostile = fc.oneof(
  fc.integer({ min: 21, max: 20_000 }).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
  fc.integer({ min: 21, max: 5000 }).map((depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
  fc.integer({ min: 1, max: 6000 }).map((count) => members(count, (i) => `k${i}`)),
  fc.integer({ min: 1, max: 6000 }).map((count) => members(count, () => 'same')),
  fc.integer({ min: 1, max: 60_000 }).map((length) => members(1, () => '\u0001'.repeat(length / 8))),
  fc.integer({ min: 1, max: 60_000 }).map((length) => members(1, () => 'k'.repeat(length))),
  fc
    .array(fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }), { minLength: 1, maxLength: 100 })
    .map((keys) => members(keys.length, (i) => `${keys[i]}${i}`)),
  fc.json({ depthSize: 'large', maxDepth: 30 }),
  fc.constantFrom('{"__proto__":{"lyrics":"x"}}', '{"constructor":{"prototype":{}}}', '[[],[],[]]'),
);

describe.each(withBody)('%s', (_, operation) => {
  const path = pathOf(operation);

  it('answers any hostile body with a small problem document', () =>
    fc.assert(
      fc.asyncProperty(hostile, async (body) => {
        await refusal(path, operation.method, body);
      }),
      { numRuns: 60 },
    ));

  it('rejects deep and wide bodies before validating them', async () => {
    const deep = await refusal(path, operation.method, '['.repeat(30_000));
    expect(deep.errors).toEqual([
      { path: 'body', code: 'TOO_DEEP', message: 'is nested more than 20 levels deep' },
    ]);
    const count = Math.floor((maxBodyBytes(path) - 100) / 12);
    const wide = await refusal(
      path,
      operation.method,
      members(count, (i) => i.toString(36)),
    );
    expect(wide.errors?.[0]).toMatchObject({ path: 'body', code: 'TOO_MANY_VALUES' });
  });

  it('lists the first errors and counts the others', async () => {
    const problem = await refusal(
      path,
      operation.method,
      members(300, (i) => `k${i}`),
    );
    expect(problem.errors).toHaveLength(50);
    expect(problem.errors_total).toBeGreaterThanOrEqual(300);
    expect(problem.detail).toContain(`and ${(problem.errors_total ?? 0) - 5} more`);
  });

  it('truncates a long key in every message', async () => {
    const problem = await refusal(
      path,
      operation.method,
      members(1, () => 'q'.repeat(50_000)),
    );
    expect(JSON.stringify(problem)).not.toContain('q'.repeat(101));
  });
});

it('accepts bodies larger than one text only for batches', async () => {
  const body = JSON.stringify({ lyrics: 'a line of words\n'.repeat(8000) });
  expect((await refusal('/analyze', 'POST', body)).code).toBe('PAYLOAD_TOO_LARGE');
  // A text of 5,000 characters in their longest JSON escapes is within the limit.
  const escaped = `{"lyrics":"${'\\u0041\\u0020'.repeat(2500)}","analyzer":"algorithmic"}`;
  const headers = { 'content-type': 'application/json' };
  expect((await barline.request('/analyze', { method: 'POST', headers, body: escaped })).status).toBe(200);
});

it('rejects a batch with too many values with a small response', async () => {
  const item = `{"lyrics":"the love love cold",${members(1_300_000, (i) => i.toString(16)).slice(1)}`;
  const problem = await refusal('/batch', 'POST', `{"items":[${item}]}`);
  expect(problem).toMatchObject({ status: 422, errors: [{ path: 'body', code: 'TOO_MANY_VALUES' }] });
}, 60_000);

it('rejects a query of 10,000 parameters with a small response', async () => {
  const query = Array.from({ length: 10_000 }, (_, i) => `p${i}=1`).join('&');
  for (const path of ['/tracks', '/search', '/health', '/tracks/1/similar']) {
    const response = await barline.request(`${path}?${query}`);
    const text = await response.text();
    expect(response.status).toBe(422);
    expect(text.length).toBeLessThan(MAX_ANSWER_BYTES);
    expect(JSON.parse(text)).toMatchObject({ code: 'VALIDATION_FAILED', errors_total: expect.any(Number) });
  }
});

it('does not repeat long parameters, paths and headers in full', async () => {
  const long = 'z'.repeat(9000);
  const requests: [string, RequestInit][] = [
    [`/search?q=${long}`, {}],
    [`/tracks?${long}=1`, {}],
    [`/tracks/${long}`, {}],
    [`/batch/${long}/status`, {}],
    [`/${long}`, {}],
    ['/batch', { method: 'POST', body: '{}', headers: { 'idempotency-key': long } }],
    ['/tracks', { headers: { authorization: `Bearer ${long}` } }],
  ];
  for (const [path, init] of requests) {
    const headers = { 'content-type': 'application/json', ...init.headers };
    const response = await barline.request(path, { ...init, headers });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect((await response.text()).length).toBeLessThan(3000);
  }
});
