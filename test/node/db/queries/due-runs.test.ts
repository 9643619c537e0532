import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import { openDueRuns, reopenStalledRuns, type StalledRuns } from '../../../../src/db/queries/due-runs.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

const MINUTE_MS = 60_000;

let world: TestDatabase;
beforeAll(async () => {
  world = await startTestDatabase();
}, 120_000);
afterAll(() => world.close());
beforeEach(() => world.db.batch([sql`delete from ingest_runs`, sql`delete from artists`]));

interface ArtistSeed {
  watched?: boolean;
  priority?: number;
  dueInHours?: number | null;
}

async function addArtist(name: string, seed: ArtistSeed = {}): Promise<number> {
  const { watched = true, priority = 5, dueInHours = -1 } = seed;
  const rows = await world.db.query<{ id: number }>(sql`
    insert into artists (name, watched, priority, next_scrape_at)
    values (${name}::text, ${watched}::boolean, ${priority}::smallint, now() + ${dueInHours}::int * interval '1 hour')
    returning id`);
  return rows[0]?.id ?? 0;
}

interface RunSeed {
  status?: string;
  idleMinutes?: number;
  nextTryInMinutes?: number | null;
  listed?: boolean;
  queued?: number;
}

/** A run for a new artist. */
async function addRun(name: string, seed: RunSeed = {}): Promise<number> {
  const { status = 'running', idleMinutes = 60, nextTryInMinutes = null, listed = true, queued = 1 } = seed;
  const rows = await world.db.query<{ id: number }>(sql`
    insert into ingest_runs (artist_id, trigger, status, listed, reason, next_try_at, updated_at)
    values (${await addArtist(name)}::int, 'cli', ${status}::text, ${listed}::boolean, 'r',
      now() + ${nextTryInMinutes}::int * interval '1 minute', now() - ${idleMinutes}::int * interval '1 minute')
    returning id`);
  const id = rows[0]?.id ?? 0;
  await world.db.query(sql`
    insert into ingest_items (run_id, genius_id, status)
    select ${id}::int, n, case when n > ${queued}::int then 'done' else 'queued' end from generate_series(1, ${queued}::int + 1) n`);
  return id;
}

describe('the runs of a slot', () => {
  const opened = async (limit = 10): Promise<string[]> => {
    const ids = await openDueRuns(world.db, limit);
    const rows = await world.db.query<{ name: string; trigger: string }>(sql`
      select a.name, r.trigger from ingest_runs r join artists a on a.id = r.artist_id
      where r.id = any (${ids}::int[]) order by r.id`);
    expect(rows.every(({ trigger }) => trigger === 'cron')).toBe(true);
    return rows.map(({ name }) => name);
  };

  it('are of watched artists that are due and have none', async () => {
    await addArtist('Due');
    await addArtist('Not watched', { watched: false });
    await addArtist('Due later', { dueInHours: 1 });
    await addArtist('Never due', { dueInHours: null });
    for (const status of ['listing', 'running', 'parked'])
      await addRun(`Has one that is ${status}`, { status });
    await addRun('Has one that is done', { status: 'done' });
    expect((await opened()).toSorted()).toEqual(['Due', 'Has one that is done']);
    expect(await opened()).toEqual([]);
  });

  it('are opened by priority, then for the longest due', async () => {
    await addArtist('Less urgent', { priority: 6, dueInHours: -9 });
    await addArtist('Due since an hour', { dueInHours: -1 });
    await addArtist('Due since a day', { dueInHours: -24 });
    await addArtist('Most urgent', { priority: 1, dueInHours: -1 });
    expect(await opened(1)).toEqual(['Most urgent']);
    expect(await opened(1)).toEqual(['Due since a day']);
    expect(await opened(1)).toEqual(['Due since an hour']);
    expect(await opened(1)).toEqual(['Less urgent']);
  });
});

describe('stalled runs', () => {
  const reopen = (p: Partial<StalledRuns> = {}) =>
    reopenStalledRuns(world.db, {
      ...{ runId: null, idleMs: 30 * MINUTE_MS, isEarly: false, maxRuns: 10, maxSongs: 100 },
      ...p,
    });
  const ids = async (p: Partial<StalledRuns> = {}) => (await reopen(p)).map(({ id }) => id);

  it('continue in their phase with the songs that are left', async () => {
    const listing = await addRun('Listing', { status: 'listing', listed: false, queued: 2 });
    const parked = await addRun('Parked', { status: 'parked', nextTryInMinutes: -1, queued: 1 });
    const early = await addRun('Parked while listing', {
      status: 'parked',
      nextTryInMinutes: -1,
      listed: false,
    });
    expect(await reopen()).toEqual([
      { id: listing, listed: false, songs: [1, 2] },
      { id: parked, listed: true, songs: [1] },
      { id: early, listed: false, songs: [1] },
    ]);
    const rows = await world.db.query(sql`select status, reason, next_try_at from ingest_runs order by id`);
    const open = { reason: null, next_try_at: null };
    expect(rows).toEqual([
      { status: 'listing', ...open },
      { status: 'running', ...open },
      { status: 'listing', ...open },
    ]);
    expect(await ids(), 'they have just been continued').toEqual([]);
  });

  it('are those without a change for long, and parked ones whose time has come', async () => {
    const idle = await addRun('Idle', { idleMinutes: 31 });
    await addRun('At work', { idleMinutes: 29 });
    const due = await addRun('Parked', { status: 'parked', nextTryInMinutes: -1, idleMinutes: 0 });
    await addRun('Parked for longer', { status: 'parked', nextTryInMinutes: 1 });
    for (const status of ['done', 'failed']) await addRun(`Has ended: ${status}`, { status });
    expect(await ids()).toEqual([idle, due]);
  });

  it('are also parked ones that are not due yet, if that is asked for', async () => {
    const early = await addRun('Parked for longer', { status: 'parked', nextTryInMinutes: 60 });
    await addRun('Has ended', { status: 'done' });
    expect(await ids({ isEarly: true })).toEqual([early]);
  });

  it('are only parked ones when idle ones are left alone', async () => {
    await addRun('Idle');
    const due = await addRun('Parked', { status: 'parked', nextTryInMinutes: -1 });
    expect(await ids({ idleMs: null })).toEqual([due]);
  });

  it('are only the one that was asked for', async () => {
    await addRun('One');
    const two = await addRun('Two');
    expect(await ids({ runId: two })).toEqual([two]);
  });

  it('are taken up to a number of runs and of songs, those idle for longest first', async () => {
    const seeds = [
      [10, 5],
      [40, 3],
      [50, 4],
      [60, 2],
    ] as const;
    const runs: number[] = [];
    for (const [idleMinutes, queued] of seeds)
      runs.push(await addRun(`Idle ${idleMinutes}`, { idleMinutes, queued }));
    const [, forty = 0, fifty = 0, sixty = 0] = runs;
    expect(await ids({ maxRuns: 1 })).toEqual([sixty]);
    expect(await reopen({ maxSongs: 3 })).toEqual([{ id: fifty, listed: true, songs: [1, 2, 3] }]);
    expect(await ids()).toEqual([forty]);
  });

  it('may exceed the number of songs by the last run', async () => {
    const first = await addRun('First', { idleMinutes: 60, queued: 2 });
    const second = await addRun('Second', { idleMinutes: 50, queued: 5 });
    await addRun('Third', { idleMinutes: 40 });
    expect(await ids({ maxSongs: 3 })).toEqual([first, second]);
  });
});
