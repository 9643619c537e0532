import type { Clock } from '../../src/lib/clock.ts';

export interface FakeClock extends Clock {
  advance(ms: number): void;
  /** How long each sleep was, in milliseconds. */
  readonly slept: number[];
}

/** A clock that only moves when told to; a sleep advances it and returns immediately. */
export function createFakeClock(startMs = 1_700_000_000_000): FakeClock {
  let now = startMs;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
    },
    advance: (ms) => {
      now += ms;
    },
  };
}
