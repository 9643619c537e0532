import { type Sql, sql } from '../client.ts';

/** A song with its latest analysis by one analyser; all fields of the analysis are null if it has none. */
export interface DatasetSongRow {
  track_id: number;
  text_hash: string | null;
  artist: string;
  title: string;
  year: number | null;
  language: string | null;
  lyrics: string | null;
  lyrics_state: string;
  /** The song of the catalogue that it is a version of; null if none. */
  duplicate_of: number | null;
  lyrics_hash: string | null;
  lyrics_sketch: number[] | null;
  lyrics_bands: number[] | null;
  analyzer_type: string | null;
  model_version: string | null;
  confidence: number | null;
  sentiment: string | null;
  themes: string[] | null;
  quality_score: number | null;
  /** -1 to 1. */
  sentiment_score: number | null;
  emotion: string | null;
  /** As the analysis names it, free text. */
  genre: string | null;
  /** What a model judged, of the stored analysis; null if none did. */
  judgement: unknown;
}

/**
 * The next `limit` songs of the catalogue, each with its most confident standing analysis of those by `analyzers` (empty:
 * any). Analyses that failed or that the engine made in place of a model do not count.
 */
export function findDatasetSongs(
  db: Sql,
  { afterId, limit, analyzers }: { afterId: number; limit: number; analyzers: readonly string[] },
): Promise<DatasetSongRow[]> {
  return db.query<DatasetSongRow>(sql`
    select t.id as track_id, t.text_hash, t.artist, t.title, extract(year from t.release_date)::int as year, t.language,
      t.lyrics, t.lyrics_state, t.duplicate_of, t.lyrics_hash, t.lyrics_sketch, t.lyrics_bands,
      a.analyzer_type, a.model_version, a.confidence, a.sentiment, a.themes, a.quality_score,
      (a.analysis_data ->> 'sentiment_score')::float8 as sentiment_score,
      a.analysis_data -> 'emotional_profile' ->> 'dominant' as emotion,
      a.analysis_data -> 'style' ->> 'subgenre' as genre,
      case when a.prompt_version <> '' then a.analysis_data - '{rhyme,flow,vocabulary,sections,sentiment_detail}'::text[] end
        as judgement
    from tracks t
    left join lateral (
      select * from analysis_results a
      where a.text_hash = t.text_hash and a.origin = 'catalogue' and a.status = 'done' and not a.degraded
        and (cardinality(${analyzers}::text[]) = 0 or a.analyzer_type = any (${analyzers}::text[]))
      order by a.confidence desc nulls last, a.id desc limit 1
    ) a on true
    where t.id > ${afterId}::int
    order by t.id limit ${limit}::int`);
}

/** Notes a data set by the hash of its rows, once. */
export async function storeDatasetVersion(
  db: Sql,
  { hash, songs, description }: { hash: string; songs: number; description: string },
): Promise<void> {
  await db.query(sql`
    insert into dataset_versions (content_hash, tracks_count, description)
    values (${hash}::text, ${songs}::int, ${description}::text)
    on conflict (content_hash) do nothing`);
}
