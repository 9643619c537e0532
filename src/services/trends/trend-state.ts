import type { ServiceContext } from '../../context.ts';
import { findTrendBuild } from '../../db/queries/trend-answers.ts';
import { describeError } from '../../lib/errors.ts';
import { TREND_METRICS } from '../../ml/trends/trend-metrics.ts';
import { TRENDS_VERSION } from './stored-trends.ts';

/** What stands behind the trends: the methods, and the series that the schedule built last. */
export interface TrendState {
  version: string;
  state: 'ready' | 'not_available';
  detail: string;
  /** Null before the first build. */
  build: {
    version: string;
    data_hash: string;
    built_at: string;
    metrics: Record<string, number>;
  } | null;
}

/** Without the database there are no trends. */
export async function readTrendState(ctx: Pick<ServiceContext, 'sql' | 'log'>): Promise<TrendState> {
  const version = TRENDS_VERSION;
  try {
    const row = await findTrendBuild(ctx.sql, version);
    if (row === null)
      return {
        version,
        state: 'ready',
        detail: 'Series are computed on request until the schedule has built them.',
        build: null,
      };
    const changed = row.is_outdated ? ' Songs have changed since.' : '';
    const build = {
      version,
      data_hash: row.data_hash,
      built_at: row.built_at.toISOString(),
      metrics: TREND_METRICS,
    };
    return { version, state: 'ready', detail: `Series of ${row.songs} songs.${changed}`, build };
  } catch (error) {
    ctx.log.warn('trend build not read', { error: describeError(error) });
    return { version, state: 'not_available', detail: 'The database does not answer.', build: null };
  }
}
