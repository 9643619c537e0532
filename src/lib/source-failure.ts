import { AppError, describeError } from './errors.ts';
import { BLOCKED_PAUSE_MS, SourceError, type SourceErrorKind } from './source-error.ts';

/** The consequence of a failed scrape for its run. */
export type ScrapeFailure =
  /** The whole host gets no requests for a while: all its work waits. */
  | { action: 'park'; reason: string; waitMs: number }
  /** This song may succeed later; the queue retries this error. */
  | { action: 'retry'; error: Error }
  /** A retry would end the same way. */
  | { action: 'fail'; reason: string };

const PARKING: ReadonlySet<SourceErrorKind> = new Set([
  'blocked',
  'circuit_open',
  'parked',
  'rate_limited',
  'unauthorised',
]);
/** A host that refuses us, or our key, is unlikely to change within a minute. */
const REFUSING: ReadonlySet<SourceErrorKind> = new Set(['blocked', 'unauthorised']);
const DEFAULT_PARK_MS = 60_000;

/** Often a temporary fault of the host, a proxy or a cache: requested again before it is accepted. */
const ODD: ReadonlySet<SourceErrorKind> = new Set([
  'bad_reply',
  'redirect_loop',
  'redirect_refused',
  'rejected',
  'too_large',
]);
/** Deliveries of a message after which an unexpected answer is accepted as the result. */
export const MAX_ODD_TRIES = 3;

export function judgeFailure(error: unknown, at: { nowMs: number; attempt: number }): ScrapeFailure {
  if (error instanceof SourceError) return judgeSource(error, at);
  if (error instanceof AppError && !error.retryable) return { action: 'fail', reason: error.message };
  return { action: 'retry', error: error instanceof Error ? error : new Error(describeError(error)) };
}

function judgeSource(error: SourceError, at: { nowMs: number; attempt: number }): ScrapeFailure {
  const reason = `${error.kind}: ${error.message}`;
  // A long wait requested by a host applies to all requests, and its songs would use up their attempts.
  const longWait = error.retryable && (error.retryAfterMs ?? 0) >= DEFAULT_PARK_MS;
  if (PARKING.has(error.kind) || longWait) {
    const restMs = REFUSING.has(error.kind) ? BLOCKED_PAUSE_MS : DEFAULT_PARK_MS;
    const untilMs = error.retryAtMs ?? at.nowMs + restMs;
    return { action: 'park', reason, waitMs: error.retryAfterMs ?? Math.max(0, untilMs - at.nowMs) };
  }
  if (error.retryable) return { action: 'retry', error };
  const again = ODD.has(error.kind) && at.attempt < MAX_ODD_TRIES;
  // Wrapped, because the original error is marked as not retryable.
  return again ? { action: 'retry', error: new Error(reason, { cause: error }) } : { action: 'fail', reason };
}
