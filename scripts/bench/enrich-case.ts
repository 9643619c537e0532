import { sql } from '../../src/db/client.ts';
import type { SiteSong } from '../local/sites/site-songs.ts';
import { decoysOf, trackOf } from '../local/sites/spotify-catalogue.ts';
import type { EnrichCase } from './fault-cases.ts';
import {
  type FaultResult,
  MAX_REST_MS,
  measureRequests,
  noRests,
  noteRest,
  POLL_MS,
  pause,
  type Rests,
} from './fault-result.ts';
import type { IngestWorld } from './ingest-world.ts';

const ARTIST = 'Artist of Spotify';
/** After this many pauses, a fault that ends must leave no work. */
const MAX_RESTS = 20;
const SHARED_STATE = [
  'breaker:spotify:open',
  'breaker:reccobeats:open',
  'feature-off:spotify.search',
  'feature-off:spotify.audio_features',
];

/** Scrapes the songs that all cases look for; their own enrichment, without a fault, is part of it. */
async function storeSongs(world: IngestWorld, count: number): Promise<void> {
  const { genius, spotify } = world.sites;
  genius.control.addArtist({ name: ARTIST, songs: count });
  const songs = songsOf(world);
  spotify.control.addTracks(songs.map(trackOf).filter((track) => track !== null));
  spotify.control.addDecoys(songs.flatMap(decoysOf));
  await sendAll(world);
  await settle(world, noRests());
}

const songsOf = (world: IngestWorld): SiteSong[] =>
  world.sites.genius.control.songs().filter((song) => song.artistName === ARTIST);

/** The end of a run enqueues its artist's songs for the search; a run within the hour sends no request to Genius. */
async function sendAll(world: IngestWorld): Promise<void> {
  const id = await world.scrape(ARTIST);
  for (let run = await world.run(id); run.status !== 'done'; run = await world.run(id)) {
    if (run.status === 'failed') throw new Error(`the songs are not there: ${run.reason}`);
    await pause(POLL_MS);
  }
}

/** Forgets what earlier cases found, and that songs were looked for. */
async function forget(world: IngestWorld): Promise<void> {
  await world.ctx.state.remove(...SHARED_STATE);
  await world.ctx.sql.query(sql`
    update tracks t set spotify_match_score = null, spotify_data = null, isrc = null, duration_ms = null,
      audio_features = null, audio_features_source = null, audio_embedding = null,
      spotify_id = u.link
    from unnest(
      ${songsOf(world).map((song) => song.id)}::int[],
      ${songsOf(world).map((song) => (song.id % 3 === 0 ? null : song.spotifyTrackId))}::text[]) as u (id, link)
    where t.genius_id = u.id`);
  await world.ctx.sql.query(sql`delete from track_enrichments`);
}

interface Standing {
  waiting: number;
  resting: number;
  restMs: number | null;
  notes: string[] | null;
}

/** Songs in progress, songs that wait for a time, and the earliest such time. */
async function standing(world: IngestWorld): Promise<Standing> {
  const [row] = await world.ctx.sql.query<Standing>(sql`
    select (count(*) filter (where e.status is null or e.status = 'queued'))::int as waiting,
      (count(*) filter (where e.status in ('parked', 'failed')))::int as resting,
      (extract(epoch from min(e.next_try_at) filter (where e.status in ('parked', 'failed')) - now()) * 1000)::float8
        as "restMs",
      array_agg(distinct e.note) filter (where e.status in ('parked', 'failed')) as notes
    from tracks t left join track_enrichments e on e.track_id = t.id where t.artist = ${ARTIST}::text`);
  if (row === undefined) throw new Error('the songs cannot be counted');
  return row;
}

/** Waits until every song was found or missed; rests that are long are skipped, as if their time had come. */
async function settle(world: IngestWorld, rests: Rests): Promise<void> {
  for (let rested = 0; rested <= MAX_RESTS; ) {
    const { waiting, resting, restMs, notes } = await standing(world);
    if (waiting === 0 && resting === 0) return;
    if (waiting === 0) {
      rested += 1;
      for (const note of notes ?? []) noteRest(rests, note, Math.max(0, restMs ?? 0));
      if ((restMs ?? 0) > MAX_REST_MS) await skipRest(world);
      else await pause(Math.max(0, restMs ?? 0));
      await sendAll(world);
    }
    await pause(POLL_MS);
  }
}

async function skipRest(world: IngestWorld): Promise<void> {
  await world.ctx.state.remove(...SHARED_STATE);
  await world.ctx.sql.query(sql`
    update track_enrichments set next_try_at = now() where status in ('parked', 'failed')`);
}

/** Songs without their own track and without a reason, tracks given to two songs, and songs with a reason. */
async function audit(world: IngestWorld) {
  const rows = await world.ctx.sql.query<{
    genius_id: number;
    spotify_id: string | null;
    status: string;
  }>(sql`
    select t.genius_id, t.spotify_id, coalesce(e.status, 'none') as status
    from tracks t left join track_enrichments e on e.track_id = t.id where t.artist = ${ARTIST}::text`);
  const own = new Map(songsOf(world).map((song) => [song.id, song.spotifyTrackId]));
  const wrong = rows.filter((row) => row.spotify_id !== own.get(row.genius_id) || row.status !== 'found');
  const unavailable = wrong.filter((row) => row.spotify_id === null && row.status === 'missed').length;
  const given = rows.flatMap((row) => (row.spotify_id === null ? [] : [row.spotify_id]));
  const counts = Map.groupBy(rows, ({ status }) => status);
  return {
    what: [...counts].map(([status, of]) => `${of.length} ${status}`),
    lost: wrong.length - unavailable + own.size - rows.length,
    doubled: given.length - new Set(given).size,
    unavailable,
  };
}

/** Looks for the songs of an artist on a Spotify that misbehaves. */
export async function runEnrichCase(
  world: IngestWorld,
  one: EnrichCase,
  count: number,
): Promise<FaultResult> {
  const { control } = world.sites.spotify;
  control.clearFaults();
  if (songsOf(world).length === 0) await storeSongs(world, count);
  await forget(world);
  for (const fault of one.faults) control.addFault(fault);
  control.clearRequests();
  const rests = noRests();
  const startedAt = performance.now();
  await sendAll(world);
  await settle(world, rests);
  const seconds = (performance.now() - startedAt) / 1000;
  const { what, ...audited } = await audit(world);
  return {
    fault: one.name,
    what_happened: [...what, ...[...rests.reasons].map((reason) => `rested (${reason})`)].join(', '),
    songs: songsOf(world).length,
    ...audited,
    ...measureRequests(control.requests(), seconds, rests),
  };
}
