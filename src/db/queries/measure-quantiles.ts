import { join, type Sql, type Statement, sql } from '../client.ts';
import { firstOf, rowsOf } from '../rows.ts';

export interface QuantilesRow {
  measure: string;
  /** 101 quantiles from the minimum to the maximum. */
  quantiles: number[];
  /** Songs that have the measure. */
  songs: number;
  built_at: Date;
}

export interface StoredQuantiles {
  rows: QuantilesRow[];
  /** Songs that count now. */
  songs: number;
  /** Whether a song came or changed since the quantiles were computed; true without any. */
  is_outdated: boolean;
}

const STEPS = 100;
const SHARES = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS);

/** A name of a column cannot be a parameter. Throws for what is none. */
function column(name: string): Statement {
  if (!/^[a-z_]+$/.test(name)) throw new Error(`not a column: ${name}`);
  return { text: `m.${name}`, params: [] };
}

const quantilesOf = (name: string): Statement => sql`
  select ${name}::text as measure,
    (percentile_cont(${SHARES}::float8[]) within group (order by ${column(name)}))::real[] as quantiles,
    count(${column(name)})::int as songs, now() as built_at
  from track_measures m having count(${column(name)}) > 0`;

/** The quantiles of columns of track_measures over the songs that count now, without storing them. */
export const computeMeasureQuantiles = (db: Sql, names: readonly string[]): Promise<QuantilesRow[]> =>
  db.query<QuantilesRow>(join(names.map(quantilesOf), ' union all '));

/** Stores the quantiles over the songs that count now; returns how many measures have any. */
export async function refreshMeasureQuantiles(db: Sql, names: readonly string[]): Promise<number> {
  const rows = await db.query(sql`
    insert into measure_quantiles (measure, quantiles, songs, built_at) ${join(names.map(quantilesOf), ' union all ')}
    on conflict (measure) do update set quantiles = excluded.quantiles, songs = excluded.songs,
      built_at = excluded.built_at
    returning measure`);
  return rows.length;
}

/** The quantiles as the schedule computed them last. */
export async function findMeasureQuantiles(db: Sql): Promise<StoredQuantiles> {
  const [rows, state] = await db.batch(
    [
      sql`select measure, quantiles, songs, built_at from measure_quantiles`,
      sql`
        select count(*)::int as songs,
          coalesce(max(changed_at) > (select min(built_at) from measure_quantiles), true) as is_outdated
        from track_measures`,
    ],
    { readOnly: true },
  );
  const counted = firstOf<Omit<StoredQuantiles, 'rows'>>(state);
  if (counted === null) throw new Error('the state is one row');
  return { rows: rowsOf<QuantilesRow>(rows), ...counted };
}
