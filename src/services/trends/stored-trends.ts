import type { ServiceContext } from '../../context.ts';
import {
  findTrendAnswer,
  hashSongs,
  listTrendAnswers,
  readSongsState,
  type SongsState,
  type StoredAnalysisType,
  storeTrendAnswer,
} from '../../db/queries/trend-answers.ts';
import type { TrendFilters } from '../../db/queries/trend-songs.ts';
import { readStored } from '../../lib/stored-json.ts';
import { answerCurrent, answerForecast } from './answer-trends.ts';
import {
  type CurrentTrends,
  CurrentTrendsSchema,
  type TrendForecasts,
  TrendForecastsSchema,
} from './contract.ts';
import { LIVE_SONGS } from './live-songs.ts';
import { refreshQuantiles } from './measure-quantiles.ts';
import { idsIn, nameSongs } from './name-songs.ts';
import { monthsIn, STORED_PERIODS } from './time-period.ts';

type Context = Pick<ServiceContext, 'sql' | 'clock' | 'log'>;

/** Changes with the methods and the format, so that answers of another version are not given. */
export const TRENDS_VERSION = 'trends-2';
const DAY_MS = 86_400_000;
/** A build that takes longer is behind: the schedule runs every 15 minutes and builds once a day at least. */
const STALE_AFTER_MS = 26 * 3_600_000;
export const NO_FILTERS: TrendFilters = { artist: null, language: null, theme: null };

/** Where an answer comes from. */
export interface Freshness {
  source: 'stored' | 'computed';
  /** ISO timestamp. */
  built_at: string;
  /** Songs came, went or changed since, or the schedule is behind. */
  stale: boolean;
}

export type SeriesAnswer =
  | ({ analysis_type: 'current'; freshness: Freshness } & CurrentTrends)
  | ({ analysis_type: 'forecast'; freshness: Freshness } & TrendForecasts);

/** The stored answer; null if there is none, or if it is outdated and the catalogue small enough to compute it now. */
export async function readStoredAnswer(
  ctx: Context,
  { type, period }: { type: StoredAnalysisType; period: string },
): Promise<SeriesAnswer | null> {
  const key = { analysisType: type, timePeriod: period, version: TRENDS_VERSION };
  const { songs, stored, named } = await findTrendAnswer(ctx.sql, key);
  if (stored === null || (stored.is_outdated && songs <= LIVE_SONGS)) return null;
  const age = ctx.clock.now() - stored.built_at.getTime();
  const freshness: Freshness = {
    source: 'stored',
    built_at: stored.built_at.toISOString(),
    stale: stored.is_outdated || age > STALE_AFTER_MS,
  };
  const record = { value: stored.answer, what: `trends ${type}`, id: period };
  if (type === 'forecast') {
    const answer = readStored(ctx.log, TrendForecastsSchema, record);
    return answer === undefined ? null : { analysis_type: type, freshness, ...answer };
  }
  const answer = readStored(ctx.log, CurrentTrendsSchema, record);
  if (answer === undefined) return null;
  return { analysis_type: type, freshness, ...answer, series: nameSongs(answer.series, named) };
}

/**
 * The schedule's step: quantiles of the measures and the answers of all periods, where songs changed since or a day has
 * passed. At most `limit` answers a slot, the oldest first, since each takes up to a second of a large catalogue.
 */
export async function refreshTrends(ctx: Context, limit: number): Promise<Record<string, number>> {
  const state = await readSongsState(ctx.sql);
  const due = state.songs === 0 ? [] : await findDue(ctx, state);
  if (due.length === 0) return { answers: 0, quantiles: 0, due: 0 };
  const quantiles = await refreshQuantiles(ctx);
  const dataHash = await hashSongs(ctx.sql);
  const now = due.slice(0, limit);
  for (const one of now) await build(ctx, one, { state, dataHash });
  return { answers: now.length, quantiles, due: due.length - now.length };
}

/** Missing answers first, then the oldest: songs that change all the time must not keep the last ones waiting. */
async function findDue(
  ctx: Context,
  state: SongsState,
): Promise<{ type: StoredAnalysisType; period: string }[]> {
  const stored = await listTrendAnswers(ctx.sql, { version: TRENDS_VERSION, state });
  const builtAfter = ctx.clock.now() - DAY_MS;
  const all = (['current', 'forecast'] as const).flatMap((type) =>
    STORED_PERIODS.map((period) => {
      const one = stored.find((row) => row.analysis_type === type && row.time_period === period);
      const builtAt = one?.built_at.getTime() ?? 0;
      return { type, period, builtAt, isDue: one?.is_current !== true || builtAt < builtAfter };
    }),
  );
  return all.filter(({ isDue }) => isDue).toSorted((a, b) => a.builtAt - b.builtAt);
}

async function build(
  ctx: Context,
  { type, period }: { type: StoredAnalysisType; period: string },
  songs: { state: SongsState; dataHash: string },
): Promise<void> {
  const question = { filters: NO_FILTERS, months: monthsIn(period) };
  const { answer, trackIds } = await compute(ctx, type, question);
  await storeTrendAnswer(ctx.sql, {
    analysisType: type,
    timePeriod: period,
    version: TRENDS_VERSION,
    answer,
    trackIds,
    ...songs,
    builtAt: new Date(ctx.clock.now()),
  });
}

async function compute(
  ctx: Context,
  type: StoredAnalysisType,
  question: { filters: TrendFilters; months: number },
) {
  if (type === 'forecast') return { answer: await answerForecast(ctx, question), trackIds: [] };
  const answer = await answerCurrent(ctx, question);
  return { answer, trackIds: idsIn(answer.series).tracks };
}
