import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type IngestWorld, startIngestWorld } from '../../../scripts/bench/ingest-world.ts';
import { startWorkerHost, type WorkerHost } from '../../../scripts/local/worker-host.ts';
import { sql } from '../../../src/db/client.ts';
import { type HoldingProxy, startHoldingProxy } from '../../support/holding-proxy.ts';

const ARTIST = 'Kit Killed Twice';
/** As many as are under way at once. */
const SONGS = 8;
let world: IngestWorld;
let postgres: HoldingProxy;
let doomed: WorkerHost | null = null;
let heir: WorkerHost | null = null;

vi.setConfig({ testTimeout: 120_000 });

const startWorker = (vars: Record<string, string>): Promise<WorkerHost> =>
  startWorkerHost({
    host: '127.0.0.1',
    port: 0,
    vars: { ...world.barline.stack.vars, ...world.vars, ...vars },
    queueWaitSeconds: 0.1,
  });

const call = (worker: WorkerHost, path: string, body: object) =>
  fetch(`${worker.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.barline.adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

beforeAll(async () => {
  world = await startIngestWorld({ requestsPerSecond: 100 });
  world.sites.genius.control.addArtist({ name: ARTIST, songs: SONGS });
  const { DATABASE_FETCH_ENDPOINT: endpoint = '' } = world.barline.stack.vars;
  postgres = await startHoldingProxy(endpoint, (body) => body.includes('insert into tracks ('));
  doomed = await startWorker({ DATABASE_FETCH_ENDPOINT: `${postgres.url}${new URL(endpoint).pathname}` });
}, 240_000);
afterAll(async () => {
  await Promise.all([doomed?.stop(), heir?.stop()]);
  await postgres?.close();
  await world?.close();
}, 60_000);

const stored = () =>
  world.ctx.sql.query<{ id: number; genius_id: number; lyrics: string; pending: boolean }>(sql`
    select id, genius_id, lyrics, analysis_status = 'pending' as pending from tracks
    where artist = ${ARTIST}::text order by genius_id`);

it('a Worker killed between the commit of a song and its acknowledgement loses and doubles nothing', async () => {
  if (doomed === null) throw new Error('no Worker');
  const opened = await call(doomed, '/ingest/artists', { name: ARTIST });
  const { run } = (await opened.json()) as { run: { id: number } };
  await postgres.held(SONGS);
  await doomed.stop();

  const committed = await stored();
  expect(committed, 'all songs are in Postgres').toHaveLength(SONGS);
  expect((await world.run(run.id)).status, 'nobody could close the run').toBe('running');
  const { byKind } = world.sites.genius.control.requests();
  world.sites.genius.control.clearRequests();

  // The queue delivers again what was not acknowledged.
  heir = await startWorker({});
  for (const { genius_id } of committed) {
    await heir.sendMessage('INGEST_QUEUE', { type: 'song.scrape', run_id: run.id, genius_id });
  }
  await vi.waitFor(async () => expect((await world.run(run.id)).status).toBe('done'), {
    timeout: 60_000,
    interval: 100,
  });

  expect(byKind).toEqual({ robots: 1, api: 2 + SONGS, page: SONGS });
  expect(world.sites.genius.control.requests().total, 'no song is asked for again').toBe(0);
  expect((await world.run(run.id)).counts).toMatchObject({ added: SONGS, updated: 0, failed: 0, queued: 0 });
  const after = await stored();
  expect(after.map(({ id }) => id)).toEqual(committed.map(({ id }) => id));
  const songs = world.sites.genius.control.songs().filter((song) => song.artistName === ARTIST);
  for (const song of songs) {
    expect(after.find((row) => row.genius_id === song.id)?.lyrics.trim()).toBe(song.lyrics.trim());
  }

  // The messages that would have followed died unsent; whoever takes up lost work sends them.
  expect(after.every(({ pending }) => pending)).toBe(true);
  expect((await call(heir, '/admin/resume', {})).status).toBe(202);
  await vi.waitFor(async () => expect((await stored()).some(({ pending }) => pending)).toBe(false), {
    timeout: 60_000,
    interval: 100,
  });
  const analyses = await world.ctx.sql.query<{ n: number }>(sql`
    select count(*)::int as n from analysis_results where artist = ${ARTIST}::text`);
  expect(analyses[0]?.n).toBe(SONGS);
});
