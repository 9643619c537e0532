/** S: the pairs that rise less those that fall, in the order of time (Mann 1945, Econometrica 13:245). */
export function mannKendallScore(values: readonly number[]): number {
  let score = 0;
  for (const [i, earlier] of values.entries()) {
    for (let j = i + 1; j < values.length; j++) score += Math.sign((values[j] ?? 0) - earlier);
  }
  return score;
}

/** Variance of S among independent values, less what ties take (Kendall 1975, Rank Correlation Methods). */
export function scoreVariance(values: readonly number[]): number {
  const term = (n: number): number => n * (n - 1) * (2 * n + 5);
  const ties = [...Map.groupBy(values, (value) => value).values()];
  return ties.reduce((left, { length }) => left - term(length), term(values.length)) / 18;
}

/** S in standard deviations, one step nearer to 0 since S is whole. */
export function standardScore(score: number, variance: number): number {
  return score === 0 || variance <= 0 ? 0 : (score - Math.sign(score)) / Math.sqrt(variance);
}

/**
 * What autocorrelation multiplies the variance of S by (Hamed and Rao 1998, Journal of Hydrology 204:182, formula 9).
 * `correlations` are those of the ranks at lags 1, 2, …
 */
export function hamedRaoFactor(n: number, correlations: readonly number[]): number {
  const sum = correlations.reduce(
    (total, correlation, i) => total + (n - i - 1) * (n - i - 2) * (n - i - 3) * correlation,
    0,
  );
  return 1 + (2 * sum) / (n * (n - 1) * (n - 2));
}
