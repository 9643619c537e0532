import { type Sql, sql } from '../client.ts';
import { toStorableJson } from '../storable.ts';
import { vectorToSql } from '../vectors.ts';

export interface TrackToEnrich {
  id: number;
  artist: string;
  title: string;
  featured: string[];
  album: string | null;
  release_year: number | null;
  duration_ms: number | null;
  isrc: string | null;
  spotify_id: string | null;
  explicit: boolean | null;
  language: string | null;
  lyrics: string | null;
  status: EnrichmentStatus | null;
  due: boolean;
}

export type EnrichmentStatus = 'queued' | 'found' | 'missed' | 'parked' | 'failed';

/** The fields for searching the track on Spotify, and whether a search is due. */
export async function findTrackToEnrich(db: Sql, id: number): Promise<TrackToEnrich | null> {
  const rows = await db.query<TrackToEnrich>(sql`
    select t.id, t.artist, t.title, t.featured, t.album, extract(year from t.release_date)::int as release_year,
      t.duration_ms, t.isrc, t.spotify_id, t.explicit, t.language, t.lyrics, e.status,
      coalesce(e.status = 'queued' or e.next_try_at <= now(), e.track_id is null) as due
    from tracks t left join track_enrichments e on e.track_id = t.id
    where t.id = ${id}::int`);
  return rows[0] ?? null;
}

const DUE = sql`(e.track_id is null or e.next_try_at <= now())`;

export interface EnrichmentFilter {
  artist: string | null;
  /** Only tracks not found yet that are due; otherwise all of them, including found ones. */
  missing: boolean;
  limit: number;
}

/** Tracks to search for, those never searched first. */
export async function findTracksToEnrich(db: Sql, p: EnrichmentFilter): Promise<number[]> {
  const rows = await db.query<{ id: number }>(sql`
    select t.id from tracks t left join track_enrichments e on e.track_id = t.id
    where t.lyrics_state <> 'not_a_song'
      and (${p.artist}::text is null or lower(t.artist) = lower(${p.artist}::text))
      and (not ${p.missing}::boolean or ${DUE})
    order by e.tried_at nulls first, t.id limit ${p.limit}::int`);
  return rows.map((row) => row.id);
}

/**
 * Claims tracks that are due and returns their ids; no other caller gets them for the next `holdMinutes`, after which
 * their messages count as lost.
 */
export async function claimDueTracks(
  db: Sql,
  p: { artistId: number | null; limit: number; holdMinutes: number },
): Promise<number[]> {
  const rows = await db.query<{ track_id: number }>(sql`
    insert into track_enrichments as old (track_id, status, next_try_at)
    select t.id, 'queued', now() + make_interval(mins => ${p.holdMinutes}::int)
    from tracks t left join track_enrichments e on e.track_id = t.id
    where ${DUE} and t.lyrics_state <> 'not_a_song'
      and (${p.artistId}::int is null or t.artist_id = ${p.artistId}::int)
    order by e.tried_at nulls first, t.id limit ${p.limit}::int
    on conflict (track_id) do update
      set status = 'queued', next_try_at = excluded.next_try_at where old.next_try_at <= now()
    returning track_id`);
  return rows.map((row) => row.track_id).sort((a, b) => a - b);
}

export interface SpotifyFacts {
  trackId: number;
  spotifyId: string;
  data: object;
  score: number;
  isrc: string | null;
  durationMs: number | null;
}

/**
 * Stores the match; existing facts of the track are kept, and so are facts about the same Spotify track that the new
 * match lacks.
 */
export async function storeSpotifyMatch(db: Sql, p: SpotifyFacts): Promise<void> {
  const found = sql`${toStorableJson(p.data)}::jsonb`;
  const data = sql`case when spotify_data ->> 'id' = ${p.spotifyId}::text
    then ${found} || spotify_data || (select jsonb_object_agg(key, value) from jsonb_each(${found}) where value <> 'null')
    else ${found} end`;
  await db.query(sql`
    update tracks set spotify_id = ${p.spotifyId}::text, spotify_data = ${data},
      spotify_match_score = ${p.score}::real, isrc = coalesce(isrc, ${p.isrc}::text),
      duration_ms = coalesce(duration_ms, ${p.durationMs}::int),
      -- the sound of another recording says nothing of this one
      audio_features = case when spotify_id = ${p.spotifyId}::text then audio_features end,
      audio_features_source = case when spotify_id = ${p.spotifyId}::text then audio_features_source end,
      audio_embedding = case when spotify_id = ${p.spotifyId}::text then audio_embedding end,
      updated_at = now()
    where id = ${p.trackId}::int
      and (spotify_match_score is null or spotify_data is distinct from ${data})`);
}

/** Removes an id that could not be confirmed, so that a wrong one is not served. */
export async function dropUnconfirmedSpotifyId(db: Sql, trackId: number): Promise<void> {
  await db.query(sql`
    update tracks set spotify_id = null, updated_at = now()
    where id = ${trackId}::int and spotify_id is not null and spotify_data is null`);
}

/**
 * Stores the audio features. Spotify's own values are not replaced by another source's, nor complete ones by
 * incomplete ones.
 */
export async function storeAudioFeatures(
  db: Sql,
  p: { trackId: number; features: object; source: string; embedding: readonly number[] | null },
): Promise<void> {
  const vector = p.embedding === null ? null : vectorToSql(p.embedding);
  await db.query(sql`
    update tracks set audio_features = ${toStorableJson(p.features)}::jsonb,
      audio_features_source = ${p.source}::text, audio_embedding = ${vector}::vector, updated_at = now()
    where id = ${p.trackId}::int and (audio_features is null or (
      (audio_features_source is distinct from 'spotify' or ${p.source}::text = 'spotify')
      and (audio_embedding is null or ${vector}::text is not null)))`);
}

/** Stores how the search ended; `nextTryInMs` null: no further search. */
export async function setEnrichment(
  db: Sql,
  p: { trackId: number; status: EnrichmentStatus; note: string | null; nextTryInMs: number | null },
): Promise<void> {
  await db.query(sql`
    insert into track_enrichments (track_id, status, note, next_try_at)
    select id, ${p.status}::text, ${p.note}::text,
      now() + ${p.nextTryInMs}::float8 * interval '1 millisecond'
    from tracks where id = ${p.trackId}::int
    on conflict (track_id) do update set status = excluded.status, note = excluded.note, tried_at = now(),
      next_try_at = excluded.next_try_at`);
}
