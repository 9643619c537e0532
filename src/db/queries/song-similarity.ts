import { constant, type Statement, sql } from '../client.ts';
import { lyricsSpace, nearTables } from './near-tracks.ts';
import { holdsNothingUnwanted, type TrackScope } from './track-scope.ts';

/** The number of nearest songs that are also compared by their passages. */
const RERANKED = 50;
/** What the song's best passage weighs in a similarity against the song as a whole. */
const PASSAGE_SHARE = 0.5;

/** Common tables that end in `near(id, distance)`: the nearest songs to `probe` by their whole text. */
export function nearestTables(scope: TrackScope, limit: number): Statement {
  const space = lyricsSpace({ vector: sql`select vector from probe`, model: sql`select model from probe` });
  return sql`
    ${nearTables('nearest', space, scope, limit)},
    near as materialized (
      select nearest.id, nearest.distance from nearest join tracks t on t.id = nearest.id
      where ${holdsNothingUnwanted(scope)})`;
}

/**
 * Common tables that end in `meaning_of(id, similarity, start_line, end_line)` for the songs of `candidates` that have
 * a vector: the weighted mean of the cosine similarities of the song and its best passage. Songs whose passages were
 * not looked at count as if their best one were no better than the worst that was.
 */
export const MEANING_SCORES = sql`
  whole as materialized (
    -- What the index has compared is not unpacked again.
    select c.id, 1 - coalesce(near.distance, t.lyrics_embedding <=> (select vector from probe)) as similarity
    from candidates c join tracks t on t.id = c.id left join near on near.id = c.id where t.embedding_model = (select model from probe)),
  front as materialized (select id, similarity from whole order by similarity desc, id limit ${constant(RERANKED)}),
  best as materialized (
    select front.id, coalesce(passage.similarity, front.similarity) as similarity, passage.start_line, passage.end_line
    from front left join lateral (
      select 1 - (p.embedding::vector <=> (select vector from probe)) as similarity, p.start_line, p.end_line
      from track_passages p where p.track_id = front.id order by 1 desc, p.ordinal limit 1
    ) passage on true),
  meaning_of as materialized (
    select w.id, (1 - ${PASSAGE_SHARE}::float8) * w.similarity + ${PASSAGE_SHARE}::float8
        * coalesce(b.similarity, least(w.similarity, (select min(similarity) from best))) as similarity,
      b.start_line, b.end_line
    from whole w left join best b on b.id = w.id)`;
