import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ADMIN, NOBODY, openBarline, startPart, type TestBarline } from '../support/test-barline.ts';
import type { Problem } from '../support/wire-types.ts';

const LIMITS = { RATE_LIMIT_READS_PER_MINUTE: '60', RATE_LIMIT_MODELS_PER_MINUTE: '45' };
const VERSE = 'The kettle hums a tune about the rain\nA ticket stub, a window on the train';

const from = (address: string) => ({ 'cf-connecting-ip': address });

function analyze(barline: TestBarline, headers: Record<string, string>): Promise<Response> {
  const body = JSON.stringify({ lyrics: VERSE, analyzer: 'algorithmic' });
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
  return barline.request('/analyze', init);
}

const statuses = async (answers: Promise<Response>[]): Promise<Record<number, number>> => {
  const counts: Record<number, number> = {};
  for (const { status } of await Promise.all(answers)) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

describe.each(inject('redisChoices'))('limits a minute over %s Redis', (choice) => {
  let barline: TestBarline;
  let other: TestBarline;

  beforeAll(async () => {
    const redis = await startPart({ kind: 'redis', choice });
    barline = await openBarline({ vars: { ...LIMITS, ...redis.vars } });
    // Another isolate: its memory is its own.
    other = barline.withVars({});
  });

  it('lets 45 of 200 requests through that two isolates get at once', async () => {
    const one = from('198.51.100.1');
    await analyze(barline, from('198.51.100.99'));
    const answers = Array.from({ length: 200 }, (_, i) => analyze(i % 2 === 0 ? barline : other, one));
    const counts = await statuses(answers);
    // A window may end in between.
    expect(counts[200]).toBeGreaterThanOrEqual(45);
    expect(counts[200]).toBeLessThanOrEqual(50);
    expect((counts[200] ?? 0) + (counts[429] ?? 0)).toBe(200);
  });

  it('says what is left, and when a refused request may come again', async () => {
    const caller = from('198.51.100.2');
    const first = await analyze(barline, caller);
    expect(first.headers.get('ratelimit-policy')).toBe('"models";q=45;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"models";r=44;t=\d+$/);
    let refused = first;
    while (refused.status === 200) refused = await analyze(barline, caller);
    const problem = (await refused.json()) as Problem;
    expect({ status: refused.status, code: problem.code }).toEqual({ status: 429, code: 'RATE_LIMITED' });
    expect(problem.detail).toContain('45 requests to analyse or write a text a minute');
    expect(refused.headers.get('ratelimit')).toMatch(/^"models";r=0;t=\d+$/);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(wait).toBeLessThanOrEqual(62);
  });

  it('counts the addresses of an IPv6 network as one caller, and other classes apart', async () => {
    const answers = Array.from({ length: 60 }, (_, i) => analyze(barline, from(`2001:db8:1:2::${i + 1}`)));
    expect((await statuses(answers))[429]).toBeGreaterThanOrEqual(10);
    const read = await barline.request('/tracks', { headers: from('2001:db8:1:2::1') });
    expect(read.headers.get('ratelimit-policy')).toBe('"reads";q=60;w=60');
    expect(read.status).toBe(200);
  });

  it('gains nothing by a header that a client can set', async () => {
    const answers = Array.from({ length: 60 }, (_, i) =>
      analyze(barline, {
        ...from('198.51.100.3'),
        'x-forwarded-for': `203.0.113.${i}`,
        'x-real-ip': `203.0.113.${i}`,
      }),
    );
    expect((await statuses(answers))[429]).toBeGreaterThanOrEqual(10);
  });

  it('gives a key the limit of its role', async () => {
    const answer = await analyze(barline, { ...from('198.51.100.1'), ...ADMIN });
    expect(answer.headers.get('ratelimit-policy')).toBe('"models";q=6000;w=60');
    expect(answer.status).toBe(200);
  });

  it('counts a batch by its items', async () => {
    const submit = () =>
      barline.request('/batch', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...from('198.51.100.4') },
        body: JSON.stringify({
          items: Array.from({ length: 900 }, () => ({ lyrics: VERSE })),
          operation: 'validate',
        }),
      });
    const [first, second, third] = [await submit(), await submit(), await submit()];
    expect([first.status, second.status]).toEqual([202, 202]);
    const fourth = third.status === 429 ? third : await submit();
    expect(fourth.status).toBe(429);
    expect(((await fourth.json()) as Problem).detail).toContain('2000 items of batches a minute');
  });
});

describe('without Redis', () => {
  it('limits within the isolate, and refuses nothing below the limit', async () => {
    const barline = await openBarline({
      vars: { ...LIMITS, UPSTASH_REDIS_REST_URL: NOBODY, UPSTASH_REDIS_REST_TOKEN: 'x' },
    });
    const counts = await statuses(Array.from({ length: 80 }, () => analyze(barline, from('198.51.100.5'))));
    expect(counts[200]).toBeGreaterThanOrEqual(45);
    expect(counts[200]).toBeLessThanOrEqual(50);
    expect((counts[200] ?? 0) + (counts[429] ?? 0)).toBe(80);
  });
});
