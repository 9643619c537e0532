import { env, exports } from 'cloudflare:workers';
import { expect, it, vi } from 'vitest';
import { createSql, sql } from '../../src/db/client.ts';
import { ADMIN, NOBODY } from '../support/test-barline.ts';
import type { DeadLetterPage, Health, RunPage } from '../support/wire-types.ts';

// Tests src/worker.ts itself, with the queues of wrangler.toml. The other files deliver messages themselves.
const worker = exports.default;
const SONG = 77;
const PATIENCE = { timeout: 15_000, interval: 50 };

async function get<T>(path: string): Promise<T> {
  const response = await worker.fetch(`https://barline.test${path}`, { headers: ADMIN });
  return (await response.json()) as T;
}

const watch = (name: string) =>
  worker.fetch('https://barline.test/ingest/artists', {
    method: 'POST',
    headers: { ...ADMIN, 'content-type': 'application/json' },
    body: JSON.stringify({ name, limit: 2 }),
  });

it('scrapes, embeds and analyses an artist through its queues', async () => {
  expect((await watch('Oda Brightwater')).status).toBe(202);
  const done = await vi.waitUntil(async () => {
    const { content } = await get<Health>('/health');
    return content?.analyzed === 2 && content.embedded === 2 ? content : null;
  }, PATIENCE);
  expect(done).toMatchObject({ tracks: 2, failed: 0, pending: 0 });
  const { items } = await get<RunPage>('/ingest/runs');
  expect(items).toMatchObject([{ status: 'done', counts: { added: 2, failed: 0 } }]);
});

it('stores a message that is not a job', async () => {
  await env.INGEST_QUEUE?.send({ type: 'song.steal' });
  const [letter] = await vi.waitUntil(async () => {
    const { items } = await get<DeadLetterPage>('/admin/dead-letters');
    return items.length > 0 ? items : null;
  }, PATIENCE);
  expect(letter).toMatchObject({ queue: 'barline-ingest', body: { type: 'song.steal' } });
});

it('marks the job of a message as failed when its attempts are used up', async () => {
  const add = [{ kind: 'server_error', scope: 'all' }];
  await fetch(`${env.GENIUS_WEB_URL}/__faults`, { method: 'POST', body: JSON.stringify({ add }) });
  await env.INGEST_QUEUE?.send({ type: 'song.scrape', run_id: await queuedSong(), genius_id: SONG });
  const [letter] = await vi.waitUntil(async () => {
    const { items } = await get<DeadLetterPage>('/admin/dead-letters?limit=1');
    return items[0]?.message_type === 'song.scrape' ? items : null;
  }, PATIENCE);
  expect(letter).toMatchObject({ queue: 'barline-dead-letters', cause: { attempts: 1 } });
  // The job is marked after its letter is stored.
  const [run] = await vi.waitUntil(async () => {
    const { items } = await get<RunPage>('/ingest/runs?limit=1');
    return items[0]?.status === 'done' ? items : null;
  }, PATIENCE);
  expect(run).toMatchObject({ status: 'done', counts: { failed: 1, queued: 0 } });
});

/** A run with one song to scrape. */
async function queuedSong(): Promise<number> {
  const { DATABASE_URL: url = '', DATABASE_FETCH_ENDPOINT: fetchEndpoint = null } = env;
  const db = createSql({ url, fetchEndpoint });
  const [run] = await db.query<{ id: number }>(sql`
    insert into ingest_runs (artist_id, trigger, status, listed) select id, 'cli', 'running', true from artists
    returning id`);
  await db.query(sql`insert into ingest_items (run_id, genius_id) values (${run?.id}::int, ${SONG}::int)`);
  return run?.id ?? 0;
}

it('runs its own cron schedule and rejects any other', async () => {
  const scheduledTime = new Date('2026-03-01T12:15:00Z');
  expect(await worker.scheduled({ cron: '*/15 * * * *', scheduledTime })).toMatchObject({ outcome: 'ok' });
  expect(await worker.scheduled({ cron: '0 0 * * *', scheduledTime })).toMatchObject({
    outcome: 'exception',
  });
});

it('serves the page at its paths and problem documents at all others', async () => {
  const page = await worker.fetch('https://barline.test/app/tracks/1');
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<div id="root">');
  const lost = await worker.fetch('https://barline.test/no/such/path');
  expect(lost.status).toBe(404);
  expect(await lost.json()).toMatchObject({ code: 'NOT_FOUND', instance: '/no/such/path' });
  await expect(fetch(NOBODY)).rejects.toThrow();
});
