/** A value that was foreseen of one item, and the true one. */
export interface Pair {
  predicted: number;
  actual: number;
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The mean size of the errors, in the units of the target. 0 of nothing. */
export const meanAbsoluteError = (pairs: readonly Pair[]): number =>
  meanOf(pairs.map(({ predicted, actual }) => Math.abs(predicted - actual)));

/** The root of the mean squared error, in the units of the target: large errors weigh more. 0 of nothing. */
export const rootMeanSquaredError = (pairs: readonly Pair[]): number =>
  Math.sqrt(meanOf(pairs.map(({ predicted, actual }) => (predicted - actual) ** 2)));

/** The middle of the values; the mean of the two middle ones of an even number. NaN of nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low = Number.NaN, high = low] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return (low + high) / 2;
}
