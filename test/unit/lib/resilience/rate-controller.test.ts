import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_MODEL_BUDGET } from '../../../../src/lib/resilience/model-budget.ts';
import {
  firstEpoch,
  nextEpoch,
  type RateEpoch,
  rateAt,
} from '../../../../src/lib/resilience/rate-controller.ts';
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

describe('an epoch', () => {
  const options = DEFAULT_MODEL_BUDGET;
  const epoch: RateEpoch = {
    ...{ at: 0, rate: 31, from: 45, origin: 45, good: 0, share: null, noise: 0 },
  };
  const decide = (windows: number, seen: { sent: number; refused: number }, from: Partial<RateEpoch> = {}) =>
    nextEpoch({ ...epoch, ...from }, { ...seen, quietSince: 0, now: windows * options.windowMs }, options);

  it('is over after a window with twenty requests, or after six with fewer', () => {
    expect(decide(0.999, { sent: 500, refused: 1 })).toBeNull();
    expect(decide(1, { sent: 19, refused: 1 })).toBeNull();
    expect(decide(1, { sent: 20, refused: 1 })).not.toBeNull();
    expect(decide(5.999, { sent: 1, refused: 1 })).toBeNull();
    expect(decide(6, { sent: 1, refused: 1 })).not.toBeNull();
  });

  it('with noise is over after a hundred requests, and the rate then grows by a twentieth', () => {
    const noisy = { noise: 0.1, rate: 40, from: 40 };
    expect(decide(1, { sent: 99, refused: 9 }, noisy)).toBeNull();
    expect(decide(1, { sent: 100, refused: 9 }, noisy)).toMatchObject({ rate: 42, from: 42, noise: 0.1 });
  });

  it('with noise takes one refusal of one request for chance', () => {
    expect(decide(6, { sent: 1, refused: 1 }, { noise: 0.1, rate: 40, from: 40 })).toBeNull();
    expect(decide(6, { sent: 3, refused: 3 }, { noise: 0.1, rate: 40, from: 40 })).not.toBeNull();
  });

  it('below what was answered before takes its refusals for noise, of the size that was seen', () => {
    const share = 3 / 30;
    expect(decide(1, { sent: 30, refused: 3 }, { good: 45 })).toMatchObject({ rate: 45, noise: share });
    // If no cut reduced the share of refusals, at least the first share is noise.
    expect(decide(1, { sent: 30, refused: 3 }, { share: 0.15 })).toMatchObject({ noise: 0.15 });
    expect(decide(1, { sent: 30, refused: 3 }, { share: 0.21 })).toMatchObject({ noise: 0 });
  });

  it('that is an overload for certain is cut by its share, to a quarter at most', () => {
    const sent = 100;
    const rates = [30, 50, 90].map((refused) => decide(6, { sent, refused }, { rate: 100, from: 100 })?.rate);
    expect(rates).toEqual([31, 22, 11]);
    expect(decide(6, { sent, refused: 30 })).toMatchObject({ origin: null, share: null });
  });

  it('counts the best that was answered, a twentieth less with each', () => {
    expect(decide(1, { sent: 20, refused: 5 })?.good).toBe((15 / 10_000) * 60_000);
    expect(decide(1, { sent: 20, refused: 5 }, { good: 200 })?.good).toBe(190);
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
