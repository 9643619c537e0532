import { seeded } from '../../src/ml/compose/random.ts';
import { forecastSeries } from '../../src/ml/trends/forecast-series.ts';
import type { ForecastMethod } from '../../src/ml/trends/types.ts';
import { normalNumbers } from '../lab/draw-vectors.ts';
import { autoregressive, BINS, randomWalk } from './trend-catalogues.ts';

const AHEAD = 8;
const LEVEL = 0.8;

export interface ForecastScores {
  series: number;
  /** Mean absolute error over all series and steps, divided by that of the last value. */
  ratio_to_naive: number;
  /** Share of the values that lie in the 80 % interval. */
  coverage: number;
  methods: Partial<Record<ForecastMethod, number>>;
}

type Draw = (run: number) => number[];

/** 40 bins and 8 to forecast, with AR(1) noise of .3 and a trend of 1, 2 or 3 of its standard deviations in 40 bins. */
export const plantedTrend: Draw = (run) => {
  const noise = autoregressive(BINS + AHEAD, 0.3, normalNumbers(seeded(run)));
  return noise.map((value, bin) => value + ((1 + (run % 3)) * bin) / (BINS - 1));
};

export const walk: Draw = (run) => randomWalk(BINS + AHEAD, normalNumbers(seeded(run)));

/** Forecasts the last 8 bins from the 40 before. */
export function scoreForecasts(draw: Draw, runs: number, seed: number): ForecastScores {
  const methods: Partial<Record<ForecastMethod, number>> = {};
  let [errors, naive, inside] = [0, 0, 0];
  for (let run = 0; run < runs; run++) {
    const series = draw(seed + run);
    const known = series.slice(0, BINS);
    const { method, points, lower, upper } = forecastSeries(known, { horizon: AHEAD, level: LEVEL });
    methods[method] = (methods[method] ?? 0) + 1;
    for (const [step, value] of series.slice(BINS).entries()) {
      errors += Math.abs(value - (points[step] ?? 0));
      naive += Math.abs(value - (known.at(-1) ?? 0));
      if (value >= (lower[step] ?? 0) && value <= (upper[step] ?? 0)) inside += 1;
    }
  }
  return { series: runs, ratio_to_naive: errors / naive, coverage: inside / (runs * AHEAD), methods };
}
