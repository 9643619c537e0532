import { binSums } from '../../ml/trends/artist-sums.ts';
import { forecastSeries } from '../../ml/trends/forecast-series.ts';
import { formatValue } from '../../ml/trends/format-values.ts';
import type { Series } from '../../ml/trends/series.ts';
import { columnOf, type PlacedSongs, sumsOf } from '../../ml/trends/series-cells.ts';
import { binsAfter, binsAYear, type TimeBins } from '../../ml/trends/time-bins.ts';
import type { SeriesForecast, TrendForecasts } from './contract.ts';
import type { SeriesQuestion } from './current-trends.ts';
import { describeBin } from './describe-scope.ts';
import { forecastSentence } from './trend-sentences.ts';

export const FORECAST_LEVEL = 0.8;
/** Fewer bins leave no origin to test a forecast from. */
export const LEAST_FORECAST_BINS = 10;
/** A forecast reaches a year ahead, or a third of what is known if that is less. */
const MOST_OF_KNOWN = 3;

/** Why a series is not forecast; null if it is. What never moved gives no errors to tell an interval from. */
function reasonAgainst(
  series: Series,
  values: readonly (number | null)[],
  known: readonly number[],
): string | null {
  const gaps = values.length - known.length;
  if (gaps > 0) return `${gaps} bins hold no song with a value`;
  const [first = 0] = known;
  return known.every((value) => value === first)
    ? `it never changes: ${formatValue(series, first)} in every bin`
    : null;
}

/** The next bins of each series; those with a gap and those that never change are left out with the reason. */
export function forecastTrends({
  placed,
  time,
  series,
}: SeriesQuestion): Pick<TrendForecasts, 'series' | 'left_out'> {
  const forecasts: SeriesForecast[] = [];
  const leftOut: TrendForecasts['left_out'] = [];
  for (const one of series) {
    const values = meansOf(placed, one);
    const known = values.filter((value) => value !== null);
    const reason = reasonAgainst(one, values, known);
    if (reason === null) forecasts.push(forecastOne(one, known, time));
    else leftOut.push({ name: one.name, reason });
  }
  return { series: forecasts, left_out: leftOut };
}

function meansOf(placed: PlacedSongs, series: Series): (number | null)[] {
  const sums = sumsOf(placed, columnOf(placed.songs, series));
  const { songs, sum } = binSums(sums);
  return Array.from(songs, (count, bin) => (count === 0 ? null : (sum[bin] ?? 0) / count / sums.scale));
}

function forecastOne(series: Series, values: number[], time: TimeBins): SeriesForecast {
  const horizon = Math.max(
    1,
    Math.min(Math.round(binsAYear(time)), Math.floor(values.length / MOST_OF_KNOWN)),
  );
  const made = forecastSeries(values, { horizon, level: FORECAST_LEVEL });
  const [least, most] = series.range;
  const inRange = (value: number | undefined) =>
    Math.min(Math.max(value ?? 0, least), most ?? Number.POSITIVE_INFINITY);
  const { name, group, label, unit, about } = series;
  const forecast = binsAfter(time, horizon).map((bin, step) => ({
    ...describeBin(bin),
    value: inRange(made.points[step]),
    lower: inRange(made.lower[step]),
    upper: inRange(made.upper[step]),
  }));
  const { ratioToNaive, mase, origins } = made.backtest;
  const backtest = { ratio_to_naive: ratioToNaive, mase, origins };
  const { method } = made;
  const text = forecastSentence(series, { method, forecast, backtest }, FORECAST_LEVEL);
  return { ...{ name, group, label, unit, about }, values, method, forecast, backtest, text };
}
