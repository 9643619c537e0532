import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import { AppError } from '../lib/errors.ts';

function retryAfterMs(headers: Headers | undefined): number | undefined {
  const seconds = Number(headers?.get('retry-after'));
  return headers?.has('retry-after') && Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

/** An OpenAI client's error as ours: refused for good, or unavailable and worth another try. */
export function toModelError(error: unknown, upstream: string): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof APIConnectionTimeoutError) {
    return new AppError('UPSTREAM_UNAVAILABLE', `The ${upstream} did not answer in time.`, { cause: error });
  }
  if (error instanceof APIError && !(error instanceof APIConnectionError)) {
    const after = retryAfterMs(error.headers as Headers | undefined);
    const again = error.status === undefined || error.status === 429 || error.status >= 500;
    const options = { cause: error, ...(after === undefined ? {} : { retryAfterMs: after }) };
    return again
      ? new AppError('UPSTREAM_UNAVAILABLE', `The ${upstream} is not available.`, options)
      : new AppError('UPSTREAM_REJECTED', `The ${upstream} refused the request.`, options);
  }
  return new AppError('UPSTREAM_UNAVAILABLE', `The ${upstream} could not be reached.`, { cause: error });
}
