import { constant, type Statement, sql } from '../client.ts';
import { idsInScope, isNarrowed, passesFilters, type TrackScope, trackConditions } from './track-scope.ts';

/** The vector columns of `tracks t` (and joined tables) and the vector they are compared with. */
export interface Space {
  column: Statement;
  /** One value: the query vector. If it is null, no track is near. */
  probe: Statement;
  /** One value: the model of that vector; null for vectors without a model. */
  model: { column: Statement; value: Statement } | null;
  /** The tables that hold the vectors; `tracks` is `t`. */
  from: Statement;
}

/**
 * Settings of a ranking's transaction. The vector index keeps `efSearch` tuples in memory (more tuples find the true
 * neighbours more reliably, at a cost) and fetches more while a filter rejects them. Plans that read a whole table are
 * switched off: the planner underestimates their cost (for a very common word, or for looking up a few thousand ids).
 */
export const rankingSettings = (efSearch: number): Statement => sql`
  set_config('hnsw.ef_search', ${String(efSearch)}, true),
  set_config('hnsw.iterative_scan', 'relaxed_order', true), set_config('hnsw.max_scan_tuples', '5000', true),
  set_config('enable_seqscan', 'off', true), set_config('enable_mergejoin', 'off', true)`;

/** A row's vector, unpacked once: otherwise each comparison would read it from its TOAST table. */
export const unpacked = (column: string): Statement => ({ text: `l2_normalize(${column})`, params: [] });

type Probe = { vector: Statement; model: Statement };

export const lyricsSpace = ({ vector, model }: Probe): Space => ({
  column: sql`t.lyrics_embedding`,
  probe: vector,
  model: { column: sql`t.embedding_model`, value: model },
  from: sql`tracks t`,
});

export const audioSpace = (vector: Statement): Space => ({
  column: sql`t.audio_embedding`,
  probe: vector,
  model: null,
  from: sql`tracks t`,
});

/** One vector per text: of its current analysis, on the first track that has the text. */
export const analysisSpace = ({ vector, model }: Probe): Space => ({
  column: sql`a.analysis_embedding`,
  probe: vector,
  model: { column: sql`a.embedding_model`, value: model },
  from: sql`(analysis_results a join tracks t on t.id = a.track_id)`,
});

function comparable({ column, probe, model }: Space): Statement {
  const present = sql`${column} is not null and (${probe}) is not null`;
  return model === null ? present : sql`${present} and ${model.column} = (${model.value})`;
}

/**
 * Common tables that end in one with the given name, with `id` and `distance`: the `limit` nearest tracks of the
 * scope, whose `scopeTables` must precede it. Without a filter, or with a broad one, the vector index is scanned until
 * enough tracks pass. A selective filter, or one for which the index scan finds too few, is compared in full. The
 * result is never shorter than the number of matching tracks allows.
 */
export function nearTables(name: string, space: Space, scope: TrackScope, limit: number): Statement {
  const part = (suffix: string): Statement => ({ text: `${name}${suffix}`, params: [] });
  const inScope = sql`${comparable(space)} and ${trackConditions(scope)}`;
  const byDistance = sql`order by ${space.column} <=> (${space.probe}) limit ${constant(limit)}`;
  const found = sql`select t.id, (${space.column} <=> (${space.probe}))::float8 as distance from`;
  if (!isNarrowed(scope)) {
    return sql`${part('')} as materialized (${found} ${space.from} where ${inScope} ${byDistance})`;
  }
  return sql`
    ${part('_along_index')} as materialized (
      ${found} ${space.from} where ${inScope} and ${passesFilters(scope)} and not (select selective from plan)
      ${byDistance}),
    ${part('_everyone')} as materialized (
      select id from few where (select selective from plan)
      union all
      select id from (${idsInScope(scope, null)}) rest
      where not (select selective from plan) and (select count(*) from ${part('_along_index')}) < ${constant(limit)}),
    ${part('_in_full')} as materialized (
      select everyone.id, one.distance
      from ${part('_everyone')} everyone cross join lateral (
        -- The offset keeps this a look-up of each: joined as a whole, all tracks would be read.
        select (${space.column} <=> (${space.probe}))::float8 as distance from ${space.from}
        where t.id = everyone.id and ${inScope} offset 0
      ) one
      order by 2 limit ${constant(limit)}),
    ${part('')} as materialized (
      select id, distance from ${part('_in_full')}
      union all
      select id, distance from ${part('_along_index')} where not exists (select 1 from ${part('_everyone')}))`;
}
