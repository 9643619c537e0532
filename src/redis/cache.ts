import type { z } from 'zod';
import type { AnswerArea, Cache, CacheArea } from '../lib/cache.ts';
import { deflateJson, inflateJson } from '../lib/deflated-json.ts';
import { describeError } from '../lib/errors.ts';
import type { Logger } from '../lib/logger.ts';
import type { MetricRecorder } from '../lib/metrics/recorder.ts';
import { readStored } from '../lib/stored-json.ts';
import type { ByteStore } from './byte-store.ts';
import type { RedisClient } from './client.ts';
import { fromBytes, toBytes } from './kept-value.ts';
import { keys } from './keys.ts';

interface Deps {
  redis: RedisClient;
  bytes: ByteStore;
  metrics: MetricRecorder;
  log: Logger;
  onFailure?: (error: unknown) => void;
}

/** The cache in Redis. Its failures are counted and logged, never thrown, because cached values can be recomputed. */
export function createRedisCache(deps: Deps): Cache {
  const { redis, bytes } = deps;
  const fetchKept = (area: AnswerArea, id: string) =>
    attempt(deps, { operation: 'cache_get', fallback: null }, () => bytes.get(keys.cache(area, id)));
  return {
    get: async (area, id, schema) => {
      const fetching = () => redis.get<string>(keys.cache(area, id));
      const text = await attempt(deps, { operation: 'cache_get', fallback: null }, fetching);
      return read(deps, { area, id, stored: text }, (stored, check) => check(JSON.parse(stored), schema));
    },
    set: (area, id, value, ttlSeconds) =>
      attempt(deps, { operation: 'cache_set', fallback: undefined }, async () => {
        await redis.set(keys.cache(area, id), JSON.stringify(value), { ex: ttlSeconds });
      }),
    getKept: async (area, id, schema) =>
      read(deps, { area, id, stored: await fetchKept(area, id) }, (stored, check) => {
        const { note, json } = fromBytes(stored);
        return { note: check(note, schema), json };
      }),
    readKept: async (area, id, schemas) =>
      read(deps, { area, id, stored: await fetchKept(area, id) }, (stored, check) => {
        const { note, json } = fromBytes(stored);
        const value: unknown = JSON.parse(new TextDecoder().decode(inflateJson(json)));
        return { note: check(note, schemas.note), value: check(value, schemas.value) };
      }),
    setKept: (area, id, { note, value }, ttlSeconds) =>
      attempt(deps, { operation: 'cache_set', fallback: undefined }, async () => {
        const json = await deflateJson(JSON.stringify(value));
        await bytes.set(keys.cache(area, id), toBytes(note, json), ttlSeconds);
      }),
    remove: (area, id) =>
      attempt(deps, { operation: 'cache_remove', fallback: undefined }, async () => {
        await redis.del(keys.cache(area, id));
      }),
  };
}

/** What the work gives; if Redis fails, the fallback, and the failure is counted. */
async function attempt<T>(
  { metrics, log, onFailure }: Deps,
  { operation, fallback }: { operation: string; fallback: T },
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    onFailure?.(error);
    metrics.count('barline_redis_fallback_total', { operation });
    log.warn('cache failed', { operation, error: describeError(error) });
    return fallback;
  }
}

/** A value as its schema reads it; throws if it has another shape. */
type Check = <T>(value: unknown, schema: z.ZodType<T>) => T;

/** Reads a stored value and counts a hit or a miss; one that `parse` throws on is a miss and unreadable. */
function read<S, T>(
  { metrics, log }: Deps,
  { area, id, stored }: { area: CacheArea; id: string; stored: S | null },
  parse: (stored: S, check: Check) => T,
): T | null {
  const count = (result: 'hit' | 'miss') => metrics.count('barline_cache_total', { cache: area, result });
  if (stored === null) {
    count('miss');
    return null;
  }
  const what = `cached ${area}`;
  try {
    const value = parse(stored, (given, schema) => {
      const checked = readStored(log, schema, { value: given, what, id });
      if (checked === undefined) throw new TypeError('another shape');
      return checked;
    });
    count('hit');
    return value;
  } catch (error) {
    log.warn('a cached value cannot be read', { what, id, error: describeError(error) });
    metrics.count('barline_cache_unreadable_total', { cache: area });
    count('miss');
    return null;
  }
}

/** Used if Redis is not configured: stores nothing. */
export const noCache: Cache = {
  get: async () => null,
  set: async () => {},
  getKept: async () => null,
  readKept: async () => null,
  setKept: async () => {},
  remove: async () => {},
};
