import { AppError, type ErrorCode } from '../errors.ts';

/** Runs work while fewer than the most are in flight; otherwise throws at once and does not begin it. */
export type InFlightLimit = <T>(work: () => Promise<T>) => Promise<T>;

const RETRY_AFTER_MS = 1000;

/** A request that was not sent, because its isolate has too many open already: says nothing about the upstream. */
export class TooManyInFlight extends AppError {}

/**
 * Bounds what an isolate asks of one upstream at once. Nothing waits for a place: an upstream that is too slow for its
 * traffic would only get slower, and what waits takes memory.
 */
export function limitInFlight(upstream: string, most: number, code: ErrorCode): InFlightLimit {
  let inFlight = 0;
  return async function runWithinLimit(work) {
    if (inFlight >= most)
      throw new TooManyInFlight(code, `${most} requests to the upstream ${upstream} are open already.`, {
        upstream,
        retryAfterMs: RETRY_AFTER_MS,
      });
    inFlight += 1;
    try {
      return await work();
    } finally {
      inFlight -= 1;
    }
  };
}
