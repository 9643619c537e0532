import { autocorrelationAt, correctedLagOne } from './autocorrelation.ts';
import { bestSmoothing, DAMPED, extend, SIMPLE, type Smoothed, variancesAhead } from './smoothing.ts';
import type { ForecastMethod } from './types.ts';

/** A forecast with the spread that its model gives it. */
export interface Fitted {
  points: number[];
  /** Standard deviation of the error at each step. */
  spreads: number[];
}

export interface FittedMethods {
  methods: Record<ForecastMethod, Fitted>;
  /** How much likelier simple smoothing makes the values than a random walk does. */
  likelihoodRatio: number;
}

/** Weights and starts that were fitted: what they take of the freedom of the errors. */
const PARAMETERS = 2;

/** Forecasts of the next bins by every method. */
export function fitMethods(values: readonly number[], horizon: number): FittedMethods {
  const simple = bestSmoothing(values, SIMPLE);
  const smoothing = ofSmoothing(values, simple, horizon);
  const theta = thetaForecast(values, simple, smoothing);
  const damped = ofSmoothing(values, bestSmoothing(values, DAMPED), horizon);
  const line = lineForecast(values, horizon);
  const naive = naiveForecast(values, horizon);
  const combined = combinationOf([theta, damped, line]);
  const walked = values.length * (naive.spreads[0] ?? 0) ** 2;
  return {
    methods: {
      naive,
      combined,
      trend_line: line,
      theta,
      damped_trend: damped,
      exponential_smoothing: smoothing,
      combined_naive: combinationOf([combined, naive]),
    },
    likelihoodRatio: (walked / Math.max(simple.squares, Number.MIN_VALUE)) ** (values.length / 2),
  };
}

/** The last value, as for a random walk. */
function naiveForecast(values: readonly number[], horizon: number): Fitted {
  const last = values.at(-1) ?? 0;
  const steps = values.slice(1).map((value, i) => value - (values[i] ?? 0));
  const step = Math.sqrt(steps.reduce((sum, one) => sum + one * one, 0) / Math.max(1, steps.length));
  return {
    points: Array.from({ length: horizon }, () => last),
    spreads: Array.from({ length: horizon }, (_, i) => step * Math.sqrt(i + 1)),
  };
}

function ofSmoothing(values: readonly number[], fitted: Smoothed, horizon: number): Fitted {
  const variance = fitted.squares / Math.max(1, values.length - PARAMETERS);
  return {
    points: extend(fitted, horizon),
    spreads: variancesAhead(fitted, horizon).map((factor) => Math.sqrt(variance * factor)),
  };
}

/**
 * Theta (Assimakopoulos and Nikolopoulos 2000), as simple smoothing with half the slope of the least-squares line as
 * drift (Hyndman and Billah 2003, International Journal of Forecasting 19:287).
 */
export function thetaForecast(
  values: readonly number[],
  { alpha }: Pick<Smoothed, 'alpha'>,
  smoothing: Fitted,
): Fitted {
  const drift = leastSquares(values).slope / 2;
  const lag = (1 - (1 - alpha) ** values.length) / alpha;
  return {
    points: smoothing.points.map((point, step) => point + drift * (step + lag)),
    spreads: smoothing.spreads,
  };
}

/**
 * The least-squares line, and what autocorrelation keeps of the last distance from it (Goldberger 1962, Journal of the
 * American Statistical Association 57:369).
 */
export function lineForecast(values: readonly number[], horizon: number): Fitted {
  const n = values.length;
  const { middle, mean, slope, squares } = leastSquares(values);
  const noise = values.map((value, i) => value - mean - slope * (i - middle));
  const correlation = correctedLagOne(autocorrelationAt(1, { times: [...values.keys()], values: noise }), n);
  const variance = noise.reduce((sum, one) => sum + one * one, 0) / Math.max(1, n - PARAMETERS);
  const ofLine = (variance * (1 + correlation)) / (1 - correlation);
  const steps = Array.from({ length: horizon }, (_, i) => ({
    kept: correlation ** (i + 1),
    distance: n + i - middle,
  }));
  return {
    points: steps.map(({ kept, distance }) => mean + slope * distance + kept * (noise.at(-1) ?? 0)),
    spreads: steps.map(({ kept, distance }) =>
      Math.sqrt(variance * (1 - kept ** 2) + ofLine * (1 / n + distance ** 2 / squares)),
    ),
  };
}

function leastSquares(values: readonly number[]) {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
  const slope = values.reduce((sum, value, i) => sum + (i - middle) * value, 0) / squares;
  return { middle, mean, squares, slope };
}

function combinationOf(parts: readonly Fitted[]): Fitted {
  const mean = (pick: (part: Fitted) => readonly number[]): number[] =>
    (parts[0] === undefined ? [] : pick(parts[0])).map(
      (_, step) => parts.reduce((sum, part) => sum + (pick(part)[step] ?? 0), 0) / parts.length,
    );
  return { points: mean(({ points }) => points), spreads: mean(({ spreads }) => spreads) };
}
