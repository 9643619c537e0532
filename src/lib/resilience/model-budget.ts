import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { SharedState } from './shared-state.ts';

export interface ModelBudgetOptions {
  /** Requests a minute while nothing is refused. */
  perMinute: number;
  /** The fewest a minute that refusals can bring it to. */
  floorPerMinute: number;
  /** Requests that may go out at once after a rest. */
  burst: number;
  /** How many of the burst are kept for people: background work leaves them untouched. */
  reserved: number;
  /** What a refusal leaves of the rate. */
  cutTo: number;
  /** What every minute without a refusal gives back, in requests a minute. */
  restorePerMinute: number;
}

export const DEFAULT_MODEL_BUDGET: ModelBudgetOptions = {
  perMinute: 45,
  floorPerMinute: 10,
  burst: 5,
  reserved: 2,
  cutTo: 0.7,
  restorePerMinute: 5,
};

/** The default options for another rate: what a minute restores grows with it. */
export function budgetOptions(perMinute: number, burst: number): ModelBudgetOptions {
  const restorePerMinute = Math.max(DEFAULT_MODEL_BUDGET.restorePerMinute, Math.round(perMinute / 9));
  return { ...DEFAULT_MODEL_BUDGET, perMinute, burst, restorePerMinute };
}

/** Who waits for the answer: a person, or a queue that has time. */
export type Priority = 'interactive' | 'background';

/** A request that may go out, or how long it would have had to wait. */
export type BudgetTicket = { granted: true; takenAt: number } | { granted: false; waitMs: number };

/**
 * A rate of requests to one upstream, shared by all isolates: evenly spaced slots with a burst (GCRA). A 429 cuts the
 * rate, and minutes without one restore it; the restored rate follows from the time of the last cut alone, so that
 * nobody has to write it.
 */
export interface ModelBudget {
  /**
   * Waits for a slot and takes it; one further away than `maxWaitMs` is not taken. A person's slot is taken ahead of
   * its time. Background work takes a slot only when it is due and leaves `reserved` of the burst, so that nobody
   * waits behind it; while nobody else asks it may use the whole rate.
   */
  take(maxWaitMs: number, priority?: Priority): Promise<BudgetTicket>;
  /**
   * The upstream answered 429 to the request taken at `takenAt`: the rate is cut, once for all requests that were
   * under way at the time, and nothing goes out before `retryAfterMs` has passed.
   */
  refused(takenAt: number, retryAfterMs?: number): Promise<void>;
  /** Requests a minute as of now. */
  rate(): Promise<number>;
}

/** What a rate that was cut at `cutAt` has recovered to, in requests a minute. Never above `perMinute`. */
export function restoredRate(
  cut: { rate: number; cutAt: number } | null,
  now: number,
  options: ModelBudgetOptions,
): number {
  if (cut === null) return options.perMinute;
  const cleanMinutes = Math.max(0, Math.floor((now - cut.cutAt) / 60_000));
  return Math.min(options.perMinute, cut.rate + cleanMinutes * options.restorePerMinute);
}

/** The rate after one more refusal, in whole requests a minute; never below the floor, never raised. */
export function cutRate(rate: number, options: ModelBudgetOptions): number {
  return Math.min(rate, Math.max(options.floorPerMinute, Math.floor(rate * options.cutTo)));
}

export function createModelBudget(
  name: string,
  deps: { state: SharedState; clock: Clock },
  options: ModelBudgetOptions = DEFAULT_MODEL_BUDGET,
): ModelBudget {
  const { state, clock } = deps;
  const slots = `budget:${name}:slots`;
  const cutKey = `budget:${name}:cut`;

  const lastCut = async () => readCut(await state.get(cutKey));
  const rate = async () => restoredRate(await lastCut(), clock.now(), options);
  const intervalMs = (perMinute: number) => Math.ceil(60_000 / perMinute);
  // The row of slots may run ahead of the clock by the burst, and that much of a wait is none.
  const toleranceMs = (perMinute: number, kept = 0) =>
    Math.max(0, options.burst - 1 - kept) * intervalMs(perMinute);

  const reserve = async (kept: number, maxWaitMs: number) => {
    const perMinute = await rate();
    const ahead = toleranceMs(perMinute, kept);
    const slot = await state.reserve(slots, intervalMs(perMinute), Math.max(0, maxWaitMs) + ahead);
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

  return {
    rate,
    take: (maxWaitMs, priority = 'interactive') =>
      priority === 'interactive' ? takeAhead(maxWaitMs) : takeWhenDue(maxWaitMs),
    refused: async (takenAt, retryAfterMs = 0) => {
      const now = clock.now();
      const cut = await lastCut();
      const current = restoredRate(cut, now, options);
      if (cut === null || takenAt >= cut.cutAt) {
        const lowered = cutRate(current, options);
        await state.set(cutKey, JSON.stringify({ rate: lowered, cutAt: now }), memoryMs(options));
      }
      if (retryAfterMs <= 0) return;
      const until = now + retryAfterMs + toleranceMs(await rate());
      if (Number((await state.get(slots)) ?? 0) >= until) return;
      await state.set(slots, String(Math.ceil(until)), until - now + 1000);
    },
  };
}

/** How long a cut matters at most. */
function memoryMs(options: ModelBudgetOptions): number {
  return (Math.ceil((options.perMinute - 1) / options.restorePerMinute) + 1) * 60_000;
}

const CutSchema = z.object({ rate: z.number().positive(), cutAt: z.number() });

/** Anything other than a cut counts as none. */
function readCut(stored: string | null): z.infer<typeof CutSchema> | null {
  if (stored === null) return null;
  try {
    return CutSchema.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    return null;
  }
}
