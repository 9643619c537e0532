/** How sure an analyser was of an answer, 0-1, and whether it was right. */
export interface Claim {
  confidence: number;
  right: boolean;
}

const BINS = 10;

/**
 * Expected calibration error, 0-1: the mean distance between confidence and share of right answers, over ten bins that
 * hold equally many claims (Nguyen and O'Connor 2015; equal counts, because confidences crowd near 1). Null of nothing.
 */
export function calibrationError(claims: readonly Claim[]): number | null {
  if (claims.length === 0) return null;
  const sorted = claims.toSorted((a, b) => a.confidence - b.confidence);
  const bins = Math.min(BINS, sorted.length);
  let error = 0;
  for (let bin = 0; bin < bins; bin++) {
    const own = sorted.slice(
      Math.floor((bin * sorted.length) / bins),
      Math.floor(((bin + 1) * sorted.length) / bins),
    );
    const confidence = own.reduce((sum, claim) => sum + claim.confidence, 0);
    const right = own.filter((claim) => claim.right).length;
    error += Math.abs(confidence - right) / sorted.length;
  }
  return error;
}
