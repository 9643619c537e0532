import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { seedTrack } from '../support/seed.ts';
import { NOBODY, openBarline, startPart, type TestBarline } from '../support/test-barline.ts';
import type {
  DeadLetterPage,
  Health,
  Problem,
  Run,
  RunPage,
  TrackDetail,
  WatchedArtist,
} from '../support/wire-types.ts';

const ARTIST = 'Oda Brightwater';
const SLOT = new Date('2026-03-01T12:15:00Z');

let barline: TestBarline;
beforeEach(async () => {
  barline = await openBarline({ artists: [ARTIST] });
});

const watch = async (body: Record<string, unknown>) =>
  (await barline.call<WatchedArtist>('/ingest/artists', body)).body.run.id;
const runs = async () => (await barline.call<RunPage>('/ingest/runs')).body.items;
const run = async (id: number): Promise<Run> => {
  const found = (await runs()).find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no run ${id}`);
  return found;
};
const detail = async (id: number) => (await barline.call<TrackDetail>(`/tracks/${id}`)).body;
const deadLetters = async (query = '') =>
  (await barline.call<DeadLetterPage>(`/admin/dead-letters${query}`)).body.items;

/** Makes the site misbehave. */
const misbehave = (fault: Record<string, unknown>) =>
  fetch(`${barline.vars.GENIUS_API_URL}/__faults`, {
    method: 'POST',
    body: JSON.stringify({ add: [fault] }),
  });

/** The same stack for a Worker that has seen no failure yet, once the time of every parked run has come. */
async function later(): Promise<TestBarline> {
  await barline.sql.query(sql`update ingest_runs set next_try_at = now() where status = 'parked'`);
  return barline.withVars({});
}

describe('a run', () => {
  it('scrapes no more songs than it was asked for', async () => {
    const id = await watch({ name: ARTIST, limit: 2 });
    await barline.deliver();
    const { status, song_limit, counts } = await run(id);
    expect({ status, song_limit, added: counts.added }).toEqual({ status: 'done', song_limit: 2, added: 2 });
  });

  it('fails with a reason where Genius knows no such artist', async () => {
    const id = await watch({ name: 'Nobody Of That Name' });
    await barline.deliver();
    expect(await run(id)).toMatchObject({
      status: 'failed',
      reason: 'Genius knows no artist "Nobody Of That Name".',
      counts: { added: 0, queued: 0 },
    });
  });

  it('is opened once, however often the artist is asked for', async () => {
    const first = await barline.call<WatchedArtist>('/ingest/artists', { name: ARTIST });
    const second = await barline.call<WatchedArtist>('/ingest/artists', { name: ARTIST.toUpperCase() });
    expect(second.body).toMatchObject({ opened: false, artist_id: first.body.artist_id });
    expect(second.body.run.id).toBe(first.body.run.id);
    expect(barline.queues.sent).toHaveLength(1);
  });

  it('ends once, with every song once, when it is resumed while it is listed', async () => {
    const id = await watch({ name: ARTIST });
    expect((await barline.call('/admin/resume', {})).body).toMatchObject({ runs: 1 });
    await barline.deliver();
    const { status, counts } = await run(id);
    const [{ n }] = (await barline.sql.query(sql`select count(*)::int as n from tracks`)) as [{ n: number }];
    expect({ status, queued: counts.queued, added: counts.added }).toEqual({
      status: 'done',
      queued: 0,
      added: n,
    });
    expect(n).toBeGreaterThan(5);
  });

  it('rests while the host asks for patience, and ends when its time has come', async () => {
    await misbehave({ kind: 'rate_limited', scope: 'page', times: 1, amount: 30 });
    const id = await watch({ name: ARTIST });
    await barline.deliver();
    const resting = await run(id);
    expect(resting).toMatchObject({ status: 'parked', finished_at: null });
    expect(resting.reason).toMatch(/^rate_limited/);
    expect(Date.parse(resting.next_try_at ?? '')).toBeGreaterThan(Date.now());
    const { retried } = await (await later()).deliverLater();
    expect(retried).toEqual([]);
    const done = await run(id);
    expect(done).toMatchObject({ status: 'done', reason: null, counts: { queued: 0, failed: 0 } });
    expect(done.counts.added).toBeGreaterThan(5);
  });

  it('stops at a challenge, without calling the songs anything', async () => {
    await misbehave({ kind: 'challenge', scope: 'page', times: 1 });
    const id = await watch({ name: ARTIST });
    await barline.deliver();
    const { status, counts } = await run(id);
    expect(status).toBe('parked');
    expect(counts.outcomes).not.toHaveProperty('instrumental');
    expect(counts.queued).toBeGreaterThan(0);
    const { components } = (await barline.call<Health>('/health')).body;
    expect(components.genius_web?.breaker).toBe('open');
  });

  it('tries a song again that the site failed to serve', async () => {
    await misbehave({ kind: 'server_error', scope: 'page', times: 1 });
    const id = await watch({ name: ARTIST, limit: 3 });
    const first = await barline.deliver();
    if ((await run(id)).status !== 'done') {
      expect(first.retried.length).toBeGreaterThan(0);
      await barline.deliverLater();
    }
    expect(await run(id)).toMatchObject({ status: 'done', counts: { added: 3, failed: 0, queued: 0 } });
  });
});

describe('a message', () => {
  it('that is no job is stored as it came, acknowledged, and not replayed', async () => {
    const body = { type: 'song.scrape', run_id: 'seven', note: 'déjà vu' };
    barline.queues.add('barline-ingest', body);
    barline.queues.add('barline-analysis', null);
    expect(await barline.deliver()).toEqual({ acknowledged: 2, retried: [] });
    const [, letter] = await deadLetters();
    expect(letter).toMatchObject({
      queue: 'barline-ingest',
      body,
      message_type: null,
      error: 'The message is not a job.',
    });
    const replay = await barline.call<Problem>(`/admin/dead-letters/${letter?.id}/replay`, {});
    expect(replay).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
    expect(await deadLetters()).toHaveLength(2);
  });

  it('that fails does not touch the others of its batch', async () => {
    const good = await seedTrack(barline.sql, { title: 'Good' });
    const other = await seedTrack(barline.sql, { title: 'Other', language: 'es' });
    const alone = barline.withVars({ EMBEDDINGS_BASE_URL: NOBODY });
    alone.queues.add('barline-analysis', { type: 'track.analyze', track_id: good });
    alone.queues.add('barline-analysis', { type: 'track.embed', track_id: good });
    alone.queues.add('barline-analysis', { type: 'track.embed', track_id: other });
    expect(await alone.deliver()).toEqual({
      acknowledged: 2,
      retried: [{ type: 'track.embed', track_id: good }],
    });
    expect(await detail(good)).toMatchObject({ analysis_status: 'done', embedding_status: 'pending' });
    expect(await detail(other)).toMatchObject({ embedding_status: 'unsupported_language' });
    await barline.deliverLater();
    expect(await detail(good)).toMatchObject({ embedding_status: 'done' });
  });

  it('about something that is gone is acknowledged', async () => {
    barline.queues.add('barline-analysis', { type: 'track.embed', track_id: 4711 });
    barline.queues.add('barline-analysis', { type: 'track.analyze', track_id: 4711 });
    barline.queues.add('barline-ingest', { type: 'artist.list', run_id: 4711 });
    barline.queues.add('barline-ingest', { type: 'song.scrape', run_id: 4711, genius_id: 1 });
    expect(await barline.deliver()).toEqual({ acknowledged: 4, retried: [] });
    expect(await deadLetters()).toEqual([]);
  });

  it('comes back while the database is gone', async () => {
    const track = await seedTrack(barline.sql);
    const cut = barline.withVars({ DATABASE_FETCH_ENDPOINT: `${NOBODY}/sql` });
    cut.queues.add('barline-analysis', { type: 'track.embed', track_id: track });
    cut.queues.add('barline-analysis', 'no job');
    cut.queues.add('barline-dead-letters', { type: 'track.embed', track_id: track });
    const { acknowledged, retried } = await cut.deliver();
    expect({ acknowledged, retried: retried.length }).toEqual({ acknowledged: 0, retried: 3 });
  });
});

describe('a dead letter', () => {
  it('is kept, fails its job where the result would have been, and is replayed once', async () => {
    const track = await seedTrack(barline.sql);
    const job = { type: 'track.embed', track_id: track };
    barline.queues.add('barline-dead-letters', job);
    expect(await barline.deliver()).toEqual({ acknowledged: 1, retried: [] });
    expect(await detail(track)).toMatchObject({ embedding_status: 'failed', analysis_status: 'pending' });
    const [letter] = await deadLetters();
    expect(letter).toMatchObject({ message_type: 'track.embed', body: job, error: 'Every try failed.' });

    const path = `/admin/dead-letters/${letter?.id}/replay`;
    expect((await barline.call(path, {})).status).toBe(202);
    expect(barline.queues.sent).toEqual([{ queue: 'barline-analysis', body: job, delaySeconds: 0 }]);
    expect((await barline.call(path, {})).status).toBe(404);
    expect(await deadLetters()).toEqual([]);
    expect(await deadLetters('?open=false')).toHaveLength(1);
    await barline.deliver();
    expect(await detail(track)).toMatchObject({ embedding_status: 'done' });
  });

  it('of the last song of a run ends the run, and of a listing fails it', async () => {
    await barline.sql.batch([
      sql`insert into artists (name) select 'Artist ' || n from generate_series(1, 2) as n`,
      sql`insert into ingest_runs (artist_id, trigger, status, listed)
        select id, 'cli', case id when 1 then 'running' else 'listing' end, id = 1 from artists`,
      sql`insert into ingest_items (run_id, genius_id) values (1, 77)`,
    ]);
    barline.queues.add('barline-dead-letters', { type: 'song.scrape', run_id: 1, genius_id: 77 });
    barline.queues.add('barline-dead-letters', { type: 'artist.list', run_id: 2 });
    expect(await barline.deliver()).toEqual({ acknowledged: 2, retried: [] });
    expect(await run(1)).toMatchObject({ status: 'done', counts: { failed: 1, queued: 0 } });
    expect(await run(2)).toMatchObject({ status: 'failed', reason: 'Every try failed.' });
  });

  it('waits on where the queue does not take it', async () => {
    barline.queues.add('barline-dead-letters', { type: 'track.embed', track_id: 1 });
    await barline.deliver();
    const [letter] = await deadLetters();
    barline.queues.failing = true;
    const { status, body } = await barline.call<Problem>(`/admin/dead-letters/${letter?.id}/replay`, {});
    expect({ status, code: body.code }).toEqual({ status: 500, code: 'INTERNAL' });
    expect(await deadLetters()).toEqual([letter]);
  });
});

describe('the schedule', () => {
  const makeDue = () =>
    barline.sql.query(sql`update artists set next_scrape_at = now() - interval '1 second'`);

  it('opens one run for an artist whose time has come, even when it fires twice in a slot', async () => {
    await watch({ name: ARTIST, limit: 1 });
    await barline.deliver();
    await barline.runSchedule(SLOT);
    expect(await runs()).toHaveLength(1);
    await makeDue();
    await Promise.all([
      barline.runSchedule(new Date(SLOT.getTime() + 900_000)),
      barline.runSchedule(new Date(SLOT.getTime() + 900_500)),
    ]);
    const opened = await runs();
    expect(opened).toHaveLength(2);
    expect(opened[0]).toMatchObject({ trigger: 'cron', status: 'listing' });
    const listings = barline.queues.sent.filter(
      ({ body }) => (body as { type: string }).type === 'artist.list',
    );
    expect(listings).toHaveLength(2);
    const slots = await barline.sql.query(
      sql`select name, finished_at is not null as finished from cron_runs order by slot`,
    );
    expect(slots).toEqual([
      { name: 'ingest', finished: true },
      { name: 'ingest', finished: true },
    ]);
  });

  it('does nothing in a slot that was claimed before', async () => {
    await barline.runSchedule(SLOT);
    await watch({ name: ARTIST });
    await barline.sql.query(sql`update ingest_runs set status = 'done', finished_at = now()`);
    await makeDue();
    await barline.runSchedule(new Date(SLOT.getTime() + 30_000));
    expect(await runs()).toHaveLength(1);
  });

  it('sends again what was lost with its message, and no more than that', async () => {
    const track = await seedTrack(barline.sql);
    await barline.runSchedule(SLOT);
    expect(barline.queues.sent).toEqual([]);
    await barline.sql.query(sql`update tracks set updated_at = now() - interval '1 hour'`);
    await barline.runSchedule(new Date(SLOT.getTime() + 900_000));
    expect(barline.queues.sent.map(({ body }) => body)).toEqual([
      { type: 'track.embed', track_id: track },
      { type: 'track.analyze', track_id: track },
    ]);
    await barline.deliver();
    expect(await detail(track)).toMatchObject({ embedding_status: 'done', analysis_status: 'done' });
  });
});

it('is not stopped by a chat model that is gone', async () => {
  const track = await seedTrack(barline.sql);
  const chat = await startPart({ kind: 'chat' });
  const cut = barline.withVars({ ...chat.vars, LLM_BASE_URL: NOBODY });
  cut.queues.add('barline-analysis', { type: 'track.analyze', track_id: track });
  await cut.deliver();
  await cut.deliverLater();
  expect((await detail(track)).analysis?.provenance).toMatchObject({
    analyzer: 'algorithmic',
    degraded: true,
  });
  await chat.stop();
});
