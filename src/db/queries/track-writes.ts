import { type Sql, sql } from '../client.ts';
import { toStorableJson } from '../storable.ts';
import { mergeTrack } from './merge-track.ts';

export type LyricsState =
  | 'ok'
  | 'instrumental'
  | 'unreleased'
  | 'untranscribed'
  | 'not_a_song'
  | 'blocked'
  | 'parse_error';

/** A song to store: its facts, its text and the values computed from the text. */
export interface TrackWrite {
  artistId: number;
  geniusId: number | null;
  source: 'genius' | 'import';
  sourceKey: string | null;
  artist: string;
  title: string;
  album: string | null;
  /** Null: unknown; the stored value is kept. */
  featured: readonly string[] | null;
  releaseDate: string | null;
  releaseDatePrecision: 'day' | 'month' | 'year' | null;
  language: string | null;
  explicit: boolean | null;
  url: string | null;
  isrc: string | null;
  durationMs: number | null;
  lyrics: string | null;
  sections: unknown;
  lyricsState: LyricsState;
  lyricsEvidence: string | null;
  lyricsDifference: unknown;
  textHash: string | null;
  lyricsHash: string | null;
  sketch: readonly number[] | null;
  bands: readonly number[] | null;
  duplicateOf: number | null;
  /** The words of that track are known to be equal, so that a track with similar words is not it. */
  duplicateIsExact?: boolean;
  lyricsUpdatedAt: Date | null;
  spotifyId: string | null;
  spotifyData: unknown;
}

export type TrackChange = 'added' | 'updated' | 'unchanged';

const json = (value: unknown): string | null =>
  value === null || value === undefined ? null : toStorableJson(value);

/** The track that this text duplicates, unless it was deleted in the meantime or its id now belongs to another song. */
const original = (t: TrackWrite) => sql`(
  select id from tracks where id = ${t.duplicateOf}::int and duplicate_of is null
    and (lyrics_hash = ${t.lyricsHash}::text
      or not ${t.duplicateIsExact ?? false}::boolean and lyrics_bands && ${t.bands}::int[]))`;

/** What `refresh_search_notes` writes about a song that has no analysis. */
const notesOfTags = (tags: readonly string[]) => sql`coalesce((
  select string_agg(replace(tag, '-', ' ') || ' ' || tag, ', ' order by tag)
  from (select distinct tag from unnest(${tags}::text[]) tag) given), '')`;

/**
 * Stores the song under its Genius id or, without one, under its source key. Storing the same data again changes
 * nothing, a version without words keeps the stored ones (`mergeTrack`), and a track whose lyrics change loses its
 * embedding and waits for a new one. `tags` are those that a new song gets in the same transaction: what it is about is
 * written with it, because writing it afterwards would index the song twice.
 */
export function upsertTrackStatement(t: TrackWrite, tags: readonly string[] = []) {
  const target = t.geniusId === null ? sql`(source_key) where source_key is not null` : sql`(genius_id)`;
  const pending = t.lyricsState === 'ok' ? 'pending' : 'none';
  return sql`
    with stored as (
      insert into tracks (
        artist_id, genius_id, source, source_key, artist, title, album, featured, release_date,
        release_date_precision, language, explicit, url, isrc, duration_ms, lyrics, sections, lyrics_state,
        lyrics_evidence, lyrics_difference, text_hash, lyrics_hash, lyrics_sketch, lyrics_bands, duplicate_of,
        lyrics_updated_at, scraped_at, spotify_id, spotify_data, embedding_status, analysis_status, search_notes)
      values (
        ${t.artistId}::int, ${t.geniusId}::int, ${t.source}::text, ${t.sourceKey}::text, ${t.artist}::text,
        ${t.title}::text, ${t.album}::text, coalesce(${t.featured}::text[], '{}'), ${t.releaseDate}::date,
        ${t.releaseDatePrecision}::text, ${t.language}::text, ${t.explicit}::boolean, ${t.url}::text,
        ${t.isrc}::text, ${t.durationMs}::int, ${t.lyrics}::text, ${json(t.sections)}::jsonb,
        ${t.lyricsState}::text, ${t.lyricsEvidence}::text, ${json(t.lyricsDifference)}::jsonb,
        ${t.textHash}::text, ${t.lyricsHash}::text, ${t.sketch}::int[], ${t.bands}::int[],
        ${original(t)}, ${t.lyricsUpdatedAt?.toISOString() ?? null}::timestamptz,
        case when ${t.source}::text = 'genius' then now() end, ${t.spotifyId}::text,
        ${json(t.spotifyData)}::jsonb, ${pending}::text, ${pending}::text,
        ${notesOfTags(tags)})
      on conflict ${target} do update ${mergeTrack(t.featured)}
      returning id, (xmax = 0) as inserted)
    select id, case when inserted then 'added' else 'updated' end as change from stored
    union all
    select id, 'unchanged' from tracks
    where not exists (select 1 from stored)
      and (genius_id = ${t.geniusId}::int or (${t.geniusId}::int is null and source_key = ${t.sourceKey}::text))`;
}

export async function upsertTrack(db: Sql, track: TrackWrite): Promise<{ id: number; change: TrackChange }> {
  const rows = await db.query<{ id: number; change: TrackChange }>(upsertTrackStatement(track));
  const row = rows[0];
  if (row === undefined) throw new Error('a track that was just stored is not there');
  return row;
}

/** Tracks whose text may be nearly equal: they share at least one band of the sketch, or the hash. */
export async function findSimilarTexts(
  db: Sql,
  p: {
    lyricsHash: string;
    bands: readonly number[];
    exceptGeniusId: number | null;
    exceptSourceKey: string | null;
  },
): Promise<{ id: number; artist: string; title: string; lyrics_hash: string; lyrics_sketch: number[] }[]> {
  return db.query(sql`
    select id, artist, title, lyrics_hash, lyrics_sketch from tracks
    where (lyrics_hash = ${p.lyricsHash}::text or lyrics_bands && ${p.bands}::int[])
      and duplicate_of is null
      and (${p.exceptGeniusId}::int is null or genius_id is distinct from ${p.exceptGeniusId}::int)
      and (${p.exceptSourceKey}::text is null or source_key is distinct from ${p.exceptSourceKey}::text)
    order by id limit 50`);
}

/** Imported rows without a Genius id whose text may be nearly equal; empty if the song already has a row. */
export async function findImportedTexts(
  db: Sql,
  p: { geniusId: number; lyricsHash: string; bands: readonly number[] },
): Promise<{ id: number; artist: string; title: string; lyrics_hash: string; lyrics_sketch: number[] }[]> {
  return db.query(sql`
    select id, artist, title, lyrics_hash, lyrics_sketch from tracks
    where (lyrics_hash = ${p.lyricsHash}::text or lyrics_bands && ${p.bands}::int[])
      and genius_id is null and source = 'import'
      and not exists (select 1 from tracks own where own.genius_id = ${p.geniusId}::int)
    order by id limit 50`);
}

/** Assigns an imported row to the song, so that the following scrape writes to it. It keeps the key of its import. */
export const adoptStatement = (p: { id: number; geniusId: number }) => sql`
  update tracks set genius_id = ${p.geniusId}::int, source = 'genius'
  where id = ${p.id}::int and genius_id is null
    and not exists (select 1 from tracks own where own.genius_id = ${p.geniusId}::int)`;

/** Links two versions of a song: the later row always points to the earlier one. Returns the earlier. */
export async function linkTrackVersions(db: Sql, one: number, other: number): Promise<number> {
  const original = Math.min(one, other);
  await db.query(sql`
    update tracks set duplicate_of = ${original}::int, updated_at = now()
    where id = ${Math.max(one, other)}::int and duplicate_of is null
      and exists (select 1 from tracks where id = ${original}::int and duplicate_of is null)`);
  return original;
}

/** All hashes in pages by id, for rebuilding the duplicate check. */
export async function listSongHashes(
  db: Sql,
  p: { afterId: number; limit: number },
): Promise<{ id: number; lyrics_hash: string }[]> {
  return db.query(sql`
    select id, lyrics_hash from tracks
    where id > ${p.afterId}::int and lyrics_hash is not null and duplicate_of is null
    order by id limit ${p.limit}::int`);
}
