import { describe, expect, it } from 'vitest';
import { limitInFlight } from '../../../../src/lib/resilience/limit-in-flight.ts';

const never = () => new Promise<never>(() => {});

describe('a limit of requests in flight', () => {
  it('refuses what is over it at once, without beginning it, and says when to try again', async () => {
    const run = limitInFlight('database', 2, 'DATABASE_UNAVAILABLE');
    void run(never);
    void run(never);
    let began = false;
    const third = run(async () => {
      began = true;
    });
    await expect(third).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      upstream: 'database',
      retryAfterMs: 1000,
    });
    expect(began).toBe(false);
  });

  it.each([
    ['an answer', () => Promise.resolve(1)],
    ['a failure', () => Promise.reject(new Error('no'))],
    [
      'work that throws before it waits',
      () => {
        throw new Error('no');
      },
    ],
  ])('has a free place again after %s', async (_, work: () => Promise<number>) => {
    const run = limitInFlight('database', 1, 'DATABASE_UNAVAILABLE');
    await run(work).catch(() => {});
    await expect(run(() => Promise.resolve(2))).resolves.toBe(2);
  });
});
