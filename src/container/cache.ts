import type { Config } from '../config.ts';
import type { Cache } from '../lib/cache.ts';
import type { Logger } from '../lib/logger.ts';
import type { MetricRecorder } from '../lib/metrics/recorder.ts';
import { createByteStore } from '../redis/byte-store.ts';
import { createRedisCache, noCache } from '../redis/cache.ts';
import { type RedisClient, TIMEOUT_MS } from '../redis/client.ts';
import type { RedisPause } from '../redis/pause.ts';

/** The cache of an invocation; one that stores nothing if no Redis is configured. */
export function createCache(
  deps: { config: Config; redis: RedisClient | null; metrics: MetricRecorder; log: Logger },
  pause: RedisPause,
): Cache {
  const { config, redis, metrics, log } = deps;
  if (redis === null || config.redis === null) return noCache;
  const bytes = createByteStore(config.redis, TIMEOUT_MS, pause);
  return createRedisCache({ redis, bytes, metrics, log, onFailure: (error) => pause.note(error) });
}
