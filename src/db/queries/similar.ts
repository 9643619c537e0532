import { type Sql, type Statement, sql } from '../client.ts';
import { TRACK_COLUMNS, type TrackRow } from './tracks.ts';

/** How much each space counts; they are scaled to sum to 1 over the spaces that both tracks have. */
export interface SimilarityWeights {
  lyrics: number;
  audio: number;
  analysis: number;
}

export interface SimilarRow extends TrackRow {
  score: number;
  lyrics_similarity: number | null;
  audio_similarity: number | null;
  analysis_similarity: number | null;
}

const CANDIDATES = 100;

const LATEST_ANALYSIS = sql`
  select analysis_embedding as embedding, embedding_model as model from analysis_results
  where text_hash = t.text_hash and status = 'done' and analysis_embedding is not null
  order by degraded, created_at desc limit 1`;

function candidates(weights: SimilarityWeights): Statement {
  const parts: Statement[] = [];
  if (weights.lyrics > 0) {
    parts.push(sql`(select t.id from tracks t, me where t.embedding_model = me.embedding_model
      order by t.lyrics_embedding <=> (select lyrics_embedding from me) limit ${CANDIDATES}::int)`);
  }
  if (weights.audio > 0) {
    parts.push(sql`(select t.id from tracks t where t.audio_embedding is not null
      order by t.audio_embedding <=> (select audio_embedding from me) limit ${CANDIDATES}::int)`);
  }
  if (weights.analysis > 0) {
    parts.push(sql`(select a.track_id from analysis_results a, me
      where a.track_id is not null and a.embedding_model = me.analysis_model
      order by a.analysis_embedding <=> (select analysis from me) limit ${CANDIDATES}::int)`);
  }
  return parts.reduce((all, part) => sql`${all} union ${part}`);
}

/**
 * Tracks most like the given one, by the weighted mean of cosine similarities over the spaces that both have.
 * The nearest of each space are the candidates. Other versions of the same song are left out.
 */
export async function findSimilarTracks(
  db: Sql,
  p: { trackId: number; weights: SimilarityWeights; limit: number },
): Promise<SimilarRow[]> {
  const { lyrics, audio, analysis } = p.weights;
  return db.query<SimilarRow>(sql`
    with me as materialized (
      select t.id, coalesce(t.duplicate_of, t.id) as original, t.lyrics_embedding, t.embedding_model,
        t.audio_embedding, a.embedding as analysis, a.model as analysis_model
      from tracks t left join lateral (${LATEST_ANALYSIS}) a on true where t.id = ${p.trackId}::int
    ), near as (${candidates(p.weights)}),
    compared as (
      select t.id,
        case when ${lyrics}::float8 > 0 and t.embedding_model = me.embedding_model
          then 1 - (t.lyrics_embedding <=> me.lyrics_embedding) end as lyrics_similarity,
        case when ${audio}::float8 > 0 then 1 - (t.audio_embedding <=> me.audio_embedding) end
          as audio_similarity,
        case when ${analysis}::float8 > 0 and a.model = me.analysis_model
          then 1 - (a.embedding <=> me.analysis) end as analysis_similarity
      from near join tracks t on t.id = near.id cross join me
      left join lateral (${LATEST_ANALYSIS}) a on true
      where t.id <> me.id and coalesce(t.duplicate_of, t.id) <> me.original and t.duplicate_of is null
    ), scored as (
      select *, (coalesce(lyrics_similarity * ${lyrics}::float8, 0)
        + coalesce(audio_similarity * ${audio}::float8, 0)
        + coalesce(analysis_similarity * ${analysis}::float8, 0))
        / nullif((lyrics_similarity is not null)::int * ${lyrics}::float8
          + (audio_similarity is not null)::int * ${audio}::float8
          + (analysis_similarity is not null)::int * ${analysis}::float8, 0) as score
      from compared
    )
    select ${TRACK_COLUMNS}, s.score, s.lyrics_similarity, s.audio_similarity, s.analysis_similarity
    from scored s join tracks t on t.id = s.id
    where s.score is not null order by s.score desc, t.id limit ${p.limit}::int`);
}
