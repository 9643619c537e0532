import { AppError, describeError } from './errors.ts';
import { BLOCKED_PAUSE_MS, SourceError, type SourceErrorKind } from './source-error.ts';

/** What a failed scrape means for its run. */
export type ScrapeFailure =
  /** The whole host is not asked for a while: all its work waits. */
  | { action: 'park'; reason: string; waitMs: number }
  /** This one song may work later; the error is one that the queue tries again. */
  | { action: 'retry'; error: Error }
  /** Trying again would end the same way. */
  | { action: 'fail'; reason: string };

const PARKING: ReadonlySet<SourceErrorKind> = new Set([
  'blocked',
  'circuit_open',
  'parked',
  'rate_limited',
  'unauthorised',
]);
/** Nothing changes within a minute for a host that refuses us, or our key. */
const REFUSING: ReadonlySet<SourceErrorKind> = new Set(['blocked', 'unauthorised']);
const DEFAULT_PARK_MS = 60_000;

/** Often a moment's fault of the host, a proxy or a cache: asked for again before it is believed. */
const ODD: ReadonlySet<SourceErrorKind> = new Set([
  'bad_reply',
  'redirect_loop',
  'redirect_refused',
  'rejected',
  'too_large',
]);
/** Deliveries of a message after which an odd answer is taken for the truth. */
export const MAX_ODD_TRIES = 3;

export function judgeFailure(error: unknown, at: { nowMs: number; attempt: number }): ScrapeFailure {
  if (error instanceof SourceError) return judgeSource(error, at);
  if (error instanceof AppError && !error.retryable) return { action: 'fail', reason: error.message };
  return { action: 'retry', error: error instanceof Error ? error : new Error(describeError(error)) };
}

function judgeSource(error: SourceError, at: { nowMs: number; attempt: number }): ScrapeFailure {
  const reason = `${error.kind}: ${error.message}`;
  // A host that names a long wait means all who ask, and its songs would use up their tries.
  const longWait = error.retryable && (error.retryAfterMs ?? 0) >= DEFAULT_PARK_MS;
  if (PARKING.has(error.kind) || longWait) {
    const restMs = REFUSING.has(error.kind) ? BLOCKED_PAUSE_MS : DEFAULT_PARK_MS;
    const untilMs = error.retryAtMs ?? at.nowMs + restMs;
    return { action: 'park', reason, waitMs: error.retryAfterMs ?? Math.max(0, untilMs - at.nowMs) };
  }
  if (error.retryable) return { action: 'retry', error };
  const again = ODD.has(error.kind) && at.attempt < MAX_ODD_TRIES;
  // Wrapped, because by itself it says that it is not worth another try.
  return again ? { action: 'retry', error: new Error(reason, { cause: error }) } : { action: 'fail', reason };
}
