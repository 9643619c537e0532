/**
 * A quantile (0-1) of a histogram, in the unit of its bounds: linear within its bucket, like Prometheus'
 * histogram_quantile. Values above the last bound count as that bound; null without measurements.
 *
 * @param bounds upper bounds of the buckets, ascending, the first bucket beginning at 0
 * @param counts of each bucket by itself (not cumulative), and one more for what lies above the last bound
 */
export function histogramQuantile(
  bounds: readonly number[],
  counts: readonly number[],
  quantile: number,
): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const rank = quantile * total;
  let below = 0;
  for (const [i, upper] of bounds.entries()) {
    const count = counts[i] ?? 0;
    if (count > 0 && below + count >= rank) {
      const lower = bounds[i - 1] ?? 0;
      return lower + (upper - lower) * ((rank - below) / count);
    }
    below += count;
  }
  return bounds.at(-1) ?? null;
}
