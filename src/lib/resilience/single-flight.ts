import type { Clock } from '../clock.ts';
import type { SharedState } from './shared-state.ts';

const FIRST_POLL_MS = 25;
const LONGEST_POLL_MS = 400;

export interface Flight<T> {
  /** What makes two calls the same. */
  id: string;
  /** How long the work can take at most; a holder that died is forgotten after it. */
  timeoutMs: number;
  /** Where the answer will be found; null while it is not there. */
  look: () => Promise<T | null>;
  /** Does the work and leaves the answer where `look` finds it. */
  work: () => Promise<T>;
}

/**
 * Of calls for the same thing at the same time, in whatever isolate, one works and the others wait for its answer. A
 * Worker may not await another request's promise, so those who wait look again, less and less often. Where the worker
 * fails without an answer, one of them takes its place; where the time is over, the caller works itself.
 */
export async function singleFlight<T>(
  deps: { state: SharedState; clock: Clock },
  flight: Flight<T>,
): Promise<T> {
  const { state, clock } = deps;
  const key = `flight:${flight.id}`;
  const deadline = clock.now() + flight.timeoutMs;
  let waited = false;
  for (let pollMs = FIRST_POLL_MS; ; pollMs = Math.min(pollMs * 1.5, LONGEST_POLL_MS)) {
    const isOurs = await state.acquire(key, '1', flight.timeoutMs);
    if (isOurs || clock.now() >= deadline) {
      // Whoever worked before may have finished between the look and now.
      const found = waited ? await flight.look() : null;
      if (found !== null) {
        if (isOurs) await state.remove(key);
        return found;
      }
      try {
        return await flight.work();
      } finally {
        if (isOurs) await state.remove(key);
      }
    }
    waited = true;
    await clock.sleep(pollMs);
    const found = await flight.look();
    if (found !== null) return found;
  }
}
