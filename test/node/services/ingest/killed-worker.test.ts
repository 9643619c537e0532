import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type IngestWorld, startIngestWorld } from '../../../../scripts/bench/ingest-world.ts';
import { startWorkerHost, type WorkerHost } from '../../../../scripts/local/worker-host.ts';
import { sql } from '../../../../src/db/client.ts';
import { startHoldingProxy } from '../../../support/holding-proxy.ts';

const SONGS = 60;
const ARTIST = 'Kit Killed';
let world: IngestWorld;
const workers: WorkerHost[] = [];

vi.setConfig({ testTimeout: 240_000 });

beforeAll(async () => {
  world = await startIngestWorld({ requestsPerSecond: 40 });
  world.sites.genius.control.addArtist({ name: ARTIST, songs: SONGS });
}, 240_000);
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await world?.close();
}, 60_000);

/** A Worker without the state of the previous one: its queues are empty. */
async function startAnother(vars: Record<string, string> = {}): Promise<WorkerHost> {
  const worker = await startWorkerHost({
    host: '127.0.0.1',
    port: 0,
    vars: { ...world.barline.stack.vars, ...world.vars, ...vars },
    queueWaitSeconds: 0.2,
  });
  workers.push(worker);
  return worker;
}

const call = (worker: { url: string }, path: string, body: object) =>
  fetch(`${worker.url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.barline.adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function takeUp(): Promise<WorkerHost> {
  const worker = await startAnother();
  expect((await call(worker, '/admin/resume', {})).status).toBe(202);
  return worker;
}

const isOver = (_: number, status: string): boolean => status === 'done' || status === 'failed';

async function waitFor(id: number, isThere: (added: number, status: string) => boolean) {
  for (;;) {
    const run = await world.run(id);
    if (isThere(run.counts.added, run.status)) return run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a Worker killed in the middle of a run', () => {
  it('loses no song and stores none twice, for any number of kills', async () => {
    const id = await world.scrape(ARTIST);
    await waitFor(id, (added) => added >= 7);
    await world.barline.worker.stop();
    const cut = await world.run(id);
    expect(cut.status).not.toBe('done');

    const second = await takeUp();
    await waitFor(id, (added) => added >= cut.counts.added + 9);
    await second.stop();
    expect((await world.run(id)).status).not.toBe('done');

    await takeUp();
    const run = await waitFor(id, isOver);
    expect(run).toMatchObject({ status: 'done', counts: { added: SONGS, updated: 0, failed: 0, queued: 0 } });

    const tracks = await world.ctx.sql.query<{ genius_id: number; lyrics: string }>(sql`
      select genius_id, lyrics from tracks where artist = ${ARTIST}::text`);
    const songs = world.sites.genius.control.songs().filter((song) => song.artistName === ARTIST);
    expect(tracks).toHaveLength(SONGS);
    for (const song of songs) {
      expect(tracks.find((track) => track.genius_id === song.id)?.lyrics.trim()).toBe(song.lyrics.trim());
    }
    // Only what was in progress when it was killed is requested again.
    const { byKind } = world.sites.genius.control.requests();
    expect(byKind.page).toBeLessThanOrEqual(SONGS + 2 * 8);
  });
});

describe('a Worker killed between the commit of a song and its acknowledgement', () => {
  const name = 'Kit Killed Twice';
  /** The number of songs in progress at the same time. */
  const songs = 8;
  const stored = () =>
    world.ctx.sql.query<{ id: number; genius_id: number; lyrics: string; pending: boolean }>(sql`
      select id, genius_id, lyrics, analysis_status = 'pending' as pending from tracks
      where artist = ${name}::text order by genius_id`);

  it('loses nothing, stores nothing twice, and does not request the site again', async () => {
    const { control } = world.sites.genius;
    control.addArtist({ name, songs });
    control.clearRequests();
    const endpoint = new URL(world.barline.stack.vars.DATABASE_FETCH_ENDPOINT ?? '');
    const postgres = await startHoldingProxy(endpoint.origin, (body) =>
      body.includes('insert into tracks ('),
    );
    const doomed = await startAnother({ DATABASE_FETCH_ENDPOINT: postgres.url + endpoint.pathname });
    const opened = await call(doomed, '/ingest/artists', { name });
    const { run } = (await opened.json()) as { run: { id: number } };
    await postgres.held(songs);
    await doomed.stop();
    await postgres.close();

    const committed = await stored();
    expect(committed, 'all songs are in Postgres').toHaveLength(songs);
    expect((await world.run(run.id)).status, 'nobody could close the run').toBe('running');
    expect(control.requests().byKind).toMatchObject({ api: 2 + songs, page: songs });
    control.clearRequests();

    // The queue delivers again what was not acknowledged.
    const heir = await startAnother();
    for (const { genius_id } of committed) {
      await heir.sendMessage('INGEST_QUEUE', { type: 'song.scrape', run_id: run.id, genius_id });
    }
    const over = await waitFor(run.id, isOver);
    expect(over).toMatchObject({
      status: 'done',
      counts: { added: songs, updated: 0, failed: 0, queued: 0 },
    });
    expect(control.requests().total, 'no song is asked for again').toBe(0);
    const after = await stored();
    expect(after.map(({ id }) => id)).toEqual(committed.map(({ id }) => id));
    for (const song of control.songs().filter(({ artistName }) => artistName === name)) {
      expect(after.find((row) => row.genius_id === song.id)?.lyrics.trim()).toBe(song.lyrics.trim());
    }

    // The following messages were never sent; the step that resumes lost work sends them.
    expect(after.every(({ pending }) => pending)).toBe(true);
    expect((await call(heir, '/admin/resume', {})).status).toBe(202);
    const isAnalysed = async () => expect((await stored()).some(({ pending }) => pending)).toBe(false);
    await vi.waitFor(isAnalysed, { timeout: 60_000, interval: 100 });
    const analyses = await world.ctx.sql.query<{ n: number }>(sql`
      select count(*)::int as n from analysis_results where artist = ${name}::text`);
    expect(analyses[0]?.n).toBe(songs);
  });
});
