import type { RateLimiter } from '../lib/rate-limits.ts';
import { withLocalLimiter } from '../lib/resilience/local-limiter.ts';
import type { RedisClient } from '../redis/client.ts';
import { createRedisLimiter } from '../redis/rate-limiter.ts';
import type { Isolate } from './isolate.ts';

/** The limiter in Redis, and that of the isolate while it fails or none is configured. */
export const createLimiter = (
  redis: RedisClient | null,
  isolate: Pick<Isolate, 'clock' | 'limiter' | 'limiterRest' | 'blocked'>,
  onFallback: (error: unknown) => void,
): RateLimiter =>
  redis === null
    ? isolate.limiter
    : withLocalLimiter(createRedisLimiter(redis, isolate.blocked), isolate.limiter, {
        clock: isolate.clock,
        rest: isolate.limiterRest,
        onFallback,
      });
