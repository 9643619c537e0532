import type { Clock } from '../../src/lib/clock.ts';

/** A clock for concurrent callers: a sleep ends when no caller has work left before that time. */
export interface VirtualTime extends Clock {
  /** Advances time until the work is done; sleeps that are still pending then never end. */
  run<T>(work: Promise<T>): Promise<T>;
}

interface Sleeper {
  at: number;
  order: number;
  wake: () => void;
}

/** Turns of the event loop before time moves: more than the longest chain of promises between two sleeps. */
const TURNS = 40;

export function createVirtualTime(startMs = 1_700_000_000_000): VirtualTime {
  let now = startMs;
  let order = 0;
  const sleepers: Sleeper[] = [];
  const next = (): Sleeper | undefined => {
    let first = 0;
    for (const [i, { at, order: nth }] of sleepers.entries()) {
      const best = sleepers[first];
      if (best !== undefined && (at < best.at || (at === best.at && nth < best.order))) first = i;
    }
    return sleepers.splice(first, 1)[0];
  };
  const settle = async () => {
    for (let turn = 0; turn < TURNS; turn++) await Promise.resolve();
  };
  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ at: now + Math.max(0, ms), order: order++, wake });
      }),
    run: async (work) => {
      let isOver = false;
      const over = work.finally(() => {
        isOver = true;
      });
      // The caller, who awaits `over`, handles its failure.
      over.catch(() => undefined);
      for (await settle(); !isOver; await settle()) {
        const sleeper = next();
        if (sleeper === undefined) break;
        now = Math.max(now, sleeper.at);
        sleeper.wake();
      }
      return over;
    },
  };
}
