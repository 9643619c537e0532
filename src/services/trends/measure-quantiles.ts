import type { ServiceContext } from '../../context.ts';
import {
  computeMeasureQuantiles,
  findMeasureQuantiles,
  type QuantilesRow,
  refreshMeasureQuantiles,
} from '../../db/queries/measure-quantiles.ts';
import { MEASURES, type MeasureName } from '../../ml/trends/measures.ts';
import { LIVE_SONGS } from './live-songs.ts';

export interface MeasureQuantiles {
  /** 101 quantiles from the minimum to the maximum. */
  quantiles: readonly number[];
  /** Songs that have the measure. */
  songs: number;
}

const NAMES: readonly MeasureName[] = MEASURES.map(({ name }) => name);

/** The quantiles of each measure over the catalogue; a measure that no song has is missing. */
export async function readMeasureQuantiles(
  ctx: Pick<ServiceContext, 'sql'>,
): Promise<ReadonlyMap<MeasureName, MeasureQuantiles>> {
  const stored = await findMeasureQuantiles(ctx.sql);
  const isLive = stored.is_outdated && stored.songs <= LIVE_SONGS;
  const rows = isLive ? await computeMeasureQuantiles(ctx.sql, NAMES) : stored.rows;
  const byName = new Map<string, QuantilesRow>(rows.map((row) => [row.measure, row]));
  return new Map(
    NAMES.flatMap((name) => {
      const row = byName.get(name);
      return row === undefined ? [] : [[name, { quantiles: row.quantiles, songs: row.songs }] as const];
    }),
  );
}

/** The schedule's part: all measures of all songs. */
export const refreshQuantiles = (ctx: Pick<ServiceContext, 'sql'>): Promise<number> =>
  refreshMeasureQuantiles(ctx.sql, NAMES);
