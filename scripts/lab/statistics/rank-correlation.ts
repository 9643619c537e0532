import { meanOf, type Pair } from './errors.ts';

/** The ranks from 1 on, equal values sharing the mean of theirs (midranks). */
export function midranks(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((x, y) => x.value - y.value);
  const ranks = values.map(() => 0);
  for (let from = 0; from < order.length; ) {
    let end = from;
    while (end + 1 < order.length && order[end + 1]?.value === order[from]?.value) end += 1;
    for (let place = from; place <= end; place++) ranks[order[place]?.at ?? 0] = (from + end) / 2 + 1;
    from = end + 1;
  }
  return ranks;
}

/** Pearson's correlation, -1 to 1; null where either side is constant. */
export function correlation(a: readonly number[], b: readonly number[]): number | null {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let [product, squaresA, squaresB] = [0, 0, 0];
  for (const [at, value] of a.entries()) {
    const [x, y] = [value - meanA, (b[at] ?? meanB) - meanB];
    product += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  return squaresA > 0 && squaresB > 0 ? product / Math.sqrt(squaresA * squaresB) : null;
}

/**
 * Spearman's rank correlation, -1 to 1: Pearson's correlation of midranks, which is exact with ties where 1 - 6Σd²/(n³-n)
 * is not (Kendall and Gibbons 1990, ch. 3). Null where either side is constant.
 */
export const spearman = (pairs: readonly Pair[]): number | null =>
  correlation(midranks(pairs.map(({ predicted }) => predicted)), midranks(pairs.map(({ actual }) => actual)));
