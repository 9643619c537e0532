import { join, type Sql, type Statement, sql } from '../client.ts';
import { analysisSpace, audioSpace, lyricsSpace, nearTables } from './near-tracks.ts';
import { VECTOR_SETTINGS } from './search.ts';
import type { TrackFilters } from './track-filters.ts';
import { scopeTables, type TrackScope } from './track-scope.ts';
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
  mood: { words: number | null; music: number | null };
}

export interface SimilarQuery {
  trackId: number;
  weights: SimilarityWeights;
  excludeArtist: boolean;
  filters: TrackFilters;
  limit: number;
}

/** The nearest of each space are compared in all of them. */
const CANDIDATES = 100;

const of = (column: string): Statement => ({ text: `select ${column} from me`, params: [] });

/** The tables of candidates, a space each, and the names of these tables. */
function candidates({ weights }: SimilarQuery, scope: TrackScope): { tables: Statement; names: string[] } {
  const spaces = {
    lyrics: lyricsSpace({ vector: of('lyrics_embedding'), model: of('embedding_model') }),
    audio: audioSpace(of('audio_embedding')),
    analysis: analysisSpace({ vector: of('analysis_embedding'), model: of('analysis_model') }),
  };
  const used = (['lyrics', 'audio', 'analysis'] as const).filter((name) => weights[name] > 0);
  const names = used.map((name) => `near_${name}`);
  const tables = used.map((name) => nearTables(`near_${name}`, spaces[name], scope, CANDIDATES));
  return { tables: join(tables, ', '), names };
}

function similarStatement(q: SimilarQuery): Statement {
  const { lyrics, audio, analysis } = q.weights;
  const others = [sql`t.id <> (select id from me)`];
  if (q.excludeArtist) others.push(sql`t.artist_id <> (select artist_id from me)`);
  const scope: TrackScope = { filters: q.filters, phrases: [], lastId: null, others };
  const { tables, names } = candidates(q, scope);
  const near = { text: names.map((name) => `select id from ${name}`).join(' union '), params: [] };
  return sql`
    with me as materialized (
      select t.id, t.artist_id, f.original_id, t.lyrics_embedding, t.embedding_model, t.audio_embedding,
        a.analysis_embedding, a.embedding_model as analysis_model
      from tracks t join track_facets f on f.track_id = t.id left join analysis_results a on a.id = f.analysis_id
      where t.id = ${q.trackId}::int),
    ${scopeTables(scope)}, ${tables},
    compared as (
      select t.id, f.words_mood, f.music_mood,
        case when ${lyrics}::float8 > 0 and t.embedding_model = me.embedding_model
          then 1 - (t.lyrics_embedding <=> me.lyrics_embedding) end as lyrics_similarity,
        case when ${audio}::float8 > 0 then 1 - (t.audio_embedding <=> me.audio_embedding) end
          as audio_similarity,
        case when ${analysis}::float8 > 0 and a.embedding_model = me.analysis_model
          then 1 - (a.analysis_embedding <=> me.analysis_embedding) end as analysis_similarity
      from (${near}) near join tracks t on t.id = near.id join track_facets f on f.track_id = near.id
      left join analysis_results a on a.id = f.analysis_id cross join me
      where f.original_id <> me.original_id and f.original_id = f.track_id
    ), scored as (
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
 * Tracks most like the given one, by the weighted mean of cosine similarities over the spaces that both have. Other
 * versions of the same song are left out.
 */
export async function findSimilarTracks(db: Sql, q: SimilarQuery): Promise<SimilarRow[]> {
  const [, rows] = await db.batch([sql`select ${VECTOR_SETTINGS}`, similarStatement(q)], { readOnly: true });
  return (rows ?? []) as unknown as SimilarRow[];
}

/** Which spaces a track has a vector in; null: there is no such track. */
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
