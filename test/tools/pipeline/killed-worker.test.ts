import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type IngestWorld, startIngestWorld } from '../../../scripts/bench/ingest-world.ts';
import { startWorkerHost, type WorkerHost } from '../../../scripts/local/worker-host.ts';
import { sql } from '../../../src/db/client.ts';

const SONGS = 60;
const ARTIST = 'Kit Killed';
let world: IngestWorld;
let worker: WorkerHost | null = null;

vi.setConfig({ testTimeout: 240_000 });

beforeAll(async () => {
  world = await startIngestWorld({ requestsPerSecond: 40 });
  world.sites.genius.control.addArtist({ name: ARTIST, songs: SONGS });
}, 240_000);
afterAll(async () => {
  await worker?.stop();
  await world?.close();
}, 60_000);

/** A Worker that knows nothing of the one before: its queues are empty. */
async function startAnother(): Promise<WorkerHost> {
  const vars = { ...world.barline.stack.vars, ...world.vars };
  const started = await startWorkerHost({ host: '127.0.0.1', port: 0, vars, queueWaitSeconds: 0.2 });
  const response = await fetch(`${started.url}/admin/resume`, {
    method: 'POST',
    headers: { authorization: `Bearer ${world.barline.adminToken}`, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(response.status).toBe(202);
  return started;
}

async function waitFor(id: number, isThere: (added: number, status: string) => boolean) {
  for (;;) {
    const run = await world.run(id);
    if (isThere(run.counts.added, run.status)) return run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a Worker killed in the middle of a run', () => {
  it('loses no song and doubles none, however often', async () => {
    const id = await world.scrape(ARTIST);
    await waitFor(id, (added) => added >= 7);
    await world.barline.worker.stop();
    const cut = await world.run(id);
    expect(cut.status).not.toBe('done');

    worker = await startAnother();
    await waitFor(id, (added) => added >= cut.counts.added + 9);
    await worker.stop();
    expect((await world.run(id)).status).not.toBe('done');

    worker = await startAnother();
    const run = await waitFor(id, (_, status) => status === 'done' || status === 'failed');
    expect(run).toMatchObject({ status: 'done', counts: { added: SONGS, updated: 0, failed: 0, queued: 0 } });

    const tracks = await world.ctx.sql.query<{ genius_id: number; lyrics: string }>(sql`
      select genius_id, lyrics from tracks where artist = ${ARTIST}::text`);
    const songs = world.sites.genius.control.songs().filter((song) => song.artistName === ARTIST);
    expect(tracks).toHaveLength(SONGS);
    for (const song of songs) {
      expect(tracks.find((track) => track.genius_id === song.id)?.lyrics.trim()).toBe(song.lyrics.trim());
    }
    // What was under way when it was killed is asked for again, and nothing else is.
    const { byKind } = world.sites.genius.control.requests();
    expect(byKind.page).toBeLessThanOrEqual(SONGS + 2 * 8);
  });
});
