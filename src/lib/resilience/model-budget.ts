import type { Clock } from '../clock.ts';
import {
  firstEpoch,
  nextEpoch,
  type RateEpoch,
  RateEpochSchema,
  type RateOptions,
  rateAt,
} from './rate-controller.ts';
import type { SharedState } from './shared-state.ts';

export interface ModelBudgetOptions extends RateOptions {
  /** Requests that may be sent at once after an idle period. */
  burst: number;
  /** How many of the burst are reserved for interactive requests: background work does not use them. */
  reserved: number;
}

export const DEFAULT_MODEL_BUDGET: ModelBudgetOptions = {
  perMinute: 45,
  floorPerMinute: 10,
  burst: 5,
  reserved: 2,
  cutTo: 0.7,
  windowMs: 10_000,
};

/** The default options with another rate. */
export function budgetOptions(perMinute: number, burst: number): ModelBudgetOptions {
  return { ...DEFAULT_MODEL_BUDGET, perMinute, burst };
}

/** Longer than any recovery takes; after this time without a refusal all state is dropped. */
const MEMORY_MS = 20 * 60_000;
/** A refusal restarts the recovery at most this often. */
const QUIET_STEP_MS = 1000;
/** Who waits for the answer: an interactive caller, or a queue job. */
export type Priority = 'interactive' | 'background';

/** A request that may be sent, or how long it would have had to wait. */
export type BudgetTicket = { granted: true; takenAt: number } | { granted: false; waitMs: number };

/**
 * A rate limit for one upstream, shared by all isolates: evenly spaced slots with a burst (GCRA), at the rate that
 * `rate-controller.ts` allows.
 */
export interface ModelBudget {
  /**
   * Waits for a slot and takes it; a slot further away than `maxWaitMs` is not taken. An interactive request may take
   * its slot ahead of time. Background work takes a slot only when it is due and leaves `reserved` of the burst, so
   * that interactive requests do not wait behind it; it may use the whole rate while there are no others.
   */
  take(maxWaitMs: number, priority?: Priority): Promise<BudgetTicket>;
  /**
   * The upstream answered 429 to the request taken at `takenAt`. The rate is cut at most once per window (10 s). No
   * request is sent before `retryAfterMs` has passed if the rate was cut or if that time is a window or longer;
   * after any other refusal only the refused request waits.
   */
  refused(takenAt: number, retryAfterMs?: number): Promise<void>;
  /** Requests per minute allowed now. */
  rate(): Promise<number>;
}

export function createModelBudget(
  name: string,
  deps: { state: SharedState; clock: Clock },
  options: ModelBudgetOptions = DEFAULT_MODEL_BUDGET,
): ModelBudget {
  const { state, clock } = deps;
  const slots = `budget:${name}:slots`;
  const memory = openMemory(name, state);

  const rateNow = async () => {
    const { epoch, quietSince } = await memory.read();
    return { epoch, perMinute: rateAt(epoch, quietSince, clock.now(), options) };
  };
  const intervalMs = (perMinute: number) => Math.ceil(60_000 / perMinute);
  // The slots may be ahead of the clock by the burst; a wait up to that amount counts as zero.
  const toleranceMs = (perMinute: number, kept = 0) =>
    Math.max(0, options.burst - 1 - kept) * intervalMs(perMinute);

  const reserve = async (kept: number, maxWaitMs: number) => {
    const { epoch, perMinute } = await rateNow();
    const ahead = toleranceMs(perMinute, kept);
    const tally = epoch === null ? undefined : { key: memory.sentKey(epoch), ttlMs: MEMORY_MS };
    const slot = await state.reserve(slots, intervalMs(perMinute), Math.max(0, maxWaitMs) + ahead, tally);
    return { granted: slot.granted, waitMs: Math.max(0, slot.waitMs - ahead) };
  };

  const takeAhead = async (maxWaitMs: number): Promise<BudgetTicket> => {
    const { granted, waitMs } = await reserve(0, maxWaitMs);
    if (!granted) return { granted: false, waitMs };
    if (waitMs > 0) await clock.sleep(waitMs);
    return { granted: true, takenAt: clock.now() };
  };

  const takeWhenDue = async (maxWaitMs: number): Promise<BudgetTicket> => {
    const deadline = clock.now() + maxWaitMs;
    for (;;) {
      const { granted, waitMs } = await reserve(options.reserved, 0);
      if (granted) return { granted: true, takenAt: clock.now() };
      if (clock.now() + waitMs > deadline) return { granted: false, waitMs };
      await clock.sleep(waitMs);
    }
  };

  /** Updates the rate after a refusal; returns whether it was cut. */
  const learn = async (takenAt: number): Promise<boolean> => {
    const now = clock.now();
    const { epoch, quietSince } = await memory.read();
    if (epoch === null) {
      await memory.write(firstEpoch(now, options));
      return true;
    }
    // The request was sent before the cut, so the cut already accounts for its refusal.
    if (takenAt < epoch.at) return false;
    const counts = await memory.countRefusal(epoch);
    const next = nextEpoch(epoch, { ...counts, quietSince, now }, options);
    if (next !== null) {
      if (await memory.close(epoch)) await memory.write(next);
      return next.rate < rateAt(epoch, quietSince, now, options);
    }
    if (now - quietSince >= QUIET_STEP_MS) await memory.writeQuiet(now);
    return false;
  };

  const hold = async (retryAfterMs: number): Promise<void> => {
    const now = clock.now();
    const until = now + retryAfterMs + toleranceMs((await rateNow()).perMinute);
    if (Number((await state.get(slots)) ?? 0) >= until) return;
    await state.set(slots, String(Math.ceil(until)), until - now + 1000);
  };

  return {
    rate: async () => (await rateNow()).perMinute,
    take: (maxWaitMs, priority = 'interactive') =>
      priority === 'interactive' ? takeAhead(maxWaitMs) : takeWhenDue(maxWaitMs),
    refused: async (takenAt, retryAfterMs = 0) => {
      const isCut = await learn(takenAt);
      if (retryAfterMs > 0 && (isCut || retryAfterMs >= options.windowMs)) await hold(retryAfterMs);
    },
  };
}

/** The controller's data in the shared state. */
function openMemory(name: string, state: SharedState) {
  const keys = { epoch: `budget:${name}:epoch`, quiet: `budget:${name}:quiet` };
  const sentKey = ({ at }: RateEpoch) => `budget:${name}:${at}:sent`;
  return {
    sentKey,
    read: async () => {
      const [epoch, quiet] = await Promise.all([state.get(keys.epoch), state.get(keys.quiet)]);
      return { epoch: readEpoch(epoch), quietSince: Number(quiet ?? 0) };
    },
    write: (epoch: RateEpoch) => state.set(keys.epoch, JSON.stringify(epoch), MEMORY_MS),
    writeQuiet: (now: number) => state.set(keys.quiet, String(now), MEMORY_MS),
    countRefusal: async (epoch: RateEpoch) => {
      const [refused, sent] = await Promise.all([
        state.increment(`budget:${name}:${epoch.at}:refused`, MEMORY_MS),
        state.get(sentKey(epoch)),
      ]);
      return { refused, sent: Number(sent ?? 0) };
    },
    /** Only one of several concurrent callers ends an epoch. */
    close: (epoch: RateEpoch) => state.acquire(`budget:${name}:${epoch.at}:closed`, '1', MEMORY_MS),
  };
}

/** A value that is not an epoch is treated as missing. */
function readEpoch(stored: string | null): RateEpoch | null {
  if (stored === null) return null;
  try {
    return RateEpochSchema.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    return null;
  }
}
