/** The value at a share (0-1) of a list in order, without interpolation. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

export const round = (value: number): number => Math.round(value * 1000) / 1000;
