import { Redis } from '@upstash/redis/cloudflare';
import type { RedisPause } from './pause.ts';

/** Redis is an optimisation, so a slow Redis must not slow down requests. */
export const TIMEOUT_MS = 500;

export type RedisClient = Redis;

/** Asks Redis whatever happened before. */
export const NO_PAUSE: Pick<RedisPause, 'signal'> = { signal: (ms) => AbortSignal.timeout(ms) };

/**
 * A client for one invocation. Calls made together are sent as one pipeline. The signal is a function, because a
 * static one would turn a timeout into an empty answer.
 */
export function createRedis(
  config: { url: string; token: string },
  timeoutMs = TIMEOUT_MS,
  pause: Pick<RedisPause, 'signal'> = NO_PAUSE,
): RedisClient {
  return new Redis({
    url: config.url,
    token: config.token,
    retry: { retries: 0 },
    signal: () => pause.signal(timeoutMs),
    automaticDeserialization: false,
    enableTelemetry: false,
  });
}
