import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { withHeartbeat } from './heartbeat.ts';
import type { SharedState } from './shared-state.ts';

const FIRST_POLL_MS = 25;
const LONGEST_POLL_MS = 400;
/** How soon the place of a worker that died is taken; while it lives it renews this three times over. */
const LEASE_MS = 6000;
/** Longer than anybody waits. */
const END_KEPT_MS = 120_000;

export interface Flight<T> {
  /** What makes two calls the same. */
  id: string;
  /** How long the caller waits in all, whoever does the work. */
  timeoutMs: number;
  /** Does the work within so many milliseconds. */
  work: (timeoutMs: number) => Promise<T>;
  /** The end as a text for the others. */
  serialize: (end: { value: T } | { error: unknown }) => string;
  /** What a caller makes of the end that another was told of. */
  receive: (told: string) => Promise<T>;
  /** What a caller has whose time is over before the work is. */
  onTimeout: () => Promise<T>;
}

interface FlightContext {
  state: SharedState;
  clock: Clock;
  waitUntil: (work: Promise<unknown>) => void;
}

const EndSchema = z.object({ at: z.number(), told: z.string() });

/**
 * Of calls for the same thing at the same time, in whatever isolate, one works and the others are told how it ended, be
 * it well or badly: a flight that ends after a call began answers that call. A Worker may not await another request's
 * promise, so those who wait look again, less and less often. Work goes on when its caller has hung up; where the worker
 * dies, one of those who wait takes its place with the time that it has left.
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
    // In this order, on the same way to Redis: whoever takes the lock after it was given back finds the end.
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
    // The end also where the lock is ours: the one before may have ended between two looks.
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

/** Anything other than an end counts as none. */
function parseEnd(stored: string | null): z.infer<typeof EndSchema> | null {
  if (stored === null) return null;
  try {
    return EndSchema.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    return null;
  }
}
