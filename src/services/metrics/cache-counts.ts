import { type Series, selectSeries, sumOf } from './series.ts';

export interface CacheCounts {
  hits: number;
  misses: number;
  /** 0-1; null without look-ups. */
  hit_rate: number | null;
}

/** Hits and misses of one cache or of all. */
export function cacheCounts(series: readonly Series[], cache?: string): CacheCounts {
  const count = (result: string) =>
    sumOf(selectSeries(series, 'barline_cache_total', { ...(cache === undefined ? {} : { cache }), result }));
  const [hits, misses] = [count('hit'), count('miss')];
  return { hits, misses, hit_rate: hits + misses === 0 ? null : hits / (hits + misses) };
}
