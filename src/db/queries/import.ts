import { type Sql, type Statement, sql } from '../client.ts';
import { rowsOf } from '../rows.ts';
import { toStorableJson } from '../storable.ts';
import { artistNamed } from './artist-identity.ts';
import { type LyricsState, type TrackChange, type TrackWrite, upsertTrackStatement } from './track-writes.ts';

/** The track stored under a key of the import. */
export interface OwnTrack {
  id: number;
  genius_id: number | null;
  source_key: string | null;
  source: 'genius' | 'import';
  artist: string;
  title: string;
  lyrics_state: LyricsState;
  lyrics_hash: string | null;
  /** Whether Spotify facts exist that do not come from an import. */
  enriched: boolean;
}

/** A stored track with exactly the words of a row. */
export interface SameWords {
  id: number;
  artist: string;
  title: string;
  lyrics_hash: string;
}

/** A stored original whose words may nearly equal those of a row. */
export interface SimilarWords {
  id: number;
  lyrics_hash: string;
  lyrics_sketch: number[];
  lyrics_bands: number[];
}

export interface ImportMatches {
  own: OwnTrack[];
  same: SameWords[];
  similar: SimilarWords[];
}

/** All stored data needed to decide on a batch of rows: one request. */
export async function findImportMatches(
  db: Sql,
  p: {
    geniusIds: readonly number[];
    sourceKeys: readonly string[];
    lyricsHashes: readonly string[];
    bands: readonly number[];
  },
): Promise<ImportMatches> {
  const [own, same, similar] = await db.batch(
    [
      sql`
        select id, genius_id, source_key, source, artist, title, lyrics_state, lyrics_hash,
          spotify_data is not null and spotify_data ->> 'matched_by' is distinct from 'import' as enriched
        from tracks where genius_id = any(${p.geniusIds}::int[]) or source_key = any(${p.sourceKeys}::text[])`,
      sql`
        select id, artist, title, lyrics_hash from tracks
        where lyrics_hash = any(${p.lyricsHashes}::text[]) order by id limit 2000`,
      sql`
        select id, lyrics_hash, lyrics_sketch, lyrics_bands from tracks
        where lyrics_bands && ${p.bands}::int[] and duplicate_of is null order by id limit 2000`,
    ],
    { readOnly: true },
  );
  return {
    own: rowsOf<OwnTrack>(own),
    same: rowsOf<SameWords>(same),
    similar: rowsOf<SimilarWords>(similar),
  };
}

/** Ids of the artists with these names, in the order of the names; missing artists are created. One request. */
export async function upsertArtists(db: Sql, names: readonly string[]): Promise<number[]> {
  const [, rows] = await db.batch([
    sql`
      insert into artists (name)
      select distinct on (artist_key(n.name)) n.name from unnest(${names}::text[]) with ordinality as n (name, position)
      where ${artistNamed(sql`n.name`)} is null
      order by artist_key(n.name), n.position
      on conflict do nothing`,
    sql`
      select ${artistNamed(sql`n.name`)} as id
      from unnest(${names}::text[]) with ordinality as n (name, position) order by n.position`,
  ]);
  return (rows ?? []).map((row) => Number(row.id));
}

/** How to store a song: completely, or only the fields that a scraped track lacks. */
export type ImportWrite = { kind: 'store' | 'fill'; track: TrackWrite };

/** Stores songs in one transaction and one request; returns the results in the same order. */
export async function storeImports(
  db: Sql,
  writes: readonly ImportWrite[],
): Promise<{ id: number; change: TrackChange }[]> {
  const results = await db.batch(
    writes.map(({ kind, track }) => (kind === 'store' ? upsertTrackStatement(track) : fillStatement(track))),
  );
  return results.map((rows) => {
    const row = rows[0] as { id: number; change: TrackChange } | undefined;
    if (row === undefined) throw new Error('a track that was just stored is not there');
    return row;
  });
}

// A scraped song may have been imported first, and keeps that key.
const ofKey = (t: TrackWrite, table: Statement): Statement =>
  t.geniusId === null
    ? sql`${table}source_key = ${t.sourceKey}::text`
    : sql`${table}genius_id = ${t.geniusId}::int`;

// Facts from the scrape stay; the file adds only missing ones.
function fillStatement(t: TrackWrite): Statement {
  const spotifyData = t.spotifyData === null ? null : toStorableJson(t.spotifyData);
  return sql`
    with filled as (
      update tracks t set album = coalesce(t.album, g.album), release_date = coalesce(t.release_date, g.released),
        release_date_precision = case when t.release_date is null then g.precision else t.release_date_precision end,
        explicit = coalesce(t.explicit, g.explicit), isrc = coalesce(t.isrc, g.isrc),
        duration_ms = coalesce(t.duration_ms, g.duration_ms),
        spotify_id = coalesce(t.spotify_id, g.spotify_id), spotify_data = coalesce(t.spotify_data, g.spotify_data),
        updated_at = now()
      from (select ${t.album}::text as album, ${t.releaseDate}::date as released,
        ${t.releaseDatePrecision}::text as precision, ${t.explicit}::boolean as explicit, ${t.isrc}::text as isrc,
        ${t.durationMs}::int as duration_ms, ${t.spotifyId}::text as spotify_id,
        ${spotifyData}::jsonb as spotify_data) g
      where ${ofKey(t, sql`t.`)} and (coalesce(t.album, g.album), coalesce(t.release_date, g.released),
          coalesce(t.explicit, g.explicit), coalesce(t.isrc, g.isrc), coalesce(t.duration_ms, g.duration_ms),
          coalesce(t.spotify_id, g.spotify_id), coalesce(t.spotify_data, g.spotify_data))
        is distinct from (t.album, t.release_date, t.explicit, t.isrc, t.duration_ms, t.spotify_id, t.spotify_data)
      returning t.id)
    select id, 'updated' as change from filled
    union all
    select id, 'unchanged' from tracks
    where ${ofKey(t, sql``)} and not exists (select 1 from filled)`;
}
