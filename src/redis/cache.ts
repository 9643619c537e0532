import type { z } from 'zod';
import type { Cache, CacheArea } from '../lib/cache.ts';
import { describeError } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';
import type { MetricRecorder } from '../lib/metrics/recorder.ts';
import { readStored } from '../lib/stored-json.ts';
import type { RedisClient } from './client.ts';
import { keys } from './keys.ts';
import { fromPackedText, toPackedText } from './packed-value.ts';

/** Values that are large and numerous. */
const PACKED: ReadonlySet<CacheArea> = new Set(['analysis']);

/** The cache in Redis. Its failures are counted and logged, never thrown, because cached values can be recomputed. */
export function createRedisCache(redis: RedisClient, deps: { metrics: MetricRecorder; log: Logger }): Cache {
  const attempt = async <T>(operation: string, fallback: T, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      deps.metrics.count('barline_redis_fallback_total', { operation });
      deps.log.warn('cache failed', { operation, error: describeError(error) });
      return fallback;
    }
  };
  const read = <T>(area: CacheArea, id: string, stored: { text: string; schema: z.ZodType<T> }): T | null => {
    const value = parse(area, stored.text);
    const found = readStored(deps.log, stored.schema, { value, what: `cached ${area}`, id });
    if (found !== undefined) return found;
    deps.metrics.count('barline_cache_unreadable_total', { cache: area });
    return null;
  };
  return {
    get: async <T>(area: CacheArea, id: string, schema: z.ZodType<T>) => {
      const text = await attempt('cache_get', null, () => redis.get<string>(keys.cache(area, id)));
      const value = text === null ? null : read(area, id, { text, schema });
      deps.metrics.count('barline_cache_total', { cache: area, result: value === null ? 'miss' : 'hit' });
      return value;
    },
    set: (area, id, value, ttlSeconds) =>
      attempt('cache_set', undefined, async () => {
        const text = PACKED.has(area) ? toPackedText(value) : JSON.stringify(value);
        await redis.set(keys.cache(area, id), text, { ex: ttlSeconds });
      }),
    remove: (area, id) =>
      attempt('cache_remove', undefined, async () => {
        await redis.del(keys.cache(area, id));
      }),
  };
}

/** Undefined, which fits no schema, if the text was not written by this version. */
function parse(area: CacheArea, text: string): unknown {
  try {
    return PACKED.has(area) ? fromPackedText(text) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Used if Redis is not configured: stores nothing. */
export const noCache: Cache = {
  get: async () => null,
  set: async () => {},
  remove: async () => {},
};
