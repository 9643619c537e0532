import { BUCKETS_SECONDS } from './definitions.ts';
import type { Series } from './series.ts';

/**
 * A quantile (0-1) of a histogram, in its unit: linear inside the bucket it falls into, as Prometheus'
 * histogram_quantile does. What lies above the last bound counts as that bound; null where nothing was measured.
 */
export function histogramQuantile(series: readonly Series[], quantile: number): number | null {
  const counts = [...BUCKETS_SECONDS.map(String), '+Inf'].map((bound) =>
    series.reduce((sum, { part, value }) => (part === bound ? sum + value : sum), 0),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const rank = quantile * total;
  let below = 0;
  for (const [i, count] of counts.entries()) {
    const upper = BUCKETS_SECONDS[i];
    if (upper === undefined) break;
    if (count > 0 && below + count >= rank) {
      const lower = BUCKETS_SECONDS[i - 1] ?? 0;
      return lower + (upper - lower) * ((rank - below) / count);
    }
    below += count;
  }
  return BUCKETS_SECONDS.at(-1) ?? null;
}
