import { sql } from '../../src/db/client.ts';
import { createRedis } from '../../src/redis/client.ts';
import { keys } from '../../src/redis/keys.ts';
import type { SiteSong } from '../local/sites/site-songs.ts';
import type { ScrapeCase } from './fault-cases.ts';
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
import type { IngestWorld, Run } from './ingest-world.ts';

const SONGS_PER_PAGE = 50;

/** Ends a pause: resets the breakers and makes the run due. */
async function skipRest(world: IngestWorld, run: Run): Promise<void> {
  await world.ctx.state.remove('breaker:genius-api:open', 'breaker:genius-web:open');
  await world.ctx.sql.query(sql`update ingest_runs set next_try_at = now() where id = ${run.id}::int`);
  await world.resume();
}

async function follow(world: IngestWorld, one: ScrapeCase, id: number, rests: Rests): Promise<Run> {
  for (;;) {
    const run = await world.run(id);
    if (run.status === 'done' || run.status === 'failed') return run;
    if (one.redisGoneAfter !== undefined && run.counts.added >= one.redisGoneAfter) await world.stopRedis();
    if (run.status === 'parked') {
      const restMs = Math.max(0, Date.parse(run.next_try_at ?? '') - Date.now());
      noteRest(rests, run.reason, restMs);
      if (restMs > MAX_REST_MS) await skipRest(world, run);
    }
    await pause(POLL_MS);
  }
}

/** Edits songs on the site and lets an hour pass, after which the artist is listed again. */
async function editSongs(world: IngestWorld, songs: readonly SiteSong[], every: number): Promise<void> {
  const { redis } = world.ctx.config;
  for (const song of songs.filter((_, i) => i % every === 0)) world.sites.genius.control.editSong(song.path);
  const pages = Array.from({ length: Math.ceil(songs.length / SONGS_PER_PAGE) }, (_, i) => i + 1);
  const cached = pages.map((page) => keys.cache('artist-songs', `${songs[0]?.artistId}:${page}`));
  if (redis !== null) await createRedis(redis).del(...cached);
}

/** Songs of the site that are not stored with their own words, rows beyond one a song, and songs that have a reason. */
async function audit(world: IngestWorld, run: Run, songs: readonly SiteSong[]) {
  const rows = await world.ctx.sql.query<{
    genius_id: number;
    lyrics: string | null;
    evidence: string | null;
  }>(sql`
    select genius_id, lyrics, case when lyrics is null then lyrics_evidence end as evidence
    from tracks where artist = ${run.artist}::text`);
  const failed = await world.ctx.sql.query<{ genius_id: number }>(sql`
    select genius_id from ingest_items
    where run_id = ${run.id}::int and status = 'failed' and outcome is not null and error is not null`);
  const withEvidence = rows.filter(({ evidence }) => evidence !== null);
  const reasons = new Set([...failed, ...withEvidence].map((row) => row.genius_id));
  const stored = new Map(rows.map((row) => [row.genius_id, row.lyrics]));
  const missing = songs.filter((song) => stored.get(song.id)?.trim() !== song.lyrics.trim());
  const unavailable = missing.filter((song) => reasons.has(song.id)).length;
  return { lost: missing.length - unavailable, doubled: rows.length - stored.size, unavailable };
}

function describe(run: Run, rests: Rests): string {
  const { updated, unchanged } = run.counts;
  return [
    run.status,
    ...Object.entries(run.counts.outcomes).map(([outcome, n]) => `${n} ${outcome}`),
    ...(updated + unchanged > 0 ? [`${updated} updated, ${unchanged} unchanged`] : []),
    ...[...rests.reasons].map((reason) => `rested (${reason})`),
    ...(run.reason === null ? [] : [run.reason]),
  ].join(', ');
}

/** Scrapes a synthetic artist through the built Worker, and then checks the database. */
export async function runScrapeCase(
  world: IngestWorld,
  one: ScrapeCase,
  count: number,
): Promise<FaultResult> {
  const { control } = world.sites.genius;
  const artist = `Artist of ${one.name}`;
  control.clearFaults();
  if (one.unknownArtist !== true) {
    control.addArtist({ name: artist, songs: count, duplicateTitles: one.duplicateTitles ?? false });
  }
  const songs = control.songs().filter((song) => song.artistName === artist);
  for (const fault of one.faults) control.addFault(fault);
  control.clearRequests();
  const rests = noRests();
  const startedAt = performance.now();
  let run = await follow(world, one, await world.scrape(artist), rests);
  if (one.editEvery !== undefined) {
    await editSongs(world, songs, one.editEvery);
    run = await follow(world, one, await world.scrape(artist), rests);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    fault: one.name,
    what_happened: describe(run, rests),
    songs: songs.length,
    ...(await audit(world, run, songs)),
    ...measureRequests(control.requests(), seconds, rests),
  };
}
