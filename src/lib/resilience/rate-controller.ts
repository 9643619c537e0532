import { z } from 'zod';

/**
 * How fast an upstream may be asked, learnt from its refusals (429). Additive increase and multiplicative decrease as TCP
 * has it, with a growth like that of CUBIC (RFC 9438): quickly back towards the rate that was refused, slowly past it, then faster. Cuts are
 * made once a window. Refusals that do not become fewer when the rate does are no overload: they are noise, and cost no rate.
 */
export interface RateOptions {
  /** Requests a minute while nothing is refused. */
  perMinute: number;
  /** The fewest a minute that refusals can bring it to. */
  floorPerMinute: number;
  /** What a cut leaves of the rate. */
  cutTo: number;
  /** Between two cuts, and between two steps of recovery. */
  windowMs: number;
}

/** The time between two decisions; null where nothing was refused of late. */
export const RateEpochSchema = z.object({
  /** Milliseconds since the epoch; what was sent before tells of another rate. */
  at: z.number(),
  /** Requests a minute at its beginning. */
  rate: z.number().positive(),
  /** The rate that the last cut was made from. */
  from: z.number().positive(),
  /** The highest rate since an overload was certain; null right after it was. */
  origin: z.number().positive().nullable(),
  /** Requests a minute that were answered, in the best epoch of late. */
  good: z.number(),
  /** The share of refusals in the epoch before, where it was too small to be an overload for certain. */
  share: z.number().nullable(),
  /** The share of refusals that no cut made smaller. */
  noise: z.number(),
});
export type RateEpoch = z.infer<typeof RateEpochSchema>;

/** What was sent and refused in an epoch. */
export interface EpochCounts {
  sent: number;
  refused: number;
}

/** Fewer requests say too little of the share that is refused. */
const MIN_SENT = 20;
/** An epoch that is this many windows old is judged by whatever it saw. */
const MAX_WINDOWS = 6;
/** A smaller share is what feeling for the limit costs. */
const PROBING_SHARE = 0.05;
/** A share that is larger by chance in one case of forty is an overload. */
const OVERLOAD_SHARE = 0.2;
/** Fewer are never an overload for certain. */
const MIN_REFUSED = 4;
/** Refusals below this part of a rate that was answered before do not come from the rate. */
const KNOWN_GOOD = 0.9;
/** What is left of `good` from one epoch to the next: an upstream may take less than it did. */
const GOOD_KEPT = 0.95;
/** With noise, an epoch is not over before it has seen so many. */
const MIN_SENT_NOISY = 100;
/** The most that one cut takes. */
const DEEPEST_CUT = 0.25;
/** Recovery halves what is missing to this part of the rate that was refused. */
const NEAR = 0.9;
const NEAR_WINDOWS = 3;
/** Beyond it, this part of that rate is added, and twice as much more with each window. */
const PROBE_STEP = 0.01;
/** More than this is never taken for noise. */
const MAX_NOISE = 0.3;
/** With noise, what a window adds. */
const NOISY_GROWTH = 1.05;

/** Requests a minute as of now, in an epoch that has seen no refusal since `quietSince`. Never above `perMinute`. */
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

/** The first epoch: a refusal out of the blue cuts the rate, and what follows tells what it meant. */
export function firstEpoch(now: number, options: RateOptions): RateEpoch {
  const { perMinute } = options;
  const rate = cut(perMinute, options.cutTo, options);
  return { at: now, rate, from: perMinute, origin: perMinute, good: 0, share: null, noise: 0 };
}

/** Whether the epoch has seen enough for a decision. */
function isRipe({ at }: RateEpoch, { sent }: EpochCounts, now: number, { windowMs }: RateOptions): boolean {
  const windows = (now - at) / windowMs;
  return windows >= 1 && (sent >= MIN_SENT || windows >= MAX_WINDOWS);
}

/** The epoch that a refusal begins, which is the last of `counts`; null while it is too early to decide. */
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
  // Waiting as long as a refusal asks for may have sent far fewer than the rate allowed.
  const refusedAt = isProbing
    ? grown
    : Math.max(options.floorPerMinute, Math.min(grown, Math.ceil(perMinute(sent))));
  if (isOverload(seen)) {
    const left = Math.max(DEEPEST_CUT, Math.min(options.cutTo, 1 - share));
    return { ...next, rate: cut(refusedAt, left, options), from: refusedAt, origin: null, noise: 0 };
  }
  const origin = Math.max(epoch.origin ?? 0, grown);
  // A cut by 30 % ends every overload that refuses less than 30 %.
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

/** Whether so many refusals of so many requests are more than chance makes of a share that is no overload. */
function isOverload({ sent, refused }: EpochCounts): boolean {
  const share = Math.min(1, refused / Math.max(1, sent));
  return refused >= MIN_REFUSED && share - 2 * deviation(share, sent) >= OVERLOAD_SHARE;
}

/** The share that noise of this size reaches by chance, three standard deviations up. */
function tolerated(noise: number, sent: number): number {
  return noise + 3 * deviation(noise, sent) + 0.02;
}

/** The standard deviation of a share of so many. */
function deviation(share: number, sent: number): number {
  return Math.sqrt((share * (1 - share)) / Math.max(1, sent));
}

/** In whole requests a minute; never below the floor, never raised. */
function cut(rate: number, left: number, { floorPerMinute }: RateOptions): number {
  return Math.min(rate, Math.max(floorPerMinute, Math.floor(rate * left)));
}
