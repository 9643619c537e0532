import { backtest, type Tested } from './backtest.ts';
import { fitMethods } from './forecast-methods.ts';
import { studentQuantile } from './tail-probabilities.ts';
import type { Forecast, ForecastMethod, ForecastOptions } from './types.ts';

/** In the order in which they are tried: a short back-test ranks them worse than what is known of them. */
const TRIED = [
  'trend_line',
  'combined',
  'theta',
  'damped_trend',
  'exponential_smoothing',
  'combined_naive',
] as const;
/** Smoothing must make the values likelier than a random walk by what one parameter more costs (Akaike 1974). */
const LIKELIER = Math.E;

/**
 * Forecasts the next bins by the first method that beats the last value in a rolling-origin back-test, or by the last
 * value. Beating it narrowly is often luck, so the values must also look unlike a random walk without direction. `values` are the bins
 * without gaps, the oldest first. Takes a few milliseconds for 40 bins.
 *
 * The methods are small enough to stand here. The library augurs, whose exponential smoothing is compiled from Rust,
 * adds 113 KB to the compressed Worker.
 */
export function forecastSeries(values: readonly number[], { horizon, level }: ForecastOptions): Forecast {
  const fitted = fitMethods(values, horizon);
  const tested = backtest(values, horizon);
  const naive = tested.get('naive');
  const isLikelier = fitted.likelihoodRatio >= LIKELIER || drifts(values);
  const method = naive === undefined || !isLikelier ? 'naive' : choose(tested, naive);
  const chosen = tested.get(method);
  const { points, spreads } = fitted.methods[method];
  const width = studentQuantile(level, Math.max(2, values.length - 2)) * calibration(chosen);
  return {
    method,
    points,
    lower: points.map((point, step) => point - width * (spreads[step] ?? 0)),
    upper: points.map((point, step) => point + width * (spreads[step] ?? 0)),
    backtest: {
      ratioToNaive: chosen === undefined || !naive?.error ? null : chosen.error / naive.error,
      mase: chosen?.mase ?? null,
      origins: chosen?.origins ?? 0,
    },
  };
}

const choose = (tested: ReadonlyMap<ForecastMethod, Tested>, naive: Tested): ForecastMethod =>
  TRIED.find((method) => (tested.get(method)?.error ?? Infinity) < naive.error) ?? 'naive';

/** Standard errors that the mean step must be from 0; a walk without direction passes once in 370 times. */
const SURE_DRIFT = 3;

/**
 * Whether the steps keep one direction. A steady line is no likelier under simple smoothing, which runs behind it, than under a
 * random walk.
 */
function drifts(values: readonly number[]): boolean {
  const steps = values.slice(1).map((value, i) => value - (values[i] ?? 0));
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  const squares = steps.reduce((sum, step) => sum + (step - mean) ** 2, 0);
  return Math.abs(mean) > SURE_DRIFT * Math.sqrt(squares / (steps.length - 1) / steps.length);
}

/** Errors of neighbouring origins are alike, so they count for little beside the spread that the model expects. */
const ASSUMED = 10;

/** What the spread is multiplied by, since errors in the back-test were larger or smaller than expected. */
function calibration(tested: Tested | undefined): number {
  if (tested === undefined) return 1;
  const { squaredScaled, origins } = tested;
  return Math.sqrt((ASSUMED + origins * squaredScaled) / (ASSUMED + origins));
}
