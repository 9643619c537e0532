import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai/core/error';
import { AppError } from '../lib/errors.ts';

/**
 * A Retry-After in milliseconds: seconds, or an HTTP date relative to the reply's own Date, so that our clock and the
 * server's may differ. `retry-after-ms` is preferred because it is more exact.
 */
function retryAfterMs(headers: Headers): number | undefined {
  const exact = headers.get('retry-after-ms')?.trim();
  if (exact && /^\d+(?:\.\d+)?$/.test(exact)) return Number(exact);
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value) * 1000;
  const waitMs = Date.parse(value) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(waitMs) ? undefined : Math.max(0, waitMs);
}

function isWorthAnotherTry(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** Converts an OpenAI client's error: permanently refused, or unavailable and retryable. */
export function toModelError(error: unknown, upstream: string): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof APIConnectionTimeoutError) {
    return new AppError('UPSTREAM_UNAVAILABLE', `The ${upstream} did not answer in time.`, {
      cause: error,
      reason: 'timed_out',
      upstream,
    });
  }
  if (error instanceof APIError && !(error instanceof APIConnectionError) && error.status !== undefined) {
    const after = error.headers instanceof Headers ? retryAfterMs(error.headers) : undefined;
    const options = { cause: error, upstream, ...(after === undefined ? {} : { retryAfterMs: after }) };
    return isWorthAnotherTry(error.status)
      ? new AppError('UPSTREAM_UNAVAILABLE', `The ${upstream} is not available.`, options)
      : new AppError('UPSTREAM_REJECTED', `The ${upstream} refused the request.`, options);
  }
  return new AppError('UPSTREAM_UNAVAILABLE', `The ${upstream} could not be reached.`, {
    cause: error,
    upstream,
  });
}
