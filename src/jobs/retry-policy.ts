import type { Random } from '../lib/clock.ts';
import { AppError } from '../lib/errors.ts';

const BASE_SECONDS = 5;
const MAX_BACKOFF_SECONDS = 900;
/** The longest delay that Queues accept. */
const MAX_DELAY_SECONDS = 12 * 3600;

/** An error that states whether it is retryable, as the sources' errors do. */
interface SelfJudged {
  retryable: boolean;
  retryAfterMs?: number | undefined;
}

function isSelfJudged(error: unknown): error is SelfJudged {
  return typeof error === 'object' && error !== null && 'retryable' in error;
}

/** Whether a failed job is retried: unknown errors are, refusals are not. */
export function isWorthRetrying(error: unknown): boolean {
  return isSelfJudged(error) ? error.retryable : true;
}

/**
 * Seconds until the next attempt: the delay that the upstream asked for, or min(5 · 2^attempts, 900), plus up to 20 %.
 */
export function retryDelaySeconds(error: unknown, attempts: number, random: Random): number {
  const askedMs = isSelfJudged(error) || error instanceof AppError ? error.retryAfterMs : undefined;
  const base =
    askedMs === undefined ? Math.min(BASE_SECONDS * 2 ** attempts, MAX_BACKOFF_SECONDS) : askedMs / 1000;
  return Math.min(Math.ceil(base * (1 + 0.2 * random())), MAX_DELAY_SECONDS);
}
