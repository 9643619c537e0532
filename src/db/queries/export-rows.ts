import { join, type Sql, type Statement, sql } from '../client.ts';
import { ANALYSIS_OBJECT } from './analyses.ts';
import { filterConditions, type TrackFilters } from './track-filters.ts';

/** Part of an export: rows after one id and up to another, the lowest ids first. */
export interface ExportPage {
  filters: TrackFilters;
  afterId: number;
  /** The last row that existed when the export began, so that the export ends. */
  upToId: number;
  limit: number;
}

export type ExportRow = { id: number } & Record<string, unknown>;

/** A column's name and its SQL expression. */
type Columns = Readonly<Record<string, Statement>>;

const TRACK_COLUMNS = {
  id: sql`t.id`,
  genius_id: sql`t.genius_id`,
  artist_id: sql`t.artist_id`,
  artist: sql`t.artist`,
  title: sql`t.title`,
  album: sql`t.album`,
  featured: sql`t.featured`,
  release_date: sql`t.release_date::text`,
  release_date_precision: sql`t.release_date_precision`,
  language: sql`t.language`,
  explicit: sql`t.explicit`,
  duration_ms: sql`t.duration_ms`,
  isrc: sql`t.isrc`,
  url: sql`t.url`,
  source: sql`t.source`,
  duplicate_of: sql`t.duplicate_of`,
  lyrics_state: sql`t.lyrics_state`,
  text_hash: sql`t.text_hash`,
  spotify_id: sql`t.spotify_id`,
  spotify_match_score: sql`t.spotify_match_score`,
  audio_features: sql`t.audio_features`,
  audio_features_source: sql`t.audio_features_source`,
  embedding_model: sql`t.embedding_model`,
  analysis_id: sql`f.analysis_id`,
  analyzer_type: sql`a.analyzer_type`,
  model_version: sql`a.model_version`,
  prompt_version: sql`a.prompt_version`,
  engine_version: sql`a.engine_version`,
  sentiment: sql`f.sentiment`,
  themes: sql`f.themes`,
  rhyme_density: sql`f.rhyme_density`,
  created_at: sql`t.created_at`,
  updated_at: sql`t.updated_at`,
} as const satisfies Columns;

const ANALYSIS_COLUMNS = {
  id: sql`a.id`,
  track_id: sql`a.track_id`,
  artist: sql`a.artist`,
  title: sql`a.title`,
  text_hash: sql`a.text_hash`,
  analyzer_type: sql`a.analyzer_type`,
  model_version: sql`a.model_version`,
  prompt_version: sql`a.prompt_version`,
  engine_version: sql`a.engine_version`,
  temperature: sql`a.temperature`,
  is_current: sql`coalesce(f.analysis_id = a.id, false)`,
  degraded: sql`a.degraded`,
  degraded_reason: sql`a.degraded_reason`,
  confidence: sql`a.confidence`,
  sentiment: sql`a.sentiment`,
  sentiment_score: sql`d.sentiment_score`,
  dominant_emotion: sql`d.emotional_profile ->> 'dominant'`,
  themes: sql`a.themes`,
  complexity_score: sql`a.complexity_score`,
  quality_score: sql`a.quality_score`,
  syllables: sql`d.rhyme -> 'syllables'`,
  rhyme_density: sql`d.rhyme -> 'density'`,
  malmi: sql`d.rhyme -> 'malmi'`,
  end_rhymes: sql`d.rhyme #> '{counts,end}'`,
  internal_rhymes: sql`d.rhyme #> '{counts,internal}'`,
  chain_rhymes: sql`d.rhyme #> '{counts,chain}'`,
  multisyllabic_rhymes: sql`d.rhyme #> '{counts,multisyllabic}'`,
  syllables_per_line: sql`d.flow #> '{syllables_per_line,mean}'`,
  regularity: sql`d.flow -> 'regularity'`,
  tokens: sql`d.vocabulary -> 'tokens'`,
  types: sql`d.vocabulary -> 'types'`,
  mtld: sql`d.vocabulary -> 'mtld'`,
  mattr: sql`d.vocabulary -> 'mattr'`,
  explicit_rating: sql`d.explicit ->> 'rating'`,
  language: sql`d.language ->> 'code'`,
  embedding_model: sql`a.embedding_model`,
  tokens_used: sql`a.tokens_used`,
  cost_usd: sql`a.cost_usd::float8`,
  processing_time_ms: sql`a.processing_time_ms`,
  created_at: sql`a.created_at`,
  updated_at: sql`a.updated_at`,
} as const satisfies Columns;

export const TRACK_EXPORT_COLUMNS = Object.keys(TRACK_COLUMNS);
export const ANALYSIS_EXPORT_COLUMNS = Object.keys(ANALYSIS_COLUMNS);

const selected = (columns: Columns): Statement =>
  join(
    Object.entries(columns).map(([name, value]) => ({ ...value, text: `${value.text} as ${name}` })),
    ', ',
  );

/** The highest id of a table now; 0 if it is empty. */
export async function findLastId(db: Sql, table: 'tracks' | 'analysis_results'): Promise<number> {
  const from = { tracks: sql`tracks`, analysis_results: sql`analysis_results` }[table];
  const [row] = await db.query<{ id: number | null }>(sql`select max(id) as id from ${from}`);
  return row?.id ?? 0;
}

/** Tracks matching the filters, with the text if requested. */
export async function exportTracks(db: Sql, p: ExportPage & { lyrics: boolean }): Promise<ExportRow[]> {
  const conditions = [
    sql`f.track_id > ${p.afterId}::int and f.track_id <= ${p.upToId}::int`,
    ...filterConditions(p.filters),
  ];
  const columns = p.lyrics ? { ...TRACK_COLUMNS, lyrics: sql`t.lyrics` } : TRACK_COLUMNS;
  return db.query<ExportRow>(sql`
    select ${selected(columns)}
    from (
      select * from track_facets f where ${join(conditions, ' and ')} order by f.track_id limit ${p.limit}::int
    ) f
    join tracks t on t.id = f.track_id left join analysis_results a on a.id = f.analysis_id
    order by t.id`);
}

/** Finished analyses of tracks matching the filters; analyses of callers' texts are not exported. */
export async function exportAnalyses(
  db: Sql,
  p: ExportPage & { analyzer: string | null; currentOnly: boolean },
): Promise<ExportRow[]> {
  const conditions = [
    sql`a.id > ${p.afterId}::int and a.id <= ${p.upToId}::int and a.origin = 'catalogue'
      and a.status = 'done'`,
    ...(p.analyzer === null ? [] : [sql`a.analyzer_type = ${p.analyzer}::text`]),
    ...(p.currentOnly ? [sql`f.analysis_id = a.id`] : []),
    ...filterConditions(p.filters),
  ];
  // A stored analysis is unpacked once for all its columns.
  return db.query<ExportRow>(sql`
    select ${selected(ANALYSIS_COLUMNS)}
    from (
      select a.id, f.analysis_id from analysis_results a join track_facets f on f.track_id = a.track_id
      where ${join(conditions, ' and ')} order by a.id limit ${p.limit}::int
    ) f
    join analysis_results a on a.id = f.id
    left join lateral jsonb_to_record(${ANALYSIS_OBJECT}) as d(sentiment_score float8, emotional_profile jsonb, rhyme jsonb,
      flow jsonb, vocabulary jsonb, explicit jsonb, language jsonb) on true
    order by a.id`);
}
