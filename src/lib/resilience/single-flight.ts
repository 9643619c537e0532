import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { withHeartbeat } from './heartbeat.ts';
import type { SharedState } from './shared-state.ts';

const FIRST_POLL_MS = 25;
const LONGEST_POLL_MS = 400;
/** How soon a dead worker can be replaced; a live worker renews its lease three times in that span. */
const LEASE_MS = 6000;
/** Longer than any caller waits. */
const END_KEPT_MS = 120_000;

export interface Flight<T> {
  /** Calls with the same key are the same work. */
  id: string;
  /** How long the caller waits in total, no matter who does the work. */
  timeoutMs: number;
  /** Does the work within this many milliseconds. */
  work: (timeoutMs: number) => Promise<T>;
  /** The result as text for the other callers. */
  serialize: (end: { value: T } | { error: unknown }) => string;
  /** The caller's result from a shared end. */
  receive: (told: string) => Promise<T>;
  /** The caller's result if its time runs out before the work ends. */
  onTimeout: () => Promise<T>;
}

interface FlightContext {
  state: SharedState;
  clock: Clock;
  waitUntil: (work: Promise<unknown>) => void;
}

const EndSchema = z.object({ at: z.number(), told: z.string() });

/**
 * Of concurrent calls with the same key, in any isolates, one does the work and the others get its result, success or
 * failure: a flight that ends after a call began answers that call. A Worker may not await another request's promise,
 * so the waiting calls poll with growing intervals. The work continues if its caller disconnects; if the worker dies,
 * one of the waiting calls replaces it with the time that it has left.
 */
export async function singleFlight<T>(ctx: FlightContext, flight: Flight<T>): Promise<T> {
  const { state, clock } = ctx;
  const [lock, endKey] = [`flight:${flight.id}`, `flight:${flight.id}:end`];
  const me = crypto.randomUUID();
  const began = clock.now();
  const deadline = began + flight.timeoutMs;
  const ended = async () => {
    const end = parseEnd(await state.get(endKey));
    return end !== null && end.at >= began ? end.told : null;
  };

  const lead = async (): Promise<T> => {
    // In this order on the same connection to Redis: whoever takes the released lock then finds the result.
    const land = (end: { value: T } | { error: unknown }) =>
      Promise.all([
        state.set(endKey, JSON.stringify({ at: clock.now(), told: flight.serialize(end) }), END_KEPT_MS),
        state.release(lock, me),
      ]);
    const renew = async () => {
      if (!(await state.renew(lock, me, LEASE_MS))) await state.acquire(lock, me, LEASE_MS);
    };
    try {
      const value = await withHeartbeat(LEASE_MS / 3, renew, () => flight.work(deadline - clock.now()));
      await land({ value });
      return value;
    } catch (error) {
      await land({ error });
      throw error;
    }
  };

  for (let pollMs = FIRST_POLL_MS; ; pollMs = Math.min(pollMs * 1.5, LONGEST_POLL_MS)) {
    // Also read the result if the lock is ours: the previous holder may have finished between two polls.
    const [isOurs, told] = await Promise.all([state.acquire(lock, me, LEASE_MS), ended()]);
    if (told !== null) {
      if (isOurs) await state.release(lock, me);
      return flight.receive(told);
    }
    if (isOurs) {
      const work = lead();
      ctx.waitUntil(work.catch(() => undefined));
      return work;
    }
    const leftMs = deadline - clock.now();
    if (leftMs <= 0) return flight.onTimeout();
    await clock.sleep(Math.min(pollMs, leftMs));
  }
}

/** A value that is not a result is treated as missing. */
function parseEnd(stored: string | null): z.infer<typeof EndSchema> | null {
  if (stored === null) return null;
  try {
    return EndSchema.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    return null;
  }
}
