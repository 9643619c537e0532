import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs, retry } from '../../../../src/lib/resilience/backoff.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

const OPTIONS = { baseMs: 100, maxMs: 1000, attempts: 4 };
const AGAIN = new Error('again');

describe('a backoff', () => {
  it('is below its ceiling, which doubles up to the limit', () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.nat(40), chance, (attempt, random) => {
        const ms = backoffMs(attempt, OPTIONS, () => random);
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThan(Math.min(1000, 100 * 2 ** attempt));
        expect(Number.isInteger(ms)).toBe(true);
      }),
    );
  });

  it('is spread over the whole range', () => {
    expect(backoffMs(3, OPTIONS, () => 0)).toBe(0);
    expect(backoffMs(3, OPTIONS, () => 0.999)).toBe(799);
  });
});

describe('a retry', () => {
  const run = async (outcomes: readonly unknown[], options: Partial<Parameters<typeof retry>[1]> = {}) => {
    const clock = createFakeClock();
    const calls: number[] = [];
    const work = async (attempt: number) => {
      calls.push(attempt);
      const outcome = outcomes[calls.length - 1];
      if (outcome instanceof Error) throw outcome;
      return outcome;
    };
    const settled = await retry(
      work,
      { ...OPTIONS, isRetryable: () => true, ...options },
      { clock, random: () => 0.5 },
    ).then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    return { ...settled, calls, slept: clock.slept };
  };

  it('returns the first success after growing waits', async () => {
    expect(await run([AGAIN, AGAIN, 'done'])).toEqual({ value: 'done', calls: [0, 1, 2], slept: [50, 100] });
  });

  it('fails after its last attempt with that error, without a further wait', async () => {
    const last = new Error('last');
    expect(await run([AGAIN, AGAIN, AGAIN, last])).toEqual({
      error: last,
      calls: [0, 1, 2, 3],
      slept: [50, 100, 200],
    });
  });

  it('does not retry a rejected call', async () => {
    const isRetryable = (error: unknown) => error !== AGAIN;
    expect(await run([AGAIN], { isRetryable })).toEqual({ error: AGAIN, calls: [0], slept: [] });
  });

  it('waits for the requested time, and does not wait longer than its limit', async () => {
    expect(await run([AGAIN, 'done'], { retryAfterMs: () => 777 })).toMatchObject({
      value: 'done',
      slept: [777],
    });
    expect(await run([AGAIN, 'done'], { retryAfterMs: () => 1001 })).toEqual({
      error: AGAIN,
      calls: [0],
      slept: [],
    });
  });
});
