import { Ratelimit } from '@upstash/ratelimit';
import { type RateLimiter, WINDOW_MS, waitAfter } from '../lib/rate-limits.ts';
import type { RedisClient } from './client.ts';
import { keys } from './keys.ts';

/** A limiter that answers later than this has failed: it would otherwise let everything pass. */
const TIMEOUT_MS = 800;
const MAX_BLOCKED = 10_000;

/** Callers over their limit and until when, so that an isolate refuses them without asking Redis. */
export class BlockedCallers extends Map<string, number> {
  override set(caller: string, until: number): this {
    super.set(caller, until);
    const [oldest] = this.size > MAX_BLOCKED ? this.keys() : [];
    if (oldest !== undefined) this.delete(oldest);
    return this;
  }
}

/**
 * A sliding window in Redis, shared by all isolates: one command, with an expiry on every key. Throws if Redis fails or
 * answers too late.
 */
export function createRedisLimiter(
  redis: RedisClient,
  blocked: BlockedCallers,
  timeoutMs = TIMEOUT_MS,
): RateLimiter {
  return {
    take: async (request) => {
      const { id, limit, cost } = request;
      const limiter = new Ratelimit({
        redis,
        limiter: Ratelimit.slidingWindow(limit, `${WINDOW_MS} ms`),
        prefix: keys.limits,
        timeout: timeoutMs,
        // A request that counts for many says nothing about those that count for one.
        ephemeralCache: cost === 1 && blocked,
      });
      const { success, remaining, reset, reason } = await limiter.limit(id, { rate: cost });
      if (reason === 'timeout') throw new Error(`the rate limiter did not answer within ${timeoutMs} ms`);
      const resetMs = Math.min(WINDOW_MS, Math.max(0, reset - Date.now()));
      return {
        allowed: success,
        limit,
        remaining: Math.max(0, remaining),
        resetMs,
        retryAfterMs: success ? 0 : waitAfter(request, resetMs),
      };
    },
  };
}
