/** Weights of exponential smoothing in its error form (Hyndman et al. 2008, Forecasting with Exponential Smoothing). */
export interface Weights {
  /** Of an error on the level. */
  alpha: number;
  /** Of an error on the slope; 0 with `phi` 0 is simple smoothing. */
  beta: number;
  /** What stays of the slope from one bin to the next. */
  phi: number;
}

export interface Smoothed extends Weights {
  level: number;
  slope: number;
  /** Sum of the squared errors one bin ahead. */
  squares: number;
}

/**
 * Smooths from the start level and slope with the least squared errors. Errors and states are linear in both, so one
 * pass follows three series at once: the values from a start at 0, and no values from a level or a slope of 1.
 */
export function smooth(values: readonly number[], { alpha, beta, phi }: Weights): Smoothed {
  let [level, slope, ofLevel, slopeOfLevel, ofSlope, slopeOfSlope] = [0, 0, 1, 0, 0, 1];
  let [ee, aa, ab, bb, ae, be] = [0, 0, 0, 0, 0, 0];
  for (const value of values) {
    slope *= phi;
    slopeOfLevel *= phi;
    slopeOfSlope *= phi;
    const error = value - level - slope;
    const a = -ofLevel - slopeOfLevel;
    const b = -ofSlope - slopeOfSlope;
    level += slope + alpha * error;
    ofLevel += slopeOfLevel + alpha * a;
    ofSlope += slopeOfSlope + alpha * b;
    slope += beta * error;
    slopeOfLevel += beta * a;
    slopeOfSlope += beta * b;
    ee += error * error;
    aa += a * a;
    ab += a * b;
    bb += b * b;
    ae += a * error;
    be += b * error;
  }
  const determinant = aa * bb - ab * ab;
  // Without a slope, or when values are too few to tell both, the slope starts at 0.
  const both = determinant > 1e-9 * aa * bb;
  const startLevel = both ? (be * ab - ae * bb) / determinant : -ae / aa;
  const startSlope = both ? (ae * ab - be * aa) / determinant : 0;
  return {
    alpha,
    beta,
    phi,
    level: level + startLevel * ofLevel + startSlope * ofSlope,
    slope: slope + startLevel * slopeOfLevel + startSlope * slopeOfSlope,
    squares: Math.max(0, ee + startLevel * ae + startSlope * be),
  };
}

/** The weights among these with the least squared errors. */
export function bestSmoothing(values: readonly number[], tried: readonly Weights[]): Smoothed {
  const [first = SIMPLE[0] as Weights, ...others] = tried;
  let best = smooth(values, first);
  for (const weights of others) {
    const next = smooth(values, weights);
    if (next.squares < best.squares) best = next;
  }
  return best;
}

const SHARES = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99];

export const SIMPLE: readonly Weights[] = SHARES.map((alpha) => ({ alpha, beta: 0, phi: 0 }));

/** Damped trends (Gardner and McKenzie 1985, Management Science 31:1237). */
export const DAMPED: readonly Weights[] = SHARES.flatMap((alpha) =>
  [0.02, 0.1, 0.3].flatMap((share) => [0.8, 0.9, 0.98].map((phi) => ({ alpha, beta: alpha * share, phi }))),
);

/** Forecasts of the next bins. */
export function extend({ level, slope, phi }: Smoothed, horizon: number): number[] {
  let [value, step] = [level, slope];
  return Array.from({ length: horizon }, () => {
    step *= phi;
    value += step;
    return value;
  });
}

/** Variance of the errors 1, 2, … bins ahead, divided by that of one bin ahead. */
export function variancesAhead({ alpha, beta, phi }: Weights, horizon: number): number[] {
  let [variance, kept, power] = [1, 0, 1];
  return Array.from({ length: horizon }, (_, step) => {
    if (step > 0) {
      power *= phi;
      kept += power;
      variance += (alpha + beta * kept) ** 2;
    }
    return variance;
  });
}
