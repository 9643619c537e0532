import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_MODEL_BUDGET } from '../../../../src/lib/resilience/model-budget.ts';
import { firstEpoch, nextEpoch, rateAt } from '../../../../src/lib/resilience/rate-controller.ts';
import { ORDINARY, type Simulated, type Simulation, seeded, simulate } from './rate-simulation.ts';

const SEEDS = [1, 2, 3, 4, 5];

async function runs(change: Partial<Simulation>, seeds = SEEDS): Promise<Simulated[]> {
  const done: Simulated[] = [];
  for (const seed of seeds) done.push(await simulate({ ...ORDINARY, ...change, random: seeded(seed) }));
  return done;
}
const worst = (list: Simulated[], of: (run: Simulated) => number) => Math.max(...list.map(of));

describe('a batch of 300 at 600 a minute, by four isolates', () => {
  it('takes the ideal time where nothing is refused', async () => {
    const done = await runs({});
    expect(worst(done, ({ overIdeal }) => overIdeal)).toBeLessThan(1.05);
    expect(worst(done, ({ sent }) => sent)).toBe(300);
  });

  it.each([0.01, 0.05, 0.1])(
    'takes at most 2.5 times as long where a share of %d of the answers is 429 and one in twenty is 500',
    async (refuse) => {
      const done = await runs({ refuse, fail: 0.05 });
      expect(worst(done, ({ overIdeal }) => overIdeal)).toBeLessThan(2.5);
    },
  );

  it('takes at most 2.5 times as long where thirty requests in a row are refused', async () => {
    const done = await runs({ refuseFirst: [90, 120], fail: 0.05 });
    expect(worst(done, ({ overIdeal }) => overIdeal)).toBeLessThan(2.5);
  });

  it('takes no longer where the provider is slow to answer', async () => {
    const done = await runs({ refuse: 0.1, fail: 0.05, latencyMs: 2000, isolates: 8 });
    expect(worst(done, ({ overIdeal }) => overIdeal)).toBeLessThan(2.5);
  });
});

describe('an overload', () => {
  it.each([
    [600, 100],
    [600, 300],
    [600, 500],
  ])(
    'of %d a minute where the provider takes %d settles within 30 s: few refusals, little of its rate unused',
    async (perMinute, taken) => {
      const capacity = { perMinute: taken, burst: 5 + Math.ceil(taken / 60) };
      const done = await runs({ perMinute, capacity, items: 3 * taken }, [1, 2, 3]);
      expect(worst(done, (run) => run.refusedAfter(30))).toBeLessThanOrEqual(0.05);
      expect(worst(done, ({ overIdeal }) => overIdeal)).toBeLessThan(1.15);
    },
  );

  it('of the default rate settles as well', async () => {
    const capacity = { perMinute: 30, burst: 5 };
    const done = await runs({ perMinute: 45, capacity, latencyMs: 3000, items: 120 }, [1, 2]);
    expect(worst(done, (run) => run.refusedAfter(60))).toBeLessThanOrEqual(0.05);
  });
});

describe('whatever was sent and refused', () => {
  const options = DEFAULT_MODEL_BUDGET;
  const step = fc.record({
    afterMs: fc.integer({ min: 1, max: 300_000 }),
    sent: fc.nat(500),
    refused: fc.nat(500),
    quietMs: fc.nat(300_000),
  });

  it('the rate stays between floor and limit, falls only by a decision, and those are a window apart', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let now = 0;
        let quietSince = 0;
        let epoch = firstEpoch(now, options);
        for (const { afterMs, sent, refused, quietMs } of steps) {
          const before = rateAt(epoch, quietSince, now, options);
          now += afterMs;
          expect(rateAt(epoch, quietSince, now, options)).toBeGreaterThanOrEqual(before);
          quietSince = Math.max(quietSince, now - quietMs);
          const next = nextEpoch(epoch, { sent, refused: Math.min(sent, refused), quietSince, now }, options);
          if (next !== null) {
            expect(now - epoch.at).toBeGreaterThanOrEqual(options.windowMs);
            epoch = next;
          }
          const rate = rateAt(epoch, quietSince, now, options);
          expect(rate).toBeGreaterThanOrEqual(options.floorPerMinute);
          expect(rate).toBeLessThanOrEqual(options.perMinute);
        }
        expect(rateAt(epoch, quietSince, now + 15 * 60_000, options)).toBe(options.perMinute);
      }),
    );
  });
});
