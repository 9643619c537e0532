import type { ServiceContext } from '../../context.ts';
import { CACHE_AREAS } from '../../lib/cache.ts';
import { describeError } from '../../lib/errors.ts';
import { cacheCounts } from './cache-counts.ts';
import { readSeries } from './series.ts';

/** Look-ups of every cache in the last hour and in total; null if the counters cannot be read. */
export async function getCacheStats(ctx: Pick<ServiceContext, 'config' | 'metricStore' | 'clock' | 'log'>) {
  const [lastHour, total] = await Promise.all([
    countLookUps(ctx, () => ctx.metricStore.readLastHour()),
    countLookUps(ctx, () => ctx.metricStore.read()),
  ]);
  return {
    backend: ctx.config.redis === null ? ('off' as const) : ('redis' as const),
    last_hour: lastHour,
    total,
    timestamp: new Date(ctx.clock.now()).toISOString(),
  };
}

async function countLookUps(
  ctx: Pick<ServiceContext, 'config' | 'log'>,
  read: () => Promise<Record<string, number>>,
) {
  if (ctx.config.redis === null) return null;
  try {
    const series = readSeries(await read());
    const caches = CACHE_AREAS.map((cache) => ({ cache, ...cacheCounts(series, cache) }));
    return { ...cacheCounts(series), caches };
  } catch (error) {
    ctx.log.warn('cache figures not read', { error: describeError(error) });
    return null;
  }
}
