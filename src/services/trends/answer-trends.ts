import type { ServiceContext } from '../../context.ts';
import { findTrendNames } from '../../db/queries/trend-songs.ts';
import { roundNumbers } from '../../ml/round-numbers.ts';
import { SERIES } from '../../ml/trends/series.ts';
import type { CurrentTrends, Scope, TrendForecasts } from './contract.ts';
import { measureTrends, type SeriesQuestion } from './current-trends.ts';
import { describeScope, trendNeeds } from './describe-scope.ts';
import { FORECAST_LEVEL, forecastTrends, LEAST_FORECAST_BINS } from './forecast-trends.ts';
import { idsIn, nameSeries } from './name-songs.ts';
import { type GatheredSongs, gatherSongs, type TrendQuestion } from './read-songs.ts';
import { byP, summarize } from './trend-sentences.ts';

type Context = Pick<ServiceContext, 'sql' | 'clock'>;

const DECIMALS = 6;

/** What rises and falls among the songs of the question. Throws NOT_FOUND. */
export async function answerCurrent(ctx: Context, question: TrendQuestion): Promise<CurrentTrends> {
  const gathered = await gatherSongs(ctx, question);
  const ofOneArtist = question.filters.artist !== null;
  const scope = describeScope(gathered, trendNeeds(ofOneArtist));
  const asked = seriesQuestion(question, gathered, scope);
  if (asked === null) return { ...scope, series: [], rising: [], falling: [], summary: [] };
  const measured = measureTrends(asked);
  const series = nameSeries(measured, await findTrendNames(ctx.sql, idsIn(measured)));
  const sure = byP(series.filter(({ significant }) => significant));
  const namesOf = (direction: string) =>
    sure.flatMap((one) => (one.direction === direction ? [one.name] : []));
  const note = 'All songs are of one artist: p is that of Mann-Kendall alone.';
  return roundNumbers(
    {
      ...scope,
      notes: ofOneArtist ? [...scope.notes, note] : scope.notes,
      series,
      rising: namesOf('rising'),
      falling: namesOf('falling'),
      summary: summarize(series),
    },
    DECIMALS,
  );
}

/** How each series goes on. Throws NOT_FOUND. */
export async function answerForecast(ctx: Context, question: TrendQuestion): Promise<TrendForecasts> {
  const gathered = await gatherSongs(ctx, question);
  const needed = { ...trendNeeds(question.filters.artist !== null), bins: LEAST_FORECAST_BINS };
  const scope = describeScope(gathered, needed);
  const asked = seriesQuestion(question, gathered, scope);
  const made = asked === null ? { series: [], left_out: [] } : forecastTrends(asked);
  return roundNumbers({ ...scope, level: FORECAST_LEVEL, ...made }, DECIMALS);
}

/** Null if there are too few songs. Of songs about a theme, the share of those about it is no series. */
function seriesQuestion(
  { filters }: TrendQuestion,
  { binned }: GatheredSongs,
  { insufficient }: Scope,
): SeriesQuestion | null {
  if (binned === null || insufficient !== null) return null;
  const own = `theme_${filters.theme}`;
  return {
    placed: binned.placed,
    time: binned.time,
    series: SERIES.filter(({ name }) => name !== own),
    ofOneArtist: filters.artist !== null,
  };
}
