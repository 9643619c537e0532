import type { MetricStore } from '../lib/metrics/store.ts';
import type { RedisClient } from './client.ts';
import { keys } from './keys.ts';

/** Counters as one Redis hash, a field a series: they only grow, whichever isolate adds to them. */
export function createMetricStore(redis: RedisClient): MetricStore {
  return {
    add: async (deltas) => {
      if (deltas.length === 0) return;
      const pipeline = redis.pipeline();
      for (const { field, by } of deltas) pipeline.hincrby(keys.metrics, field, by);
      await pipeline.exec();
    },
    read: async () => {
      // With automatic deserialization off, hgetall may come back as a flat list.
      const reply: unknown = await redis.hgetall(keys.metrics);
      const pairs: [string, unknown][] = Array.isArray(reply)
        ? Array.from({ length: reply.length / 2 }, (_, i) => [String(reply[2 * i]), reply[2 * i + 1]])
        : Object.entries(reply ?? {});
      return Object.fromEntries(pairs.map(([field, value]) => [field, Number(value)]));
    },
  };
}

export const noMetricStore: MetricStore = {
  add: async () => {},
  read: async () => ({}),
};
