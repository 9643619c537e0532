const DEPTH = 10;

const discounted = (grades: readonly number[]): number =>
  grades.slice(0, DEPTH).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);

/**
 * Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002, gain 2^grade - 1): 1 where the
 * best answers stand first, in the best order.
 *
 * @param ranked grades of the hits in order, 0 for a wrong one
 * @param all grades of every right answer
 */
export function ndcgAt10(ranked: readonly number[], all: readonly number[]): number {
  const ideal = discounted(all.toSorted((a, b) => b - a));
  return ideal === 0 ? 0 : discounted(ranked) / ideal;
}

/** Share of the relevant results among the first ten; with more than ten relevant ones, out of ten. */
export function recallAt10(ranked: readonly number[], all: readonly number[]): number {
  const found = ranked.slice(0, DEPTH).filter((grade) => grade > 0).length;
  return found / Math.min(DEPTH, all.filter((grade) => grade > 0).length);
}
