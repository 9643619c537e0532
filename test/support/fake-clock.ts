import type { Clock } from '../../src/lib/clock.ts';

export interface FakeClock extends Clock {
  advance(ms: number): void;
  /** How long each sleep was, in milliseconds. */
  readonly slept: number[];
}

/** A clock that stands still until it is moved; a sleep moves it and is over at once. */
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
