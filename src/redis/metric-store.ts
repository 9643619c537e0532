import type { Clock } from '../lib/clock.ts';
import { METRICS, type MetricDefinition } from '../lib/metrics/definitions.ts';
import type { MetricStore } from '../lib/metrics/store.ts';
import type { RedisClient } from './client.ts';
import { keys } from './keys.ts';

const SLOT_MS = 5 * 60_000;
const SLOTS_AN_HOUR = 12;
/** A slot is kept slightly longer than the hour that is read. */
const SLOT_TTL_SECONDS = 2 * 3600;
/** For how long an isolate's last batch is known: one sent again after a longer outage might be added twice. */
const LAST_BATCH_TTL_SECONDS = 2 * 3600;

/**
 * KEYS: all counts, the slot, the number of the isolate's last batch. ARGV: that number and its lifetime, the lifetime
 * of a slot, how many fields the slot counts too, then fields with their amounts, those of the slot first.
 */
const ADD_ONCE = `
local last = redis.call('SET', KEYS[3], ARGV[1], 'EX', ARGV[2], 'GET')
if last and tonumber(last) >= tonumber(ARGV[1]) then
  if last ~= ARGV[1] then redis.call('SET', KEYS[3], last, 'EX', ARGV[2]) end
  return 0
end
local recent = tonumber(ARGV[4])
for i = 5, #ARGV, 2 do
  redis.call('HINCRBY', KEYS[1], ARGV[i], ARGV[i + 1])
  if (i - 5) / 2 < recent then redis.call('HINCRBY', KEYS[2], ARGV[i], ARGV[i + 1]) end
end
if recent > 0 then redis.call('EXPIRE', KEYS[2], ARGV[3]) end
return 1
`;

const RECENT: ReadonlySet<string> = new Set(
  Object.entries<MetricDefinition>(METRICS)
    .filter(([, definition]) => definition.kind !== 'gauge' && definition.recent === true)
    .map(([name]) => name),
);

const isRecent = ({ field }: { field: string }): boolean => RECENT.has(field.slice(0, field.indexOf('|')));

/** With automatic deserialization off, hgetall may return a flat list. */
function toCounts(reply: unknown): [string, number][] {
  const pairs: [string, unknown][] = Array.isArray(reply)
    ? Array.from({ length: reply.length / 2 }, (_, i) => [String(reply[2 * i]), reply[2 * i + 1]])
    : Object.entries(reply ?? {});
  return pairs.map(([field, value]) => [field, Number(value)]);
}

/** The sums of hashes of counts. */
export function addCounts(hashes: readonly unknown[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const hash of hashes) {
    for (const [field, value] of toCounts(hash)) sums.set(field, (sums.get(field) ?? 0) + value);
  }
  return Object.fromEntries(sums);
}

const slotAt = (now: number) => Math.floor(now / SLOT_MS);

/** The keys of the hashes that hold the counts of the last hour. */
export const recentSlots = (now: number): string[] =>
  Array.from({ length: SLOTS_AN_HOUR }, (_, i) => keys.recentMetrics(slotAt(now) - i));

/**
 * Counters as Redis hashes, one field per series: one hash that only grows, for all isolates, and one for each five
 * minutes, which expires. A batch is one EVAL, which adds all of it or nothing, and adds it once.
 */
export function createMetricStore(redis: RedisClient, clock: Clock): MetricStore {
  return {
    add: async ({ isolate, number, deltas }) => {
      const recent = deltas.filter(isRecent);
      const ordered = [...recent, ...deltas.filter((delta) => !isRecent(delta))];
      await redis.eval<(string | number)[], number>(
        ADD_ONCE,
        [keys.metrics, keys.recentMetrics(slotAt(clock.now())), keys.lastBatch(isolate)],
        [
          number,
          LAST_BATCH_TTL_SECONDS,
          SLOT_TTL_SECONDS,
          recent.length,
          ...ordered.flatMap(({ field, by }) => [field, by]),
        ],
      );
    },
    read: async () => addCounts([await redis.hgetall(keys.metrics)]),
    readLastHour: async () => {
      const pipeline = redis.pipeline();
      for (const key of recentSlots(clock.now())) pipeline.hgetall(key);
      return addCounts(await pipeline.exec<unknown[]>());
    },
  };
}

export const noMetricStore: MetricStore = {
  add: async () => {},
  read: async () => ({}),
  readLastHour: async () => ({}),
};
