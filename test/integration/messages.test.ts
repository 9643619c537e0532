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

it("gives a track the engine's analysis where the model is gone and stays so", async () => {
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
