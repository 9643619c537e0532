import type { Facet } from '../../lib/facets.ts';
import { type Sql, type Statement, sql } from '../client.ts';
import type { AnalysisKey } from './analyses.ts';
import { type FacetCounts, facetCounts } from './facet-counts.ts';
import type { ScrapeFailure } from './scrape-failures.ts';
import { filterConditions, type TrackFilters, whereAll } from './track-filters.ts';

/** A track as shown in lists. */
export interface TrackRow {
  id: number;
  genius_id: number | null;
  artist_id: number;
  artist: string;
  title: string;
  album: string | null;
  featured: string[];
  release_date: string | null;
  release_date_precision: string | null;
  language: string | null;
  explicit: boolean | null;
  url: string | null;
  spotify_url: string | null;
  lyrics_state: string;
  duplicate_of: number | null;
  duration_ms: number | null;
  embedding_status: string;
  analysis_status: string;
}

export interface TrackDetailRow extends TrackRow {
  lyrics: string | null;
  sections: unknown;
  lyrics_evidence: string | null;
  isrc: string | null;
  embedding_model: string | null;
  scraped_at: Date | null;
  updated_at: Date;
  analysis: unknown;
  /** Analyser, model, prompt, engine and temperature of the analysis; null without one. */
  analysis_key: Omit<AnalysisKey, 'textHash'> | null;
  /** Why the last scrape could not update the text; null if it could. */
  scrape_failure: { outcome: ScrapeFailure; error: string; failures: number; failed_at: string } | null;
}

export const TRACK_COLUMNS = sql`
  t.id, t.genius_id, t.artist_id, t.artist, t.title, t.album, t.featured, t.release_date::text as release_date,
  t.release_date_precision, t.language, t.explicit, t.url, t.spotify_data ->> 'external_url' as spotify_url,
  t.lyrics_state, t.duplicate_of, t.duration_ms, t.embedding_status, t.analysis_status`;

interface TrackListQuery {
  filters: TrackFilters;
  ids: readonly number[] | null;
  name: string | null;
  limit: number;
  beforeId: number | null;
}

/** Words in their order with anything between them; folded as the index on names is. */
const namePattern = (name: string): string =>
  `%${name
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[\\%_]/g, '\\$&'))
    .join('%')}%`;

type TrackList = Pick<TrackListQuery, 'filters' | 'ids' | 'name'>;

function listConditions(p: TrackList): Statement[] {
  const conditions = filterConditions(p.filters);
  if (p.ids !== null) conditions.push(sql`f.track_id = any (${p.ids}::int[])`);
  if (p.name !== null)
    conditions.push(sql`fold_text(t.artist || ' ' || t.title) like fold_text(${namePattern(p.name)}::text)`);
  return conditions;
}

/** A page of tracks by id, the newest first. */
export async function listTracks(db: Sql, p: TrackListQuery): Promise<TrackRow[]> {
  const conditions = listConditions(p);
  if (p.beforeId !== null) conditions.push(sql`f.track_id < ${p.beforeId}::int`);
  return db.query<TrackRow>(sql`
    select ${TRACK_COLUMNS} from track_facets f join tracks t on t.id = f.track_id ${whereAll(conditions)}
    order by f.track_id desc limit ${p.limit}::int`);
}

/** How many tracks a list has on all pages, and how many of each kind. */
export async function countTracks(
  db: Sql,
  p: TrackList,
  facets: readonly Facet[],
): Promise<{ total: number; facets: FacetCounts }> {
  const names = p.name === null ? sql`` : sql`join tracks t on t.id = f.track_id`;
  const rows = await db.query<{ total: number; facets: FacetCounts }>(sql`
    with result as materialized (select f.track_id as id from track_facets f ${names} ${whereAll(listConditions(p))})
    select (select count(*)::int from result) as total, ${facetCounts(facets, sql`result`)} as facets`);
  return rows[0] ?? { total: 0, facets: {} };
}

const ANALYSIS_KEY = sql`
  case when a.id is not null then jsonb_build_object('analyzerType', a.analyzer_type, 'modelVersion', a.model_version,
    'promptVersion', a.prompt_version, 'engineVersion', a.engine_version, 'temperature', a.temperature) end`;

/** A track with its text and its current analysis. */
export async function findTrack(db: Sql, id: number): Promise<TrackDetailRow | null> {
  const rows = await db.query<TrackDetailRow>(sql`
    select ${TRACK_COLUMNS}, t.lyrics, t.sections, t.lyrics_evidence, t.isrc, t.embedding_model, t.scraped_at,
      t.updated_at, a.analysis_data as analysis, ${ANALYSIS_KEY} as analysis_key,
      s.failure as scrape_failure
    from tracks t left join track_facets f on f.track_id = t.id left join analysis_results a on a.id = f.analysis_id
    left join lateral (
      select jsonb_build_object('outcome', outcome, 'error', error, 'failures', failures, 'failed_at',
        to_char(failed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) as failure
      from scrape_failures where track_id = t.id) s on true
    where t.id = ${id}::int`);
  return rows[0] ?? null;
}
