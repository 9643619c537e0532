import type { ServiceContext } from '../../../context.ts';
import { CACHE_AREAS } from '../../../lib/cache.ts';
import type { MetricScrape } from '../../../lib/metrics/store.ts';
import { storedBreaker } from '../../../lib/resilience/breaker.ts';
import { storedSpending } from '../../../lib/resilience/spend-budget.ts';
import { UPSTREAMS } from '../../../lib/upstreams.ts';
import { cacheCounts } from '../cache-counts.ts';
import { readSeries } from '../series.ts';
import { type GaugeFields, gauge } from './gauge-values.ts';

type Scrape = NonNullable<ServiceContext['scrapeRedis']>;

const BREAKER_VALUES = { closed: 0, half_open: 1, open: 2 } as const;

/** All counts, and the gauges of Redis, in one pipeline. */
export async function readRedis(
  { config, clock }: Pick<ServiceContext, 'config' | 'clock'>,
  scrape: Scrape,
): Promise<GaugeFields> {
  const now = clock.now();
  const spending = storedSpending.keys(now);
  const found = await scrape([...UPSTREAMS.map(storedBreaker.key), ...spending]);
  const stored = (key: string) => found.state.get(key) ?? null;
  const breakers = UPSTREAMS.map((upstream) => {
    const { state } = storedBreaker.read(stored(storedBreaker.key(upstream)), now);
    return gauge('barline_breaker_state', { upstream }, BREAKER_VALUES[state]);
  });
  return Object.assign(
    { ...found.counts, ...hitRatios(found.lastHour), ...memory(found.info) },
    ...breakers,
    config.llm?.dailyBudgetUsd == null ? {} : spent(stored(spending[0]), stored(spending[1])),
  );
}

function spent(sum: string | null, reached: string | null): GaugeFields {
  const { spentUsd, isReached } = storedSpending.read(sum, reached);
  return {
    ...gauge('barline_model_budget_spent_usd', {}, spentUsd),
    ...gauge('barline_model_budget_reached', {}, Number(isReached)),
  };
}

function hitRatios(lastHour: MetricScrape['lastHour']): GaugeFields {
  const series = readSeries(lastHour);
  const all = cacheCounts(series).hit_rate;
  const each = CACHE_AREAS.map((cache) => {
    const ratio = cacheCounts(series, cache).hit_rate;
    return ratio === null ? {} : gauge('barline_cache_hit_ratio', { cache }, ratio);
  });
  return Object.assign({}, ...each, all === null ? {} : gauge('redis_hit_ratio', {}, all));
}

const USED_MEMORY = /^used_memory:(\d+)/m;
const KEYSPACE = /^db0:keys=(\d+),expires=(\d+)/m;

/** What INFO tells of memory and keys; servers differ in what they tell, and what is not told is left out. */
function memory(info: string | null): GaugeFields {
  const bytes = USED_MEMORY.exec(info ?? '')?.[1];
  const [, stored, expiring] = KEYSPACE.exec(info ?? '') ?? [];
  return {
    ...(bytes === undefined ? {} : gauge('barline_redis_memory_bytes', {}, Number(bytes))),
    ...(stored === undefined
      ? {}
      : {
          ...gauge('barline_redis_keys', { ttl: 'yes' }, Number(expiring)),
          ...gauge('barline_redis_keys', { ttl: 'no' }, Number(stored) - Number(expiring)),
        }),
  };
}
