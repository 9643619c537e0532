/**
 * Share of the reference below a value, 0-1, interpolated linearly between the quantiles; null for no value or a value
 * that is not finite. `quantiles` are evenly spaced from the minimum to the maximum; equal neighbours count as their
 * middle.
 */
export function percentileIn(value: number | null, quantiles: readonly number[]): number | null {
  if (value === null || !Number.isFinite(value) || quantiles.length < 2) return null;
  const last = quantiles.length - 1;
  const below = quantiles.findIndex((quantile) => quantile >= value);
  if (below < 0) return 1;
  const upper = quantiles[below] ?? value;
  if (upper === value) {
    let end = below;
    while (end < last && quantiles[end + 1] === value) end += 1;
    return (below + end) / 2 / last;
  }
  if (below === 0) return 0;
  const lower = quantiles[below - 1] ?? upper;
  return (below - 1 + (value - lower) / (upper - lower)) / last;
}
