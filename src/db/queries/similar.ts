import { join, type Sql, type Statement, sql } from '../client.ts';
import { rowsOf } from '../rows.ts';
import {
  analysisSpace,
  audioSpace,
  lyricsSpace,
  nearTables,
  rankingSettings,
  unpacked,
} from './near-tracks.ts';
import type { TrackFilters } from './track-filters.ts';
import { scopeTables, type TrackScope } from './track-scope.ts';
import { TRACK_COLUMNS, type TrackRow } from './tracks.ts';

/** The weight of each space; weights are scaled to sum to 1 over the spaces that both tracks have. */
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
  mood: { words: number | null; music: number | null };
}

export interface SimilarQuery {
  trackId: number;
  weights: SimilarityWeights;
  excludeArtist: boolean;
  filters: TrackFilters;
  limit: number;
}

/** The nearest tracks of each space are compared in all spaces. */
const CANDIDATES = 60;
const EF_SEARCH = 300;

const SPACES = ['lyrics', 'audio', 'analysis'] as const;

const of = (column: string): Statement => ({ text: `select ${column} from me`, params: [] });

/** The tables `near_…` of candidates, one per space. */
function candidateTables(used: readonly (typeof SPACES)[number][], scope: TrackScope): Statement {
  const spaces = {
    lyrics: lyricsSpace({ vector: of('lyrics_embedding'), model: of('embedding_model') }),
    audio: audioSpace(of('audio_embedding')),
    analysis: analysisSpace({ vector: of('analysis_embedding'), model: of('analysis_model') }),
  };
  return join(
    used.map((name) => nearTables(`near_${name}`, spaces[name], scope, CANDIDATES)),
    ', ',
  );
}

/** Candidates of a single space, whose distance is already known. */
function comparedInOne(space: (typeof SPACES)[number]): Statement {
  const similarity = (name: (typeof SPACES)[number]): Statement =>
    name === space ? sql`1 - near.distance` : sql`null::float8`;
  return sql`
    select f.track_id as id, f.words_mood, f.music_mood, ${similarity('lyrics')} as lyrics_similarity,
      ${similarity('audio')} as audio_similarity, ${similarity('analysis')} as analysis_similarity
    from ${{ text: `near_${space}`, params: [] }} near join track_facets f on f.track_id = near.id cross join me
    where f.original_id <> me.original_id and f.original_id = f.track_id`;
}

/** Candidates of several spaces, each compared in all of them. */
function comparedInAll({ lyrics, audio, analysis }: SimilarityWeights, near: Statement): Statement {
  return sql`
    select t.id, f.words_mood, f.music_mood,
      case when ${lyrics}::float8 > 0 and t.embedding_model = me.embedding_model
        then 1 - (t.lyrics_embedding <=> me.lyrics_embedding) end as lyrics_similarity,
      case when ${audio}::float8 > 0 then 1 - (t.audio_embedding <=> me.audio_embedding) end
        as audio_similarity,
      case when ${analysis}::float8 > 0 and a.embedding_model = me.analysis_model
        then 1 - (a.analysis_embedding <=> me.analysis_embedding) end as analysis_similarity
    from (${near}) near join tracks t on t.id = near.id join track_facets f on f.track_id = near.id
    left join analysis_results a on a.id = f.analysis_id cross join me
    where f.original_id <> me.original_id and f.original_id = f.track_id`;
}

function similarStatement(q: SimilarQuery): Statement {
  const { lyrics, audio, analysis } = q.weights;
  const others = [sql`t.id <> (select id from me)`];
  if (q.excludeArtist) others.push(sql`t.artist_id <> (select artist_id from me)`);
  const scope: TrackScope = { filters: q.filters, phrases: [], languages: [], lastId: null, others };
  const used = SPACES.filter((space) => q.weights[space] > 0);
  const near = { text: used.map((space) => `select id from near_${space}`).join(' union '), params: [] };
  const [only] = used;
  const compared =
    used.length === 1 && only !== undefined ? comparedInOne(only) : comparedInAll(q.weights, near);
  return sql`
    with me as materialized (
      select t.id, t.artist_id, f.original_id, t.embedding_model, a.embedding_model as analysis_model,
        t.audio_embedding, ${unpacked('t.lyrics_embedding')} as lyrics_embedding,
        ${unpacked('a.analysis_embedding')} as analysis_embedding
      from tracks t join track_facets f on f.track_id = t.id left join analysis_results a on a.id = f.analysis_id
      where t.id = ${q.trackId}::int),
    ${scopeTables(scope)}, ${candidateTables(used, scope)},
    compared as (${compared}),
    scored as (
      select *, (coalesce(lyrics_similarity * ${lyrics}::float8, 0)
        + coalesce(audio_similarity * ${audio}::float8, 0)
        + coalesce(analysis_similarity * ${analysis}::float8, 0))
        / nullif((lyrics_similarity is not null)::int * ${lyrics}::float8
          + (audio_similarity is not null)::int * ${audio}::float8
          + (analysis_similarity is not null)::int * ${analysis}::float8, 0) as score
      from compared
    )
    select ${TRACK_COLUMNS}, s.score, s.lyrics_similarity, s.audio_similarity, s.analysis_similarity,
      jsonb_build_object('words', s.words_mood, 'music', s.music_mood) as mood
    from scored s join tracks t on t.id = s.id
    where s.score is not null order by s.score desc, t.id limit ${q.limit}::int`;
}

/**
 * Tracks most similar to the given one, by the weighted mean of cosine similarities over the spaces that both have.
 * Other versions of the same song are left out.
 */
export async function findSimilarTracks(db: Sql, q: SimilarQuery): Promise<SimilarRow[]> {
  const [, rows] = await db.batch([sql`select ${rankingSettings(EF_SEARCH)}`, similarStatement(q)], {
    readOnly: true,
  });
  return rowsOf<SimilarRow>(rows);
}

/** The spaces in which a track has a vector; null if the track does not exist. */
export async function findSpaces(
  db: Sql,
  trackId: number,
): Promise<{ lyrics: boolean; audio: boolean; analysis: boolean } | null> {
  const rows = await db.query<{ lyrics: boolean; audio: boolean; analysis: boolean }>(sql`
    select t.lyrics_embedding is not null as lyrics, t.audio_embedding is not null as audio,
      a.analysis_embedding is not null as analysis
    from tracks t join track_facets f on f.track_id = t.id left join analysis_results a on a.id = f.analysis_id
    where t.id = ${trackId}::int`);
  return rows[0] ?? null;
}
