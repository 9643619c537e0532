import { join, type Statement, sql } from '../client.ts';

/**
 * A page that contains less than this share of the stored text, word for word, was cut: edits rarely remove so much.
 */
const CUT_SHARE = 0.7;

// Names of this file's columns and rules; contains no song data.
const raw = (text: string): Statement => ({ text, params: [] });

/**
 * The new version has no words although words are stored, or only a part of them: a fault of its page, not an edit. A
 * file's text does not replace a scraped one, which has stanzas and headers that are often missing in files.
 */
const TEXT_KEPT = `(tracks.lyrics is not null and (excluded.lyrics is null
  or excluded.source = 'import' and tracks.source = 'genius'
  or excluded.source = 'genius' and length(excluded.lyrics) < ${CUT_SHARE} * length(tracks.lyrics)
    and strpos(tracks.lyrics, excluded.lyrics) > 0))`;
const TEXT_CHANGED = `(tracks.lyrics is distinct from excluded.lyrics and not ${TEXT_KEPT})`;

/** The new date is unknown, or less precise than the stored one for the same year or month. */
const DATE_KEPT = `(tracks.release_date is not null and (excluded.release_date is null or coalesce(
  case excluded.release_date_precision
    when 'year' then tracks.release_date_precision <> 'year'
      and date_trunc('year', tracks.release_date) = date_trunc('year', excluded.release_date)
    when 'month' then tracks.release_date_precision = 'day'
      and date_trunc('month', tracks.release_date) = date_trunc('month', excluded.release_date)
  end, false)))`;

// For the same Spotify track the file adds missing facts; an import does not change a scored match.
const SPOTIFY_DATA = `case
  when excluded.spotify_data is null or tracks.spotify_match_score is not null then tracks.spotify_data
  when excluded.spotify_data ->> 'id' <> tracks.spotify_data ->> 'id' then excluded.spotify_data
  else coalesce(tracks.spotify_data, excluded.spotify_data) || jsonb_strip_nulls(excluded.spotify_data) end`;

const given = (column: string) => raw(`excluded.${column}`);
const known = (column: string) => raw(`coalesce(excluded.${column}, tracks.${column})`);
const ofText = (column: string) =>
  raw(`case when ${TEXT_KEPT} then tracks.${column} else excluded.${column} end`);
const untilChanged = (column: string, after: string) =>
  raw(`case when ${TEXT_CHANGED} then ${after} else tracks.${column} end`);

/** Columns in which a new value counts as an update of the row. */
const compared = (featured: readonly string[] | null): Record<string, Statement> => ({
  artist_id: given('artist_id'),
  artist: given('artist'),
  title: given('title'),
  album: known('album'),
  featured: sql`coalesce(${featured}::text[], tracks.featured)`,
  release_date: raw(`case when ${DATE_KEPT} then tracks.release_date else excluded.release_date end`),
  release_date_precision: raw(
    `case when ${DATE_KEPT} then tracks.release_date_precision else excluded.release_date_precision end`,
  ),
  language: raw(
    `case when ${TEXT_CHANGED} then excluded.language when ${TEXT_KEPT} then tracks.language
      else coalesce(excluded.language, tracks.language) end`,
  ),
  explicit: known('explicit'),
  url: known('url'),
  isrc: known('isrc'),
  duration_ms: known('duration_ms'),
  lyrics: ofText('lyrics'),
  sections: ofText('sections'),
  lyrics_state: ofText('lyrics_state'),
  lyrics_evidence: ofText('lyrics_evidence'),
  lyrics_difference: ofText('lyrics_difference'),
  lyrics_hash: ofText('lyrics_hash'),
  // Belongs to the kept text, so that the song is scraped again.
  lyrics_updated_at: ofText('lyrics_updated_at'),
  spotify_data: raw(SPOTIFY_DATA),
});

const FOLLOWING: Record<string, Statement> = {
  text_hash: ofText('text_hash'),
  lyrics_sketch: ofText('lyrics_sketch'),
  lyrics_bands: ofText('lyrics_bands'),
  duplicate_of: raw(
    `case when ${TEXT_KEPT} then tracks.duplicate_of else nullif(excluded.duplicate_of, tracks.id) end`,
  ),
  scraped_at: known('scraped_at'),
  spotify_id: raw(
    `case when tracks.spotify_match_score is null
      then coalesce(excluded.spotify_id, tracks.spotify_id) else tracks.spotify_id end`,
  ),
  lyrics_embedding: untilChanged('lyrics_embedding', 'null'),
  embedding_model: untilChanged('embedding_model', 'null'),
  embedding_status: untilChanged('embedding_status', 'excluded.embedding_status'),
  embedding_error: untilChanged('embedding_error', 'null'),
  analysis_status: untilChanged('analysis_status', 'excluded.analysis_status'),
};

const list = (parts: readonly Statement[]) => join(parts, ', ');

/**
 * The values that `on conflict do update` writes for a stored track and a new version of it: known values stay if the
 * new version has none or less precise ones, and a text is replaced only by another text. A version without changes
 * writes nothing.
 */
export function mergeTrack(featured: readonly string[] | null): Statement {
  const columns = compared(featured);
  const names = Object.keys(columns);
  const assignments = Object.entries({ ...columns, ...FOLLOWING }).map(
    ([name, value]) => sql`${raw(name)} = ${value}`,
  );
  return sql`
    set ${list(assignments)}, updated_at = now()
    where (${list(names.map((name) => raw(`tracks.${name}`)))})
      is distinct from (${list(Object.values(columns))})`;
}
