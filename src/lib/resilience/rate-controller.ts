import { z } from 'zod';

/**
 * Determines the request rate for an upstream from its refusals (429). Additive increase and multiplicative decrease
 * as in TCP, with growth like CUBIC's (RFC 9438): quickly back towards the refused rate, slowly past it, then faster.
 * The rate is cut at most once per window. If the refusals do not decrease with the rate, they are noise rather than
 * overload and do not reduce the rate.
 */
export interface RateOptions {
  /** Requests per minute while there are no refusals. */
  perMinute: number;
  /** The lowest rate per minute that refusals can lead to. */
  floorPerMinute: number;
  /** The factor of a cut. */
  cutTo: number;
  /** Minimum time between two cuts, and between two steps of recovery. */
  windowMs: number;
}

/** The time between two decisions; null if there were no recent refusals. */
export const RateEpochSchema = z.object({
  /** Milliseconds since the epoch; requests sent before belong to another rate. */
  at: z.number(),
  /** Requests per minute at its start. */
  rate: z.number().positive(),
  /** The rate before the last cut. */
  from: z.number().positive(),
  /** The highest rate since the last certain overload; null right after one. */
  origin: z.number().positive().nullable(),
  /** Requests answered per minute in the best recent epoch. */
  good: z.number(),
  /** The share of refusals in the previous epoch, if it was too small to be a certain overload. */
  share: z.number().nullable(),
  /** The share of refusals that no cut reduced. */
  noise: z.number(),
});
export type RateEpoch = z.infer<typeof RateEpochSchema>;

/** Requests sent and refused in an epoch. */
export interface EpochCounts {
  sent: number;
  refused: number;
}

/** With fewer requests the share of refusals is not reliable. */
const MIN_SENT = 20;
/** An epoch this many windows old is evaluated with the data it has. */
const MAX_WINDOWS = 6;
/** A smaller share is the expected cost of probing for the limit. */
const PROBING_SHARE = 0.05;
/** A share is an overload if chance would produce it in at most one of forty cases. */
const OVERLOAD_SHARE = 0.2;
/** Fewer refusals are never a certain overload. */
const MIN_REFUSED = 4;
/** Refusals below this fraction of a rate that was answered before are not caused by the rate. */
const KNOWN_GOOD = 0.9;
/** Decay of `good` from one epoch to the next, because the upstream's limit may decrease. */
const GOOD_KEPT = 0.95;
/** With noise, an epoch lasts until it has seen this many requests. */
const MIN_SENT_NOISY = 100;
/** The largest single cut. */
const DEEPEST_CUT = 0.25;
/** Recovery halves the remaining distance to this fraction of the refused rate. */
const NEAR = 0.9;
const NEAR_WINDOWS = 3;
/** Above it, this fraction of that rate is added, with the step growing by twice as much each window. */
const PROBE_STEP = 0.01;
/** A larger share is never treated as noise. */
const MAX_NOISE = 0.3;
/** With noise, the increase per window. */
const NOISY_GROWTH = 1.05;

/** Requests per minute now, in an epoch without a refusal since `quietSince`. Never above `perMinute`. */
export function rateAt(
  epoch: RateEpoch | null,
  quietSince: number,
  now: number,
  options: RateOptions,
): number {
  if (epoch === null) return options.perMinute;
  const windows = Math.max(0, Math.floor((now - Math.max(epoch.at, quietSince)) / options.windowMs));
  const near = Math.max(epoch.rate, NEAR * epoch.from);
  const missing = (near - epoch.rate) * 0.5 ** Math.min(windows, NEAR_WINDOWS);
  const beyond = Math.max(0, windows - NEAR_WINDOWS);
  const rate = beyond === 0 ? near - missing : near + PROBE_STEP * (2 ** beyond - 1) * epoch.from;
  return Math.min(options.perMinute, Math.floor(rate));
}

/** The first epoch: an unexpected refusal cuts the rate, and the following requests show whether it was overload. */
export function firstEpoch(now: number, options: RateOptions): RateEpoch {
  const { perMinute } = options;
  const rate = cut(perMinute, options.cutTo, options);
  return { at: now, rate, from: perMinute, origin: perMinute, good: 0, share: null, noise: 0 };
}

/** Whether the epoch has enough data for a decision. */
function isRipe({ at }: RateEpoch, { sent }: EpochCounts, now: number, { windowMs }: RateOptions): boolean {
  const windows = (now - at) / windowMs;
  return windows >= 1 && (sent >= MIN_SENT || windows >= MAX_WINDOWS);
}

/** The epoch that starts with a refusal, the last one in `counts`; null if it is too early to decide. */
export function nextEpoch(
  epoch: RateEpoch,
  seen: EpochCounts & { quietSince: number; now: number },
  options: RateOptions,
): RateEpoch | null {
  const { now, sent } = seen;
  if (!isRipe(epoch, seen, now, options)) return null;
  const share = Math.min(1, seen.refused / Math.max(1, sent));
  const grown = rateAt(epoch, seen.quietSince, now, options);
  const perMinute = (count: number) => (count / Math.max(1, now - epoch.at)) * 60_000;
  const good = Math.max(GOOD_KEPT * epoch.good, perMinute(sent - seen.refused));
  const next = { at: now, good, noise: epoch.noise, share: null };
  if (epoch.noise > 0 && share <= tolerated(epoch.noise, sent)) {
    if (sent < MIN_SENT_NOISY) return null;
    const rate = Math.min(options.perMinute, Math.ceil(grown * NOISY_GROWTH));
    return { ...next, rate, from: rate, origin: rate };
  }
  const isProbing = share < PROBING_SHARE;
  // Waiting as long as a refusal asks may have sent far fewer requests than the rate allowed.
  const refusedAt = isProbing
    ? grown
    : Math.max(options.floorPerMinute, Math.min(grown, Math.ceil(perMinute(sent))));
  if (isOverload(seen)) {
    const left = Math.max(DEEPEST_CUT, Math.min(options.cutTo, 1 - share));
    return { ...next, rate: cut(refusedAt, left, options), from: refusedAt, origin: null, noise: 0 };
  }
  const origin = Math.max(epoch.origin ?? 0, grown);
  // A cut by 30 % ends every overload in which fewer than 30 % are refused.
  const persists = !isProbing && epoch.share !== null && share >= epoch.share / 2;
  if (share < MAX_NOISE && (persists || grown < KNOWN_GOOD * epoch.good)) {
    return {
      ...next,
      rate: origin,
      from: origin,
      origin,
      noise: Math.min(MAX_NOISE, Math.max(share, epoch.share ?? 0)),
    };
  }
  const rate = cut(refusedAt, options.cutTo, options);
  return { ...next, rate, from: refusedAt, origin, share: isProbing ? null : share };
}

/** Whether this many refusals are more than chance would produce for a share that is not an overload. */
function isOverload({ sent, refused }: EpochCounts): boolean {
  const share = Math.min(1, refused / Math.max(1, sent));
  return refused >= MIN_REFUSED && share - 2 * deviation(share, sent) >= OVERLOAD_SHARE;
}

/** The share that noise of this size reaches by chance, three standard deviations above the mean. */
function tolerated(noise: number, sent: number): number {
  return noise + 3 * deviation(noise, sent) + 0.02;
}

/** The standard deviation of a share of this many requests. */
function deviation(share: number, sent: number): number {
  return Math.sqrt((share * (1 - share)) / Math.max(1, sent));
}

/** Rounded to whole requests per minute; never below the floor, never rounded up. */
function cut(rate: number, left: number, { floorPerMinute }: RateOptions): number {
  return Math.min(rate, Math.max(floorPerMinute, Math.floor(rate * left)));
}
