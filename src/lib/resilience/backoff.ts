import type { Clock, Random } from '../clock.ts';

export interface BackoffOptions {
  baseMs: number;
  maxMs: number;
}

/** Full jitter: uniform in [0, min(max, base · 2^attempt)); attempt counts from 0. */
export function backoffMs(attempt: number, options: BackoffOptions, random: Random): number {
  return Math.floor(random() * Math.min(options.maxMs, options.baseMs * 2 ** attempt));
}

export interface RetryOptions extends BackoffOptions {
  /** Total calls, including the first. */
  attempts: number;
  isRetryable: (error: unknown) => boolean;
  /** The wait that the upstream asked for, used instead of our own backoff; beyond maxMs the error is thrown. */
  retryAfterMs?: (error: unknown) => number | undefined;
}

/** Calls `work` until it succeeds, fails permanently, or has been called `attempts` times. */
export async function retry<T>(
  work: (attempt: number) => Promise<T>,
  options: RetryOptions,
  time: { clock: Clock; random: Random },
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work(attempt);
    } catch (error) {
      const asked = options.retryAfterMs?.(error);
      const last = attempt + 1 >= options.attempts;
      if (last || !options.isRetryable(error) || (asked !== undefined && asked > options.maxMs)) throw error;
      await time.clock.sleep(asked ?? backoffMs(attempt, options, time.random));
    }
  }
}
