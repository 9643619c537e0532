/** Added to each share, so that an empty bin does not make the index infinite. */
const FLOOR = 1e-4;

/**
 * Population stability index of two distributions given as counts of the same bins: Σ (q - p) ln(q / p). Below .1 nothing
 * has changed, above .25 much has (Siddiqi 2006, "Credit Risk Scorecards", ch. 9). Null if either holds nothing.
 */
export function stabilityIndex(before: readonly number[], after: readonly number[]): number | null {
  const [all, allAfter] = [before, after].map((counts) => counts.reduce((sum, count) => sum + count, 0));
  if (!all || !allAfter) return null;
  return before.reduce((sum, count, bin) => {
    const [p, q] = [Math.max(FLOOR, count / all), Math.max(FLOOR, (after[bin] ?? 0) / allAfter)];
    return sum + (q - p) * Math.log(q / p);
  }, 0);
}
