import { fitMethods } from './forecast-methods.ts';
import { meanAbsoluteScaledError } from './mase.ts';
import type { ForecastMethod } from './types.ts';

/** Bins before the first origin: this many, or a third of all. */
const LEAST_TRAINING = 8;

export interface Tested {
  method: ForecastMethod;
  /** Mean absolute error over all origins and steps. */
  error: number;
  /** Mean over the origins. */
  mase: number | null;
  /** Mean squared error in units of the spread that the method expected. */
  squaredScaled: number;
  origins: number;
}

interface Errors {
  missed: number[];
  scaled: number[];
  scores: number[];
}

/** Forecasts of the last bins from the bins before them, from every origin, by every method. */
export function backtest(values: readonly number[], horizon: number): Map<ForecastMethod, Tested> {
  const first = Math.max(LEAST_TRAINING, Math.floor(values.length / 3));
  const all = new Map<ForecastMethod, Errors>();
  for (let origin = first; origin < values.length; origin++) {
    const training = values.slice(0, origin);
    const actual = values.slice(origin, origin + horizon);
    for (const [name, { points, spreads }] of Object.entries(fitMethods(training, actual.length).methods)) {
      const errors = all.get(name as ForecastMethod) ?? { missed: [], scaled: [], scores: [] };
      all.set(name as ForecastMethod, errors);
      const missed = actual.map((value, step) => value - (points[step] ?? 0));
      errors.missed.push(...missed);
      errors.scaled.push(...missed.map((error, step) => error / ((spreads[step] ?? 0) || 1)));
      const score = meanAbsoluteScaledError(missed, training);
      if (score !== null) errors.scores.push(score);
    }
  }
  return new Map(
    [...all].map(([method, errors]) => [method, testedOf(method, errors, values.length - first)]),
  );
}

const testedOf = (method: ForecastMethod, { missed, scaled, scores }: Errors, origins: number): Tested => ({
  method,
  error: meanOf(missed.map(Math.abs)),
  mase: scores.length === 0 ? null : meanOf(scores),
  squaredScaled: meanOf(scaled.map((one) => one * one)),
  origins,
});

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
