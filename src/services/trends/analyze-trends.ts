import type { ServiceContext } from '../../context.ts';
import type { StoredAnalysisType } from '../../db/queries/trend-answers.ts';
import { findTrendArtist, type TrendFilters } from '../../db/queries/trend-songs.ts';
import { answerCurrent, answerForecast } from './answer-trends.ts';
import { readClusters } from './clusters/read-clusters.ts';
import { requireArtist, type TrendQuestion } from './read-songs.ts';
import { type Freshness, readStoredAnswer, type SeriesAnswer } from './stored-trends.ts';
import { monthsIn, storedPeriodOf } from './time-period.ts';

export interface AnalyzeTrendsInput {
  type: StoredAnalysisType | 'clusters';
  timePeriod: string;
  filters: TrendFilters;
}

type Context = Pick<ServiceContext, 'sql' | 'clock' | 'log'>;

/**
 * Series of the catalogue over time, what rises, falls, or comes next, or its clusters. Throws NOT_FOUND for an unknown
 * artist.
 */
export async function analyzeTrends(ctx: Context, { type, timePeriod, filters }: AnalyzeTrendsInput) {
  const question = { filters, months: monthsIn(timePeriod) };
  const answer =
    type === 'clusters' ? await answerClusters(ctx, question) : await answerSeries(ctx, type, question);
  const timestamp = new Date(ctx.clock.now()).toISOString();
  return { ...answer, time_period: timePeriod, filters, timestamp };
}

async function answerClusters(ctx: Context, question: TrendQuestion) {
  const { artist } = question.filters;
  if (artist !== null) requireArtist(artist, await findTrendArtist(ctx.sql, artist));
  return { analysis_type: 'clusters' as const, ...(await readClusters(ctx, question)) };
}

/** As the schedule computed it, or computed now. */
async function answerSeries(
  ctx: Context,
  type: StoredAnalysisType,
  question: TrendQuestion,
): Promise<SeriesAnswer> {
  const period = storedPeriodOf(question.months);
  const isFiltered = Object.values(question.filters).some((value) => value !== null);
  const stored = isFiltered || period === null ? null : await readStoredAnswer(ctx, { type, period });
  if (stored !== null) return stored;
  const builtAt = new Date(ctx.clock.now()).toISOString();
  const freshness: Freshness = { source: 'computed', built_at: builtAt, stale: false };
  return type === 'current'
    ? { analysis_type: type, freshness, ...(await answerCurrent(ctx, question)) }
    : { analysis_type: type, freshness, ...(await answerForecast(ctx, question)) };
}
