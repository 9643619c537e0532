/** How sure an analyser was of an answer, 0-1, and whether it was right. */
export interface Claim {
  confidence: number;
  right: boolean;
}

const BINS = 10;

/** Claims of about equal confidence. */
export interface CalibrationBin {
  /** Mean confidence, 0-1. */
  confidence: number;
  /** Share of right answers, 0-1. */
  right: number;
  claims: number;
}

/** At most ten bins that hold equally many claims, by rising confidence. */
export function calibrationBins(claims: readonly Claim[]): CalibrationBin[] {
  const sorted = claims.toSorted((a, b) => a.confidence - b.confidence);
  const bins = Math.min(BINS, sorted.length);
  return Array.from({ length: bins }, (_, bin) => {
    const own = sorted.slice(
      Math.floor((bin * sorted.length) / bins),
      Math.floor(((bin + 1) * sorted.length) / bins),
    );
    return {
      confidence: own.reduce((sum, claim) => sum + claim.confidence, 0) / own.length,
      right: own.filter((claim) => claim.right).length / own.length,
      claims: own.length,
    };
  });
}

/**
 * Expected calibration error, 0-1: the mean distance between confidence and share of right answers, over ten bins that
 * hold equally many claims (Nguyen and O'Connor 2015; equal counts, because confidences crowd near 1). Null of nothing.
 */
export function calibrationError(claims: readonly Claim[]): number | null {
  if (claims.length === 0) return null;
  return calibrationBins(claims).reduce(
    (sum, bin) => sum + (Math.abs(bin.confidence - bin.right) * bin.claims) / claims.length,
    0,
  );
}
