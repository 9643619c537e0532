/** A series without its empty bins. */
export interface Series {
  times: readonly number[];
  values: readonly number[];
}

/** What a line with this slope leaves of the values. */
export const detrended = ({ times, values }: Series, slope: number): number[] =>
  values.map((value, i) => value - slope * (times[i] ?? 0));

/** Ranks from 1; equal values share their mean rank. */
export function ranksOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
}

/** Correlation of a series with itself `lag` bins later, over the pairs of bins that both have a value. */
export function autocorrelationAt(lag: number, { times, values }: Series): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const at = new Map(times.map((time, i) => [time, (values[i] ?? 0) - mean]));
  let [products, pairs, squares] = [0, 0, 0];
  for (const [time, value] of at) {
    squares += value * value;
    const later = at.get(time + lag);
    if (later === undefined) continue;
    products += value * later;
    pairs += 1;
  }
  if (squares === 0 || pairs === 0) return 0;
  // The usual estimate divides both sums by n; gaps make the first one shorter.
  return (products / squares) * ((values.length - lag) / pairs);
}

const MOST = 0.95;
/** An estimate that is too low costs more than one that is too high. */
const ADDED = 0.05;

/**
 * Lag-1 autocorrelation, 0-.95, of the noise around a fitted line. The estimate falls short by (2 + 4 rho) / n since
 * the line follows the noise (Marriott and Pope 1954, Biometrika 41:390; Tjøstheim and Paulsen 1983, Biometrika
 * 70:377). With a little more, tests of 10 to 40 bins of a bare series keep their 5 % for autocorrelations from 0 to
 * .6. A negative one counts as 0: it would only make trends look surer.
 */
export function correctedLagOne(estimate: number, n: number): number {
  return n <= 4 ? MOST : Math.min(MOST, Math.max(0, (n * estimate + 2) / (n - 4) + ADDED));
}
