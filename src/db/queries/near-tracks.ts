import { type Statement, sql } from '../client.ts';
import { idsInScope, isNarrowed, passesFilters, type TrackScope, trackConditions } from './track-scope.ts';

/** A vector of `tracks t` (and what is joined to it) and the one it is compared with. */
export interface Space {
  column: Statement;
  /** One value: the vector looked for. */
  probe: Statement;
  /** What a row needs for its vector to be comparable. */
  comparable: Statement;
  /** The tables that hold the vectors; `tracks` is `t`. */
  from: Statement;
}

/** The vectors of lyrics; `probe` and `model` are single values. */
export const lyricsSpace = (probe: Statement, model: Statement): Space => ({
  column: sql`t.lyrics_embedding`,
  probe,
  comparable: sql`t.embedding_model = ${model}`,
  from: sql`tracks t`,
});

/**
 * Common tables that end in `near(id, distance)`: the `limit` nearest tracks of the scope, whose `scopeTables` must stand
 * before. Everything, or a broad filter, goes along the vector index, which yields more until enough pass; a selective
 * filter, and one that leaves the index without enough, is compared with in full. Never fewer than there are.
 */
export function nearTables(space: Space, scope: TrackScope, limit: number): Statement {
  const { column, probe, comparable, from } = space;
  const inScope = sql`${comparable} and ${trackConditions(scope)}`;
  const byDistance = sql`order by ${column} <=> (${probe}) limit ${limit}::int`;
  const found = sql`select t.id, (${column} <=> (${probe}))::float8 as distance from ${from}`;
  if (!isNarrowed(scope)) return sql`near as materialized (${found} where ${inScope} ${byDistance})`;
  return sql`
    along_index as materialized (
      ${found} where ${inScope} and ${passesFilters(scope)} and not (select selective from plan) ${byDistance}),
    every_one as materialized (
      select id from few where (select selective from plan)
      union all
      select id from (${idsInScope(scope, null)}) rest
      where not (select selective from plan) and (select count(*) from along_index) < ${limit}::int),
    in_full as materialized (
      select t.id, (${column} <=> (${probe}))::float8 as distance from every_one join ${from} on t.id = every_one.id
      where ${inScope} order by 2 limit ${limit}::int),
    near as materialized (
      select id, distance from in_full
      union all
      select id, distance from along_index where not exists (select 1 from every_one))`;
}
