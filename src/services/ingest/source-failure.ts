import { AppError } from '../../lib/errors.ts';
import { SourceError } from '../../lib/source-error.ts';

/** What a failed scrape means for its run. */
export type ScrapeFailure =
  /** The whole host rests: all its work waits. */
  | { action: 'park'; reason: string; waitMs: number }
  /** This one song may work later. */
  | { action: 'retry' }
  /** Trying again would end the same way. */
  | { action: 'fail'; reason: string };

const PARKING = new Set(['blocked', 'circuit_open', 'parked', 'rate_limited']);
const DEFAULT_PARK_MS = 60_000;

export function judgeFailure(error: unknown, nowMs: number): ScrapeFailure {
  if (error instanceof SourceError) {
    if (PARKING.has(error.kind)) {
      const waitMs = error.retryAfterMs ?? Math.max(0, (error.retryAtMs ?? nowMs + DEFAULT_PARK_MS) - nowMs);
      return { action: 'park', reason: `${error.kind}: ${error.message}`, waitMs };
    }
    return error.retryable
      ? { action: 'retry' }
      : { action: 'fail', reason: `${error.kind}: ${error.message}` };
  }
  if (error instanceof AppError && !error.retryable) return { action: 'fail', reason: error.message };
  return { action: 'retry' };
}
