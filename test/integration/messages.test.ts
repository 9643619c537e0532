import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { seedTrack } from '../support/seed.ts';
import { NOBODY, openBarline, startPart, type TestBarline } from '../support/test-barline.ts';
import type { DeadLetterPage, Problem, Run, RunPage, TrackDetail } from '../support/wire-types.ts';

const ARTIST = 'Oda Brightwater';

let barline: TestBarline;
beforeEach(async () => {
  barline = await openBarline({ artists: [ARTIST] });
});

const runs = async () => (await barline.call<RunPage>('/ingest/runs')).body.items;
const run = async (id: number): Promise<Run> => {
  const found = (await runs()).find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no run ${id}`);
  return found;
};
const detail = async (id: number) => (await barline.call<TrackDetail>(`/tracks/${id}`)).body;
const deadLetters = async (query = '') =>
  (await barline.call<DeadLetterPage>(`/admin/dead-letters${query}`)).body.items;

describe('a queue message', () => {
  it('that is not a job is stored unchanged, acknowledged, and not replayed', async () => {
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

  it('that fails does not affect the other messages of its batch', async () => {
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

  it('about a deleted row is acknowledged', async () => {
    barline.queues.add('barline-analysis', { type: 'track.embed', track_id: 4711 });
    barline.queues.add('barline-analysis', { type: 'track.analyze', track_id: 4711 });
    barline.queues.add('barline-ingest', { type: 'artist.list', run_id: 4711 });
    barline.queues.add('barline-ingest', { type: 'song.scrape', run_id: 4711, genius_id: 1 });
    expect(await barline.deliver()).toEqual({ acknowledged: 4, retried: [] });
    expect(await deadLetters()).toEqual([]);
  });

  it('is retried while the database is down', async () => {
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
  it('is stored, marks its job as failed, and can be replayed once', async () => {
    const track = await seedTrack(barline.sql);
    const job = { type: 'track.embed', track_id: track };
    barline.queues.add('barline-dead-letters', job);
    expect(await barline.deliver()).toEqual({ acknowledged: 1, retried: [] });
    expect(await detail(track)).toMatchObject({ embedding_status: 'failed', analysis_status: 'pending' });
    const [letter] = await deadLetters();
    expect(letter).toMatchObject({
      message_type: 'track.embed',
      body: job,
      cause: { code: 'CUT_OFF', attempts: 0 },
    });

    const path = `/admin/dead-letters/${letter?.id}/replay`;
    expect((await barline.call(path, {})).status).toBe(202);
    expect(barline.queues.sent).toEqual([{ queue: 'barline-analysis', body: job, delaySeconds: 0 }]);
    expect((await barline.call(path, {})).status).toBe(404);
    expect(await deadLetters()).toEqual([]);
    expect(await deadLetters('?open=false')).toHaveLength(1);
    await barline.deliver();
    expect(await detail(track)).toMatchObject({ embedding_status: 'done' });
  });

  it('of the last song ends its run, and of a listing fails it', async () => {
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
    expect(await run(2)).toMatchObject({
      status: 'failed',
      reason: 'CUT_OFF: Every attempt was interrupted before it finished.',
    });
  });

  it('stays stored when the queue does not accept its replay', async () => {
    barline.queues.add('barline-dead-letters', { type: 'track.embed', track_id: 1 });
    await barline.deliver();
    const [letter] = await deadLetters();
    barline.queues.failing = true;
    const { status, body } = await barline.call<Problem>(`/admin/dead-letters/${letter?.id}/replay`, {});
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'UPSTREAM_UNAVAILABLE' });
    expect(await deadLetters()).toEqual([letter]);
  });
});

describe('the cause of a dead letter', () => {
  const failThrice = async (cut: TestBarline, track: number) => {
    const job = { type: 'track.embed', track_id: track };
    cut.queues.add('barline-analysis', job);
    await cut.deliver();
    await cut.deliverLater();
    await cut.deliverLater();
    return job;
  };

  it('records code, upstream, count and first time, and is also stored with the job', async () => {
    const track = await seedTrack(barline.sql);
    const job = await failThrice(barline.withVars({ EMBEDDINGS_BASE_URL: NOBODY }), track);
    barline.queues.add('barline-dead-letters', job);
    await barline.withVars({}).deliver();
    const [letter] = await deadLetters();
    expect(letter?.cause).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', attempts: 3 });
    expect(letter?.cause?.message).not.toBe('');
    expect(Date.parse(letter?.cause?.first_at ?? '')).toBeLessThan(Date.parse(letter?.cause?.last_at ?? ''));
    const [{ embedding_error: error }] = (await barline.sql.query(sql`
      select embedding_error from tracks where id = ${track}::int`)) as [{ embedding_error: unknown }];
    expect(error).toEqual(letter?.cause);
    expect(await barline.sql.query(sql`select 1 from job_failures`)).toEqual([]);
  });

  it('is stored even when the database was down during all attempts', async () => {
    const own = await openBarline({ redis: 'auto' });
    const track = await seedTrack(own.sql);
    const job = await failThrice(own.withVars({ DATABASE_FETCH_ENDPOINT: `${NOBODY}/sql` }), track);
    own.queues.add('barline-dead-letters', job);
    await own.withVars({}).deliver();
    const { items } = (await own.call<DeadLetterPage>('/admin/dead-letters')).body;
    expect(items[0]?.cause).toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      upstream: 'database',
      attempts: 3,
    });
  });

  it('is deleted when the job later succeeds', async () => {
    const track = await seedTrack(barline.sql);
    await failThrice(barline.withVars({ EMBEDDINGS_BASE_URL: NOBODY }), track);
    expect(await barline.sql.query(sql`select job from job_failures`)).toEqual([
      { job: `track.embed:${track}` },
    ]);
    await barline.withVars({}).deliverLater();
    expect(await detail(track)).toMatchObject({ embedding_status: 'done' });
    expect(await barline.sql.query(sql`select 1 from job_failures`)).toEqual([]);
  });

  it('groups the letters; a group can be listed and replayed once as a whole', async () => {
    const cause = { code: 'UPSTREAM_REJECTED', message: 'no', upstream: 'llm', attempts: 2 };
    const times = { first_at: '2026-01-01T00:00:00.000Z', last_at: '2026-01-02T00:00:00.000Z' };
    await barline.sql.batch([
      sql`insert into dead_letters (queue, message_id, message_type, body, error, attempts, cause)
        select 'q', n::text, 'track.analyze', jsonb_build_object('type', 'track.analyze', 'track_id', n), 'no', 2,
          ${JSON.stringify({ ...cause, ...times })}::jsonb from generate_series(1, 7) as n`,
      sql`insert into dead_letters (queue, message_id, message_type, body, error, attempts)
        values ('q', 'old', 'track.embed', '{"type": "track.embed", "track_id": 1}', 'Every try failed.', 6)`,
    ]);
    const groups = async () =>
      (await barline.call<{ items: Record<string, unknown>[] }>('/admin/dead-letters/groups')).body.items;
    expect(await groups()).toEqual([
      {
        ...{ type: 'track.analyze', code: 'UPSTREAM_REJECTED', upstream: 'llm', count: 7, ...times },
        ...{ message: 'no', example_ids: [7, 6, 5, 4, 3] },
      },
      expect.objectContaining({ type: 'track.embed', code: 'UNKNOWN', upstream: 'none', count: 1 }),
    ]);
    expect(await deadLetters('?code=UPSTREAM_REJECTED')).toHaveLength(7);
    expect(await deadLetters('?upstream=llm&type=track.embed')).toEqual([]);
    const replay = (limit: number) =>
      barline.call('/admin/dead-letters/replay', { code: 'UPSTREAM_REJECTED', limit });
    barline.queues.failing = true;
    expect((await replay(5)).status).toBe(503);
    expect(await groups()).toHaveLength(2);
    barline.queues.failing = false;
    expect((await replay(5)).body).toEqual({ replayed: 5 });
    expect((await replay(5)).body).toEqual({ replayed: 2 });
    expect((await replay(5)).body).toEqual({ replayed: 0 });
    expect(barline.queues.sent).toHaveLength(7);
    expect(await groups()).toHaveLength(1);
  });

  it('is stored whatever characters it contains', async () => {
    barline.queues.add('barline-ingest', { type: 'a\0b', note: ['\ud800', { '\0': 'x' }] });
    expect(await barline.deliver()).toEqual({ acknowledged: 1, retried: [] });
    const [letter] = await deadLetters();
    expect(letter?.body).toEqual({ type: 'a\\u0000b', note: ['\\ud800', { '\\u0000': 'x' }] });
    expect(letter?.cause).toMatchObject({ code: 'NOT_A_JOB', attempts: 1 });
  });
});

it('gives a track the analysis of the engine when the model stays unavailable', async () => {
  const track = await seedTrack(barline.sql);
  const chat = await startPart({ kind: 'chat' });
  const cut = barline.withVars({ ...chat.vars, LLM_BASE_URL: NOBODY });
  cut.queues.add('barline-analysis', { type: 'track.analyze', track_id: track }, 3);
  await cut.deliver();
  expect((await detail(track)).analysis?.provenance).toMatchObject({
    analyzer: 'algorithmic',
    degraded: true,
  });
  await chat.stop();
});
