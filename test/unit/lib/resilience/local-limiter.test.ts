import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RateLimiter } from '../../../../src/lib/rate-limits.ts';
import { createLocalLimiter, withLocalLimiter } from '../../../../src/lib/resilience/local-limiter.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

const MINUTE = 60_000;
const at = (limit: number, cost = 1, id = 'reads:192.0.2.1') => ({ id, limit, cost });

describe('the limiter of one isolate', () => {
  it('allows as many requests of a burst as the limit says, and counts each caller alone', async () => {
    const limiter = createLocalLimiter(createFakeClock());
    const decisions = await Promise.all(Array.from({ length: 200 }, () => limiter.take(at(45))));
    expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(45);
    expect(decisions.map(({ remaining }) => remaining).slice(0, 46)).toEqual([
      ...Array.from({ length: 45 }, (_, i) => 44 - i),
      0,
    ]);
    expect(await limiter.take(at(45, 1, 'reads:192.0.2.2'))).toMatchObject({ allowed: true, remaining: 44 });
  });

  it('allows at most the limit within a window, whatever the requests count as', async () => {
    const steps = fc.array(
      fc.record({ waitMs: fc.integer({ min: 0, max: 9000 }), cost: fc.integer({ min: 1, max: 5 }) }),
      {
        minLength: 20,
        maxLength: 120,
      },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const clock = createFakeClock();
        const limiter = createLocalLimiter(clock);
        const taken = new Map<number, number>();
        for (const { waitMs, cost } of list) {
          clock.advance(waitMs);
          const { allowed } = await limiter.take(at(10, cost));
          const window = Math.floor(clock.now() / MINUTE);
          if (allowed) taken.set(window, (taken.get(window) ?? 0) + cost);
        }
        for (const count of taken.values()) expect(count).toBeLessThanOrEqual(10);
      }),
    );
  });

  it('allows a refused request after the time that it says', async () => {
    const steps = fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 20, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 6 }), async (waits, cost) => {
        const clock = createFakeClock();
        const limiter = createLocalLimiter(clock);
        for (const waitMs of waits) {
          clock.advance(waitMs);
          const decision = await limiter.take(at(6, cost));
          if (decision.allowed) continue;
          clock.advance(decision.retryAfterMs);
          expect((await limiter.take(at(6, cost))).allowed).toBe(true);
        }
      }),
    );
  });
});

describe('a limiter with another in its place', () => {
  it('asks the second while the first fails, and the first again after five seconds', async () => {
    const clock = createFakeClock();
    const asked = { first: 0, failures: 0 };
    let works = false;
    const local = createLocalLimiter(clock);
    const first: RateLimiter = {
      take: async (request) => {
        asked.first += 1;
        if (!works) throw new Error('no answer');
        return { ...(await createLocalLimiter(clock).take(request)), limit: 99 };
      },
    };
    const limiter = withLocalLimiter(first, local, {
      clock,
      rest: { until: 0 },
      onFallback: () => {
        asked.failures += 1;
      },
    });
    const decisions = await Promise.all([1, 2].map(() => limiter.take(at(2))));
    expect(decisions.map(({ allowed }) => allowed)).toEqual([true, true]);
    expect((await limiter.take(at(2))).allowed).toBe(false);
    expect(asked).toEqual({ first: 2, failures: 2 });
    works = true;
    expect((await limiter.take(at(2))).limit).toBe(2);
    clock.advance(5000);
    expect((await limiter.take(at(2))).limit).toBe(99);
  });
});
