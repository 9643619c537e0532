import { type Statement, sql } from '../client.ts';
import { idsInScope, isNarrowed, passesFilters, type TrackScope, trackConditions } from './track-scope.ts';

/** Vectors of `tracks t` (and of what is joined to it) and the one they are compared with. */
export interface Space {
  column: Statement;
  /** One value: the vector looked for. Where it is null nothing is near. */
  probe: Statement;
  /** One value: the model of that vector; null for vectors that no model gave. */
  model: { column: Statement; value: Statement } | null;
  /** The tables that hold the vectors; `tracks` is `t`. */
  from: Statement;
}

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

/** One vector a text, on the analysis that stands for it and on the first track that has it. */
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
 * Common tables that end in one of the given name with `id` and `distance`: the `limit` nearest tracks of the scope,
 * whose `scopeTables` must stand before. Everything, or a broad filter, goes along the vector index, which yields more
 * until enough pass; a selective filter, and one that leaves the index without enough, is compared with in full. Never
 * fewer than there are.
 */
export function nearTables(name: string, space: Space, scope: TrackScope, limit: number): Statement {
  const part = (suffix: string): Statement => ({ text: `${name}${suffix}`, params: [] });
  const inScope = sql`${comparable(space)} and ${trackConditions(scope)}`;
  const byDistance = sql`order by ${space.column} <=> (${space.probe}) limit ${limit}::int`;
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
      where not (select selective from plan) and (select count(*) from ${part('_along_index')}) < ${limit}::int),
    ${part('_in_full')} as materialized (
      ${found} ${part('_everyone')} everyone join ${space.from} on t.id = everyone.id
      where ${inScope} order by 2 limit ${limit}::int),
    ${part('')} as materialized (
      select id, distance from ${part('_in_full')}
      union all
      select id, distance from ${part('_along_index')} where not exists (select 1 from ${part('_everyone')}))`;
}
