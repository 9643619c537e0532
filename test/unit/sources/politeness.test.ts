import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalState } from '../../../src/lib/resilience/local-state.ts';
import { createRateGate } from '../../../src/sources/politeness.ts';
import { createSendPace } from '../../../src/sources/send-pace.ts';

/** The largest number of times within one second. */
function busiestSecond(times: readonly number[]): number {
  return Math.max(
    0,
    ...times.map((from) => times.filter((time) => time >= from && time < from + 1000).length),
  );
}

/** A clock whose sleeps end in order of their time, each delayed by `late`. */
function lateClock(late: () => number) {
  let now = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  return {
    clock: {
      now: () => now,
      sleep: (ms: number) => new Promise<void>((wake) => void sleepers.push({ at: now + ms + late(), wake })),
    },
    async run(): Promise<void> {
      for (;;) {
        // All consequences of a wake-up happen before the next one.
        await new Promise((resolve) => setTimeout(resolve, 0));
        sleepers.sort((a, b) => a.at - b.at);
        const next = sleepers.shift();
        if (next === undefined) return;
        now = Math.max(now, next.at);
        next.wake();
      }
    },
  };
}

describe('the rate of a host', () => {
  it('is kept in every second for any delay of timers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(1, 2, 7, 20),
        fc.array(fc.nat(90), { minLength: 1, maxLength: 20 }),
        async (requestsPerSecond, lates) => {
          let turn = 0;
          const { clock, run } = lateClock(() => lates[turn++ % lates.length] ?? 0);
          const state = createLocalState(clock);
          const gate = createRateGate({ state, pace: createSendPace(), clock, requestsPerSecond });
          const times: number[] = [];
          const lane = async (): Promise<void> => {
            for (let i = 0; i < 6; i++) {
              await gate.acquire('songs.test');
              times.push(clock.now());
            }
          };
          const lanes = Array.from({ length: 4 }, lane);
          await run();
          await Promise.all(lanes);
          expect(times).toHaveLength(24);
          expect(busiestSecond(times)).toBeLessThanOrEqual(requestsPerSecond);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is used to 95 % when timers are a few milliseconds late', async () => {
    let turn = 0;
    const { clock, run } = lateClock(() => (turn++ * 7) % 5);
    const state = createLocalState(clock);
    const gate = createRateGate({ state, pace: createSendPace(), clock, requestsPerSecond: 20 });
    const times: number[] = [];
    const lane = async (): Promise<void> => {
      for (let i = 0; i < 50; i++) {
        await gate.acquire('songs.test');
        times.push(clock.now());
      }
    };
    const lanes = Array.from({ length: 4 }, lane);
    await run();
    await Promise.all(lanes);
    expect(busiestSecond(times)).toBe(20);
    expect(times.length / ((times.at(-1) ?? 0) / 1000)).toBeGreaterThanOrEqual(19);
  });

  it('is separate for each host, and a crawl delay affects only its own host', () => {
    const pace = createSendPace();
    expect([pace.take('a.test', 5000, 0), pace.take('b.test', 5000, 0)]).toEqual([0, 0]);
    expect(pace.take('a.test', 5000, 1000)).toBeGreaterThan(4000);
    expect(pace.take('b.test', 500, 600)).toBe(0);
  });
});
