import { Redis } from '@upstash/redis/cloudflare';

/** Redis makes things fast; a slow one must not make them slow. */
const TIMEOUT_MS = 500;

export type RedisClient = Redis;

/**
 * A client for one invocation. Calls made together travel as one pipeline. The signal is a function: a static
 * one would turn a timeout into an empty answer.
 */
export function createRedis(config: { url: string; token: string }, timeoutMs = TIMEOUT_MS): RedisClient {
  return new Redis({
    url: config.url,
    token: config.token,
    retry: { retries: 0 },
    signal: () => AbortSignal.timeout(timeoutMs),
    automaticDeserialization: false,
    enableTelemetry: false,
  });
}
