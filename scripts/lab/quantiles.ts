/** Values at equal shares of a distribution, the least first and the greatest last. */
export type Quantiles = readonly number[];

/** `count` values at the shares 0, 1/(count-1), … 1. Throws on an empty list. */
export function quantilesOf(values: readonly number[], count = 21): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length === 0) throw new Error('quantiles of nothing');
  return Array.from({ length: count }, (_, i) => {
    const at = (i / (count - 1)) * (sorted.length - 1);
    const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
    return low + (high - low) * (at - Math.floor(at));
  });
}

/** The value at a share of the distribution, 0-1, straight between the known ones. */
export function valueAt(quantiles: Quantiles, share: number): number {
  const at = Math.min(1, Math.max(0, share)) * (quantiles.length - 1);
  const [low = 0, high = low] = [quantiles[Math.floor(at)], quantiles[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}
