import type { Clock } from '../lib/clock.ts';
import type { MetricStore } from '../lib/metrics/store.ts';
import type { RedisClient } from './client.ts';
import { keys } from './keys.ts';

const SLOT_MS = 5 * 60_000;
const SLOTS_AN_HOUR = 12;
/** A slot is kept slightly longer than the hour that is read. */
const SLOT_TTL_SECONDS = 2 * 3600;

/** With automatic deserialization off, hgetall may return a flat list. */
function toCounts(reply: unknown): [string, number][] {
  const pairs: [string, unknown][] = Array.isArray(reply)
    ? Array.from({ length: reply.length / 2 }, (_, i) => [String(reply[2 * i]), reply[2 * i + 1]])
    : Object.entries(reply ?? {});
  return pairs.map(([field, value]) => [field, Number(value)]);
}

/**
 * Counters as Redis hashes, one field per series: one hash that only grows, for all isolates, and one for each five
 * minutes, which expires.
 */
export function createMetricStore(redis: RedisClient, clock: Clock): MetricStore {
  const slotNow = () => Math.floor(clock.now() / SLOT_MS);
  return {
    add: async (deltas) => {
      if (deltas.length === 0) return;
      const recent = keys.recentMetrics(slotNow());
      const pipeline = redis.pipeline();
      for (const { field, by } of deltas) {
        pipeline.hincrby(keys.metrics, field, by);
        pipeline.hincrby(recent, field, by);
      }
      pipeline.expire(recent, SLOT_TTL_SECONDS);
      await pipeline.exec();
    },
    read: async () => Object.fromEntries(toCounts(await redis.hgetall(keys.metrics))),
    readLastHour: async () => {
      const now = slotNow();
      const pipeline = redis.pipeline();
      for (let i = 0; i < SLOTS_AN_HOUR; i++) pipeline.hgetall(keys.recentMetrics(now - i));
      const sums = new Map<string, number>();
      for (const slot of await pipeline.exec<unknown[]>()) {
        for (const [field, value] of toCounts(slot)) sums.set(field, (sums.get(field) ?? 0) + value);
      }
      return Object.fromEntries(sums);
    },
  };
}

export const noMetricStore: MetricStore = {
  add: async () => {},
  read: async () => ({}),
  readLastHour: async () => ({}),
};
