import { beforeAll, describe, expect, inject, it } from 'vitest';
import { createRedis } from '../../src/redis/client.ts';
import { BlockedCallers, createRedisLimiter } from '../../src/redis/rate-limiter.ts';
import { ADMIN, NOBODY, openBarline, startPart, type TestBarline } from '../support/test-barline.ts';
import type { Problem } from '../support/wire-types.ts';

const MODELS = 5;
const LIMITS = { RATE_LIMIT_READS_PER_MINUTE: '60', RATE_LIMIT_MODELS_PER_MINUTE: String(MODELS) };
/** A machine that is busy with other tests is no failure of Redis. */
const PATIENT_MS = 15_000;
/** Enough for the limit to be met, also if a window ends in between. */
const MANY = 40;
const VERSE = 'The kettle hums a tune about the rain\nA ticket stub, a window on the train';

const from = (address: string): Record<string, string> => ({ 'cf-connecting-ip': address });

function post(barline: TestBarline, path: string, body: unknown, headers: Record<string, string>) {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  return barline.request(path, { ...init, body: JSON.stringify(body) });
}

const analyze = (barline: TestBarline, headers: Record<string, string>) =>
  post(barline, '/analyze', { lyrics: VERSE, analyzer: 'algorithmic' }, headers);

/** Sends requests until one is refused, and returns it with the number of those that were not. */
async function untilRefused(send: (i: number) => Promise<Response>) {
  for (let allowed = 0; allowed < MANY; allowed++) {
    const answer = await send(allowed);
    if (answer.status === 429) return { allowed, refused: answer };
  }
  throw new Error(`none of ${MANY} requests was refused`);
}

describe.each(inject('redisChoices'))('limits a minute over %s Redis', (choice) => {
  let barline: TestBarline;
  let vars: Record<string, string>;

  beforeAll(async () => {
    ({ vars } = await startPart({ kind: 'redis', choice }));
    barline = await openBarline({ vars: { ...LIMITS, ...vars } });
  }, 60_000);

  it('lets 45 of 200 requests through that two isolates get at once', async () => {
    const { UPSTASH_REDIS_REST_URL: url = '', UPSTASH_REDIS_REST_TOKEN: token = '' } = vars;
    const isolates = [1, 2].map(() => {
      const blocked = new BlockedCallers();
      // Requests of an isolate have a client each.
      return {
        take: () =>
          createRedisLimiter(createRedis({ url, token }, PATIENT_MS), blocked, PATIENT_MS).take(REQUEST),
      };
    });
    const REQUEST = { id: 'models:198.51.100.1', limit: 45, cost: 1 };
    const takes = Array.from({ length: 100 }, () => isolates.map(({ take }) => take())).flat();
    const allowed = (await Promise.all(takes)).filter((decision) => decision.allowed);
    // A window may end in between, and a part of it with it.
    expect(allowed.length).toBeGreaterThanOrEqual(45);
    expect(allowed.length).toBeLessThanOrEqual(50);
  });

  it('says what is left, and when a refused request may come again', async () => {
    const caller = from('198.51.100.2');
    const first = await analyze(barline, caller);
    expect(first.headers.get('ratelimit-policy')).toBe('"models";q=5;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"models";r=4;t=\d+$/);
    const { refused } = await untilRefused(() => analyze(barline, caller));
    const problem = (await refused.json()) as Problem;
    expect(problem.code).toBe('RATE_LIMITED');
    expect(problem.detail).toBe('5 requests to analyse or write a text a minute are allowed.');
    expect(refused.headers.get('ratelimit')).toMatch(/^"models";r=0;t=\d+$/);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThanOrEqual(12);
    expect(wait).toBeLessThanOrEqual(72);
  });

  it('sends nothing of the answer that it takes the place of', async () => {
    const caller = { ...from('198.51.100.6'), 'accept-encoding': 'gzip' };
    const { refused } = await untilRefused(() => analyze(barline, caller));
    const { headers } = refused;
    expect(['content-encoding', 'content-length', 'etag', 'vary'].map((name) => headers.get(name))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(((await refused.json()) as Problem).code).toBe('RATE_LIMITED');
  });

  it('counts the addresses of an IPv6 network as one caller, and other classes apart', async () => {
    const { allowed } = await untilRefused((i) => analyze(barline, from(`2001:db8:1:2::${i + 1}`)));
    expect(allowed).toBeGreaterThanOrEqual(MODELS);
    const read = await barline.request('/tracks', { headers: from('2001:db8:1:2::1') });
    expect(read.headers.get('ratelimit-policy')).toBe('"reads";q=60;w=60');
    expect(read.status).toBe(200);
  });

  it('gains nothing by a header that a client can set', async () => {
    const forged = (i: number) => ({
      'x-forwarded-for': `203.0.113.${i}`,
      'x-real-ip': `203.0.113.${i}`,
      forwarded: `for=203.0.113.${i}`,
    });
    const { allowed } = await untilRefused((i) =>
      analyze(barline, { ...from('198.51.100.3'), ...forged(i) }),
    );
    expect(allowed).toBeGreaterThanOrEqual(MODELS);
  });

  it('gives a key the limit of its role', async () => {
    const answer = await analyze(barline, { ...from('198.51.100.2'), ...ADMIN });
    expect(answer.headers.get('ratelimit-policy')).toBe('"models";q=6000;w=60');
    expect(answer.status).toBe(200);
  });

  it('counts a batch by its items', async () => {
    const items = Array.from({ length: 900 }, () => ({ lyrics: VERSE }));
    const { refused, allowed } = await untilRefused(() =>
      post(barline, '/batch', { items, operation: 'validate' }, from('198.51.100.4')),
    );
    expect(allowed).toBeGreaterThanOrEqual(2);
    const { detail } = (await refused.json()) as Problem;
    expect(detail).toBe('2000 items of batches a minute are allowed.');
    expect(refused.headers.get('ratelimit')).toMatch(/^"batch-items";r=0;t=\d+$/);
  });
});

describe('limits without Redis', () => {
  it('are kept by the isolate, which refuses nothing below them', async () => {
    const gone = { UPSTASH_REDIS_REST_URL: NOBODY, UPSTASH_REDIS_REST_TOKEN: 'x' };
    const barline = await openBarline({ vars: { ...LIMITS, ...gone } });
    const { allowed } = await untilRefused(() => analyze(barline, from('198.51.100.5')));
    expect(allowed).toBeGreaterThanOrEqual(MODELS);
    expect(allowed).toBeLessThanOrEqual(2 * MODELS);
  });
});
