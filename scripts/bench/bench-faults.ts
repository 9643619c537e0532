import { sql } from '../../src/db/client.ts';
import { createRedis } from '../../src/redis/client.ts';
import { keys } from '../../src/redis/keys.ts';
import type { SiteSong } from '../local/sites/site-songs.ts';
import { FAULT_CASES, type FaultCase } from './fault-cases.ts';
import { type IngestWorld, type Run, startIngestWorld } from './ingest-world.ts';

const POLL_MS = 250;
/** A longer rest is noted and then skipped, as if its time had come. */
const MAX_REST_MS = 15_000;

export interface FaultResult {
  fault: string;
  what_happened: string;
  songs: number;
  lost: number;
  doubled: number;
  requests: number;
  requests_per_second: number;
  busiest_second: number;
  /** The longest time without a request, or that the run was told to rest, which is skipped when it is long. */
  longest_pause_s: number;
}

/** What the run was seen to rest for: the reasons, and the longest announced time. */
interface Rests {
  reasons: Set<string>;
  longestMs: number;
}

/** Ends a rest as time would: the breakers forget, and the run is due. */
async function skipRest(world: IngestWorld, run: Run): Promise<void> {
  const { redis } = world.ctx.config;
  if (redis !== null) {
    const hosts = ['genius-api', 'genius-web'];
    await createRedis(redis).del(...hosts.map((host) => keys.state(`breaker:${host}:open`)));
  }
  await world.ctx.sql.query(sql`update ingest_runs set next_try_at = now() where id = ${run.id}::int`);
  await world.resume();
}

async function follow(world: IngestWorld, id: number): Promise<{ run: Run; rests: Rests }> {
  const rests: Rests = { reasons: new Set(), longestMs: 0 };
  for (;;) {
    const run = await world.run(id);
    if (run.status === 'done' || run.status === 'failed') return { run, rests };
    if (run.status === 'parked') {
      const restMs = Math.max(0, Date.parse(run.next_try_at ?? '') - Date.now());
      rests.reasons.add(
        (run.reason ?? '').replaceAll(/127\.0\.0\.1:\d+/g, 'the host').replaceAll(/\d+ ms/g, '… ms'),
      );
      rests.longestMs = Math.max(rests.longestMs, restMs);
      if (restMs > MAX_REST_MS) await skipRest(world, run);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** Songs of the site that are not stored with their own words, and rows beyond one a song. */
async function audit(world: IngestWorld, artist: string, songs: readonly SiteSong[]) {
  const rows = await world.ctx.sql.query<{ genius_id: number; lyrics: string | null }>(
    sql`select genius_id, lyrics from tracks where artist = ${artist}::text`,
  );
  const stored = new Map(rows.map((row) => [row.genius_id, row.lyrics]));
  const lost = songs.filter((song) => stored.get(song.id)?.trim() !== song.lyrics.trim()).length;
  return { lost, doubled: rows.length - stored.size };
}

async function runCase(world: IngestWorld, one: FaultCase, count: number): Promise<FaultResult> {
  const { control } = world.sites.genius;
  const artist = `Artist of ${one.name}`;
  control.clearFaults();
  control.addArtist({ name: artist, songs: count, duplicateTitles: one.duplicateTitles ?? false });
  const songs = control.songs().filter((song) => song.artistName === artist);
  for (const fault of one.faults) control.addFault(fault);
  control.clearRequests();
  const startedAt = performance.now();
  const { run, rests } = await follow(world, await world.scrape(artist));
  const seconds = (performance.now() - startedAt) / 1000;
  const log = control.requests();
  return {
    fault: one.name,
    what_happened: describe(run, rests),
    songs: songs.length,
    ...(await audit(world, artist, songs)),
    requests: log.total,
    requests_per_second: Number((log.total / seconds).toFixed(1)),
    busiest_second: log.busiestSecond,
    longest_pause_s: Number((Math.max(log.longestPauseMs, rests.longestMs) / 1000).toFixed(1)),
  };
}

function describe(run: Run, rests: Rests): string {
  const outcomes = Object.entries(run.counts.outcomes).map(([outcome, n]) => `${n} ${outcome}`);
  const reasons = [...rests.reasons].map((reason) => `rested (${reason})`);
  return [run.status, ...outcomes, ...reasons, ...(run.reason === null ? [] : [run.reason])].join(', ');
}

/** Scrapes an artist with each fault in turn through the built Worker, and looks at what is in the database then. */
export async function benchFaults(options: {
  songs: number;
  requestsPerSecond: number;
  only: string | null;
  onResult: (result: FaultResult) => void;
}): Promise<FaultResult[]> {
  const world = await startIngestWorld(options);
  try {
    const results: FaultResult[] = [];
    for (const one of FAULT_CASES.filter(({ name }) => name.includes(options.only ?? ''))) {
      const result = await runCase(world, one, options.songs);
      options.onResult(result);
      results.push(result);
    }
    return results;
  } finally {
    await world.close();
  }
}
