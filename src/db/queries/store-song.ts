import { type Sql, type Statement, sql } from '../client.ts';
import { firstOf } from '../rows.ts';
import { toStorableJson } from '../storable.ts';
import { forgetFailureStatement, noteFailureStatement, type ScrapeFailure } from './scrape-failures.ts';
import { addTagsStatement } from './track-tags.ts';
import { adoptStatement, type TrackChange, type TrackWrite, upsertTrackStatement } from './track-writes.ts';

export interface SongExtras {
  geniusId: number;
  artist: { name: string; geniusId: number } | null;
  featured: readonly { name: string; geniusId: number }[];
  credits: readonly { role: string; name: string; geniusId: number }[];
  relations: readonly { type: string; geniusId: number; title: string; artist: string | null }[];
  tags: readonly string[];
  /**
   * Roles of credits, and `relations`, `translations` and `tags`, that the source's answer left out: stored values are
   * kept.
   */
  silentOn: readonly string[];
  album: { geniusId: number; name: string; url: string | null; releaseDate: { date: string } | null } | null;
}

const KNOWN_ROLES = new Set(['producer', 'writer']);

function creditRows(song: SongExtras) {
  const people = [
    ...(song.artist === null ? [] : [{ role: 'primary', ...song.artist }]),
    ...song.featured.map((artist) => ({ role: 'featured', ...artist })),
    ...song.credits.filter((credit) => credit.role !== 'featured'),
  ];
  const rows = people.map(({ role, name, geniusId }, position) => {
    const known = role === 'primary' || role === 'featured' || KNOWN_ROLES.has(role);
    return { role: known ? role : 'other', label: known ? '' : role, name, genius_id: geniusId, position };
  });
  // A repeated credit keeps its first place.
  const first = new Map(rows.toReversed().map((row) => [`${row.role}|${row.label}|${row.name}`, row]));
  return [...first.values()].reverse();
}

// The track is addressed by its Genius id, because its own id may be created in the same transaction.
const ofTrack = (geniusId: number): Statement =>
  sql`(select id from tracks where genius_id = ${geniusId}::int)`;

function replaceCredits(song: SongExtras): Statement[] {
  const id = ofTrack(song.geniusId);
  return [
    sql`delete from credits where track_id = ${id} and role <> all(${song.silentOn}::text[])`,
    sql`
      insert into credits (track_id, role, label, name, genius_id, position)
      select ${id}, c.role, c.label, c.name, c.genius_id, c.position
      from jsonb_to_recordset(${toStorableJson(creditRows(song))}::jsonb)
        as c (role text, label text, name text, genius_id int, position smallint)
      on conflict do nothing`,
  ];
}

function replaceRelations(song: SongExtras): Statement[] {
  const id = ofTrack(song.geniusId);
  const rows = song.relations.map(({ type, geniusId, title, artist }) => ({
    relation: type,
    related_genius_id: geniusId,
    related_title: title,
    related_artist: artist ?? '',
  }));
  return [
    sql`
      delete from track_relations where track_id = ${id}
        and case when relation = 'translations' then 'translations' else 'relations' end <> all(${song.silentOn}::text[])`,
    sql`
      insert into track_relations (track_id, relation, related_genius_id, related_title, related_artist)
      select distinct on (r.relation, r.related_genius_id) ${id}, r.*
      from jsonb_to_recordset(${toStorableJson(rows)}::jsonb)
        as r (relation text, related_genius_id int, related_title text, related_artist text)
      on conflict do nothing`,
  ];
}

function replaceTags(song: SongExtras): Statement[] {
  const id = ofTrack(song.geniusId);
  return [
    // Tags that stay are not touched: a song is indexed again whenever its tags change.
    sql`
      delete from track_tags where track_id = ${id} and tag <> all(${song.tags}::text[])
        and 'tags' <> all(${song.silentOn}::text[])`,
    addTagsStatement(id, song.tags),
  ];
}

function storeAlbum(song: SongExtras, artistId: number): Statement[] {
  const { album } = song;
  if (album === null) return [];
  return [
    sql`
      insert into albums (artist_id, genius_id, name, url, release_date)
      values (${artistId}::int, ${album.geniusId}::int, ${album.name}::text, ${album.url}::text,
        ${album.releaseDate?.date ?? null}::date)
      on conflict (genius_id) do update set name = excluded.name, url = coalesce(excluded.url, albums.url),
        release_date = coalesce(excluded.release_date, albums.release_date)
      where (albums.name, albums.url, albums.release_date)
        is distinct from (excluded.name, excluded.url, excluded.release_date)`,
    sql`
      update tracks set album_id = albums.id from albums
      where albums.genius_id = ${album.geniusId}::int and tracks.genius_id = ${song.geniusId}::int
        and tracks.album_id is distinct from albums.id`,
  ];
}

/** The outcome of a page that cannot replace the stored text. */
function failureOf({ lyricsState, lyricsEvidence }: TrackWrite): { outcome: ScrapeFailure; error: string } {
  const evidence = lyricsEvidence ?? lyricsState;
  if (lyricsState === 'ok')
    return { outcome: 'text_cut', error: 'The page holds only a piece of the stored text.' };
  if (lyricsState === 'parse_error') return { outcome: 'parse_error', error: evidence };
  return { outcome: 'text_lost', error: `The page no longer has a text: ${lyricsState}, ${evidence}` };
}

/**
 * Ends the run item according to what this transaction did to the track: `now()` is its start. A page that has lost
 * its words is a failure the first time; after that it is the known state of the song.
 */
function finishItem(runId: number, track: TrackWrite): Statement {
  const unread = track.lyricsState === 'parse_error';
  return sql`
    update ingest_items i set updated_at = now(), outcome = coalesce(f.outcome, t.lyrics_state),
      status = case when judged.failed then 'failed' else 'done' end,
      error = case when judged.failed then coalesce(f.error, t.lyrics_evidence) end,
      change = case when judged.failed then null when t.created_at = now() then 'added'
        when t.updated_at = now() then 'updated' else 'unchanged' end
    from tracks t
    left join scrape_failures f on f.track_id = t.id and f.failed_at = now()
    cross join lateral (
      select ${unread}::boolean
        or coalesce(f.outcome in ('text_lost', 'text_cut') and f.failures = 1, false) as failed) judged
    where i.run_id = ${runId}::int and i.genius_id = ${track.geniusId}::int and t.genius_id = i.genius_id
      and i.status = 'queued'`;
}

export interface StoredSong {
  id: number;
  change: TrackChange;
  embed: boolean;
  analyze: boolean;
  /** The track that this text duplicates. */
  duplicateOf: number | null;
  /** Why the stored text was kept instead of the page's. */
  failure: ScrapeFailure | null;
}

/**
 * Stores a scraped song with all its related rows and ends its run item: one transaction, one round trip. With
 * `adoptId` it updates that imported row. If the page cannot replace a stored text, that is recorded next to the text.
 */
export async function storeScrapedSong(
  db: Sql,
  p: { runId: number; track: TrackWrite; facts: SongExtras; adoptId: number | null },
): Promise<StoredSong> {
  const { geniusId } = p.facts;
  const { textHash, lyricsUpdatedAt } = p.track;
  const failed = { runId: p.runId, geniusId, ...failureOf(p.track), lyricsUpdatedAt };
  const adopting = p.adoptId === null ? [] : [adoptStatement({ id: p.adoptId, geniusId })];
  const results = await db.batch([
    ...adopting,
    upsertTrackStatement(p.track, p.facts.tags),
    // Also without changes: a song without a date in its list is checked once a week.
    sql`update tracks set scraped_at = now() where genius_id = ${geniusId}::int and scraped_at < now()`,
    ...storeAlbum(p.facts, p.track.artistId),
    ...replaceCredits(p.facts),
    ...replaceRelations(p.facts),
    ...replaceTags(p.facts),
    noteFailureStatement(failed, sql`t.text_hash is distinct from ${textHash}::text`),
    forgetFailureStatement(geniusId),
    finishItem(p.runId, p.track),
    sql`
      select embedding_status = 'pending' as embed, analysis_status = 'pending' as analyze,
        duplicate_of as "duplicateOf", f.outcome as failure
      from tracks t left join scrape_failures f on f.track_id = t.id and f.failed_at = now()
      where genius_id = ${geniusId}::int`,
  ]);
  const stored = firstOf<Pick<StoredSong, 'id' | 'change'>>(results[adopting.length]);
  const work = firstOf<Omit<StoredSong, 'id' | 'change'>>(results.at(-1));
  if (stored === null || work === null) throw new Error('a song that was just stored is not there');
  return { ...stored, ...work };
}
