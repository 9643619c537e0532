import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { seedTrack } from '../support/seed.ts';
import { openBarline, type TestBarline } from '../support/test-barline.ts';
import type { Health, Run, RunPage, TrackDetail, WatchedArtist } from '../support/wire-types.ts';

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
/** Makes the site misbehave. */
const misbehave = (fault: Record<string, unknown>) =>
  fetch(`${barline.vars.GENIUS_API_URL}/__faults`, {
    method: 'POST',
    body: JSON.stringify({ add: [fault] }),
  });

/** The same stack with a new Worker that remembers no failure, after the retry time of every parked run. */
async function later(): Promise<TestBarline> {
  await barline.sql.query(sql`update ingest_runs set next_try_at = now() where status = 'parked'`);
  return barline.withVars({});
}

describe('a run', () => {
  it('scrapes at most the requested number of songs', async () => {
    const id = await watch({ name: ARTIST, limit: 2 });
    await barline.deliver();
    const { status, song_limit, counts } = await run(id);
    expect({ status, song_limit, added: counts.added }).toEqual({ status: 'done', song_limit: 2, added: 2 });
  });

  it('fails with a reason when Genius does not know the artist', async () => {
    const id = await watch({ name: 'Nobody Of That Name' });
    await barline.deliver();
    expect(await run(id)).toMatchObject({
      status: 'failed',
      reason: 'Genius knows no artist "Nobody Of That Name".',
      counts: { added: 0, queued: 0 },
    });
  });

  it('is opened once for repeated requests', async () => {
    const first = await barline.call<WatchedArtist>('/ingest/artists', { name: ARTIST });
    const second = await barline.call<WatchedArtist>('/ingest/artists', { name: ARTIST.toUpperCase() });
    expect(second.body).toMatchObject({ opened: false, artist_id: first.body.artist_id });
    expect(second.body.run.id).toBe(first.body.run.id);
    expect(barline.queues.sent).toHaveLength(1);
  });

  it('ends once, with every song once, when it is resumed during listing', async () => {
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

  it('waits for the Retry-After of the host and then completes', async () => {
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

  it('stops at a challenge page without marking the songs', async () => {
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

  it.each([
    [
      'a 403 of the API',
      { kind: 'server_error', amount: 403, scope: 'api', path: '/songs/' },
      'genius_api',
      'open',
    ],
    ['a 403 of the site', { kind: 'server_error', amount: 403, scope: 'page' }, 'genius_web', 'open'],
  ])('waits 15 minutes after %s and sends no song messages meanwhile', async (_, fault, host, breaker) => {
    await misbehave(fault);
    const id = await watch({ name: ARTIST });
    await barline.deliver();
    const resting = await run(id);
    expect(resting).toMatchObject({ status: 'parked', counts: { failed: 0 } });
    expect(Date.parse(resting.next_try_at ?? '') - Date.now()).toBeGreaterThan(14 * 60_000);
    const { components } = (await barline.call<Health>('/health')).body;
    expect(components[host]).toMatchObject({ breaker });
    const sent = barline.queues.sent.length;
    await barline.runSchedule(SLOT);
    await barline.deliver();
    await barline.deliver();
    const later = barline.queues.sent.slice(sent).map(({ body }) => (body as { type: string }).type);
    expect(later.filter((type) => type === 'song.scrape' || type === 'artist.list')).toEqual([]);
    const wakes = barline.queues.sent.filter(({ body }) => (body as { type: string }).type === 'run.resume');
    expect(wakes.every(({ delaySeconds }) => delaySeconds > 14 * 60)).toBe(true);
  });

  it('goes on before its time when an operator says so, and one request decides', async () => {
    await misbehave({ kind: 'server_error', amount: 403, scope: 'page', times: 1 });
    const id = await watch({ name: ARTIST });
    await barline.deliver();
    expect(await run(id)).toMatchObject({ status: 'parked' });
    await barline.call('/admin/resume', {});
    expect(await run(id), 'not unless it is asked for').toMatchObject({ status: 'parked' });
    const { status, body } = await barline.call('/admin/resume?early=true', {});
    expect({ status, body }).toMatchObject({ status: 202, body: { runs: 1 } });
    const { components } = (await barline.call<Health>('/health')).body;
    expect(components.genius_web?.breaker).toBe('half_open');
    await barline.deliver();
    await barline.deliverLater();
    expect((await run(id)).counts.added).toBeGreaterThan(0);
    const after = (await barline.call<Health>('/health')).body.components;
    expect(after.genius_web?.breaker).toBe('closed');
  });

  it('stops without requesting a page when robots.txt cannot be read', async () => {
    await misbehave({ kind: 'server_error', scope: 'robots' });
    const id = await watch({ name: ARTIST });
    await barline.deliver();
    expect(await run(id)).toMatchObject({ status: 'parked', counts: { failed: 0 } });
    const response = await fetch(`${barline.vars.GENIUS_API_URL}/__requests`);
    const { byKind } = (await response.json()) as { byKind: Record<string, number> };
    expect(byKind).toMatchObject({ robots: 1 });
    expect(byKind).not.toHaveProperty('page');
  });

  it('retries a song that the site failed to serve', async () => {
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

describe('the schedule', () => {
  const makeDue = () =>
    barline.sql.query(sql`update artists set next_scrape_at = now() - interval '1 second'`);

  it('opens one run for a due artist, even when it fires twice in a slot', async () => {
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
    const slots = await barline.sql.query(sql`
      select slot, count(distinct name) = count(*) as once, bool_and(finished_at is not null and failure is null) as finished
      from cron_runs group by slot order by slot`);
    expect(slots).toEqual([
      { slot: SLOT, once: true, finished: true },
      { slot: new Date(SLOT.getTime() + 900_000), once: true, finished: true },
    ]);
  });

  it('does nothing in a slot that is already claimed', async () => {
    await barline.runSchedule(SLOT);
    await watch({ name: ARTIST });
    await barline.sql.query(sql`update ingest_runs set status = 'done', finished_at = now()`);
    await makeDue();
    await barline.runSchedule(new Date(SLOT.getTime() + 30_000));
    expect(await runs()).toHaveLength(1);
  });

  /** Messages about tracks only; those for artist profiles depend on what changed. */
  const trackWork = () =>
    barline.queues.sent
      .map(({ body }) => body as { type: string; track_id: number })
      .filter(({ type }) => type.startsWith('track.'));

  it('sends only lost messages again', async () => {
    const track = await seedTrack(barline.sql);
    await barline.runSchedule(SLOT);
    expect(trackWork()).toEqual([]);
    await barline.sql.query(sql`update tracks set updated_at = now() - interval '1 hour'`);
    await barline.runSchedule(new Date(SLOT.getTime() + 900_000));
    expect(trackWork()).toEqual([
      { type: 'track.embed', track_id: track },
      { type: 'track.analyze', track_id: track },
    ]);
    await barline.deliver();
    expect(await detail(track)).toMatchObject({ embedding_status: 'done', analysis_status: 'done' });
  });

  it('continues in the next slot when more messages were lost than one slot handles', async () => {
    const first = await seedTrack(barline.sql);
    // In parts and without triggers, because one statement would exceed its time limit on a busy machine.
    for (let from = 1; from < 12_000; from += 1000) {
      await barline.sql.batch([
        sql`set local session_replication_role = 'replica'`,
        sql`
          insert into tracks (artist_id, source, source_key, artist, title, lyrics, lyrics_state, analysis_status,
            updated_at)
          select artist_id, 'import', 'many:' || n, artist, 'Song ' || n, 'one line', 'ok', 'pending',
            now() - interval '1 hour'
          from tracks, generate_series(${from}::int, least(${from}::int + 999, 11999)) as n
          where id = ${first}::int`,
      ]);
    }
    await barline.sql.query(sql`
      update tracks set updated_at = now() - interval '1 hour', embedding_status = 'none' where id = ${first}::int`);
    const sentBy = async (slot: number): Promise<number[]> => {
      const before = trackWork().length;
      await barline.runSchedule(new Date(SLOT.getTime() + slot * 900_000));
      return trackWork()
        .slice(before)
        .map(({ track_id }) => track_id);
    };
    const [one, two, three] = [await sentBy(0), await sentBy(1), await sentBy(2)];
    expect([one.length, two.length, three.length]).toEqual([10_000, 2000, 10_000]);
    expect(new Set([...one, ...two]).size).toBe(12_000);
    expect(three[0]).toBe(first);
    // Twelve thousand rows take longer than the usual limit of a test on a busy machine.
  }, 60_000);
});
