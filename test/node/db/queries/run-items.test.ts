import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import {
  addRunItems,
  countRunSongs,
  findQueuedItems,
  noteRunItem,
  startRunItem,
} from '../../../../src/db/queries/run-items.ts';
import { finishRunIfEmpty, openRun, parkOpenRun, stopFailingRun } from '../../../../src/db/queries/runs.ts';
import { failRunItem, type ScrapeFailure } from '../../../../src/db/queries/scrape-failures.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

const EDITED = new Date('2026-01-01T00:00:00Z');
const LATER = new Date('2026-02-01T00:00:00Z');
const DAY = 24;

let world: TestDatabase;
let artistId: number;
let runId: number;
beforeAll(async () => {
  world = await startTestDatabase();
}, 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  await world.db.batch([sql`delete from ingest_runs`, sql`delete from tracks`, sql`delete from artists`]);
  const rows = await world.db.query<{ id: number }>(
    sql`insert into artists (name) values ('Artist') returning id`,
  );
  artistId = rows[0]?.id ?? 0;
  runId = (await openRun(world.db, { artistId, trigger: 'cli', songLimit: null })).run.id;
});

interface SongSeed {
  lyricsUpdatedAt?: Date | null;
  scrapedHoursAgo?: number;
  state?: string;
}

/** A song that an earlier run has stored. */
async function addStored(geniusId: number, seed: SongSeed = {}): Promise<void> {
  const { lyricsUpdatedAt = EDITED, scrapedHoursAgo = 1, state = 'ok' } = seed;
  await world.db.query(sql`
    insert into tracks (artist_id, source, genius_id, artist, title, lyrics_state, lyrics, text_hash, lyrics_updated_at, scraped_at)
    values (${artistId}::int, 'genius', ${geniusId}::int, 'Artist', 'Song', ${state}::text,
      ${state === 'ok' ? 'some words' : null}::text, 'h', ${lyricsUpdatedAt?.toISOString() ?? null}::timestamptz,
      now() - ${scrapedHoursAgo}::int * interval '1 hour')`);
}

const addFailure = (geniusId: number, outcome: ScrapeFailure, hoursAgo: number) =>
  world.db.query(sql`
    insert into scrape_failures (track_id, outcome, error, lyrics_updated_at, failed_at)
    select id, ${outcome}::text, 'e', lyrics_updated_at, now() - ${hoursAgo}::int * interval '1 hour'
    from tracks where genius_id = ${geniusId}::int`);

const add = (songs: [number, Date | null][], limit: number | null = null) =>
  addRunItems(world.db, {
    runId,
    limit,
    songs: songs.map(([geniusId, lyricsUpdatedAt]) => ({ geniusId, lyricsUpdatedAt })),
  });

describe('a page of songs that is added to a run', () => {
  it('may be of one song, or empty', async () => {
    expect(await add([])).toEqual([]);
    expect(await add([[1, EDITED]])).toEqual([1]);
    expect(await countRunSongs(world.db, runId)).toBe(1);
  });

  it('is added once, and not beyond the limit of the run', async () => {
    await addStored(3);
    expect(
      await add([
        [1, EDITED],
        [2, null],
        [3, EDITED],
      ]),
    ).toEqual([1, 2]);
    expect(
      await add([
        [1, EDITED],
        [3, EDITED],
      ]),
    ).toEqual([1]);
    expect(await countRunSongs(world.db, runId)).toBe(3);
    expect(
      (
        await add(
          [
            [4, EDITED],
            [5, EDITED],
          ],
          4,
        )
      ).toSorted(),
    ).toEqual([4]);
    expect(await countRunSongs(world.db, runId)).toBe(4);
  });

  it.each<[string, SongSeed, Date | null, boolean]>([
    ['is unchanged since', {}, EDITED, false],
    ['was edited since', {}, LATER, true],
    ['was scraped two days ago, if the list gives no date', { scrapedHoursAgo: 2 * DAY }, null, false],
    ['was scraped eight days ago, if the list gives no date', { scrapedHoursAgo: 8 * DAY }, null, true],
    ['was stored without a date', { lyricsUpdatedAt: null }, EDITED, true],
    ['could not be parsed', { state: 'parse_error' }, EDITED, true],
    ['was blocked', { state: 'blocked' }, EDITED, true],
    ['is an instrumental', { state: 'instrumental' }, EDITED, false],
  ])('is scraped again if a song %s', async (_, seed, listed, isScraped) => {
    await addStored(1, seed);
    expect(await add([[1, listed]])).toEqual(isScraped ? [1] : []);
    expect(await countRunSongs(world.db, runId)).toBe(1);
  });

  it.each<[string, ScrapeFailure, number, Date | null, boolean]>([
    ['lost its words two days ago', 'text_lost', 2 * DAY, EDITED, false],
    ['was cut two days ago', 'text_cut', 2 * DAY, EDITED, false],
    ['lost its words eight days ago', 'text_lost', 8 * DAY, EDITED, true],
    ['lost its words and was edited since', 'text_lost', 2 * DAY, LATER, true],
    ['was not found an hour ago', 'not_found', 1, EDITED, true],
    ['could not be read an hour ago', 'parse_error', 1, EDITED, true],
  ])('is scraped again if the page of a song %s', async (_, outcome, hoursAgo, listed, isScraped) => {
    await addStored(1);
    await addFailure(1, outcome, hoursAgo);
    expect(await add([[1, listed]])).toEqual(isScraped ? [1] : []);
  });
});

describe('a song of a run', () => {
  beforeEach(() =>
    add([
      [1, EDITED],
      [2, EDITED],
      [3, EDITED],
    ]),
  );
  const item = async (geniusId: number) => {
    const rows = await world.db.query(sql`
      select status, outcome, error, attempts from ingest_items
      where run_id = ${runId}::int and genius_id = ${geniusId}::int`);
    return rows[0];
  };
  const fail = (geniusId: number, outcome: ScrapeFailure, error = 'e') =>
    failRunItem(world.db, { runId, geniusId, outcome, error });

  it('counts its attempts until it has ended', async () => {
    for (const attempts of [1, 2])
      expect(await startRunItem(world.db, { runId, geniusId: 1 })).toMatchObject({
        status: 'queued',
        attempts,
      });
    await fail(1, 'failed');
    expect(await startRunItem(world.db, { runId, geniusId: 1 })).toMatchObject({
      status: 'failed',
      attempts: 2,
    });
    expect(await item(2)).toMatchObject({ attempts: 0 });
    expect(await startRunItem(world.db, { runId, geniusId: 99 })).toBeNull();
  });

  it('is not started while its run is parked', async () => {
    await parkOpenRun(world.db, { id: runId, reason: 'blocked', waitMs: 60_000 });
    expect(await startRunItem(world.db, { runId, geniusId: 1 })).toBeNull();
    await world.db.query(sql`update ingest_runs set next_try_at = now() - interval '1 second'`);
    expect(await startRunItem(world.db, { runId, geniusId: 1 })).not.toBeNull();
  });

  it('keeps the reasons of its retries and of its end', async () => {
    await noteRunItem(world.db, { runId, geniusId: 1, error: 'timed out' });
    expect(await item(1)).toMatchObject({ status: 'queued', error: 'timed out' });
    await fail(1, 'failed', 'gave up');
    expect(await item(1)).toMatchObject({
      status: 'failed',
      outcome: 'failed',
      error: 'gave up Last: timed out',
    });
    await fail(2, 'failed', 'gave up');
    expect(await item(2)).toMatchObject({ error: 'gave up' });
    expect(await item(3)).toMatchObject({ status: 'queued', error: null });
  });

  it('ends once', async () => {
    await fail(1, 'not_found', 'first');
    await fail(1, 'parse_error', 'second');
    await noteRunItem(world.db, { runId, geniusId: 1, error: 'third' });
    expect(await item(1)).toMatchObject({ outcome: 'not_found', error: 'first' });
    expect(await findQueuedItems(world.db, { runId, limit: 10 })).toEqual([2, 3]);
    expect(await findQueuedItems(world.db, { runId, limit: 1 })).toEqual([2]);
  });
});

describe('failures of a stored song', () => {
  const failure = async () => {
    const rows = await world.db.query(sql`select outcome, error, failures from scrape_failures`);
    return rows;
  };
  /** One more run, in which the song fails. */
  async function failAgain(geniusId: number, outcome: ScrapeFailure): Promise<void> {
    await world.db.query(sql`update ingest_runs set status = 'done'`);
    runId = (await openRun(world.db, { artistId, trigger: 'cli', songLimit: null })).run.id;
    await add([[geniusId, LATER]]);
    await failRunItem(world.db, { runId, geniusId, outcome, error: `${outcome} in run` });
  }

  it('are counted while they are of one kind', async () => {
    await addStored(1);
    await addStored(2);
    for (const failures of [1, 2, 3]) {
      await failAgain(1, 'not_found');
      expect(await failure()).toEqual([{ outcome: 'not_found', error: 'not_found in run', failures }]);
    }
    await failAgain(1, 'parse_error');
    expect(await failure()).toEqual([{ outcome: 'parse_error', error: 'parse_error in run', failures: 1 }]);
  });

  it('are not stored without a text, nor for a song whose item has ended', async () => {
    await addStored(1, { state: 'instrumental' });
    await failAgain(1, 'not_found');
    expect(await failure()).toEqual([]);
    await addStored(2);
    await failRunItem(world.db, { runId, geniusId: 2, outcome: 'not_found', error: 'e' });
    expect(await failure()).toEqual([]);
  });
});

describe('a run', () => {
  const end = (geniusId: number, outcome: ScrapeFailure | 'ok') =>
    world.db.query(sql`
      update ingest_items set attempts = 1, status = ${outcome === 'ok' ? 'done' : 'failed'}::text,
        outcome = ${outcome}::text, error = ${`${outcome} ${geniusId}`}::text,
        updated_at = now() + ${geniusId}::int * interval '1 second'
      where run_id = ${runId}::int and genius_id = ${geniusId}::int`);
  const songs = (n: number) => add(Array.from({ length: n }, (_, i) => [i + 1, EDITED]));
  const stop = (failures = 3, window = 5) => stopFailingRun(world.db, { id: runId, window, failures });

  it('is opened once at a time for an artist', async () => {
    const again = await openRun(world.db, { artistId, trigger: 'cron', songLimit: 5 });
    expect(again).toMatchObject({ opened: false, run: { id: runId, trigger: 'cli', song_limit: null } });
    await world.db.query(sql`update ingest_runs set status = 'done'`);
    const next = await openRun(world.db, { artistId, trigger: 'cron', songLimit: 5 });
    expect(next).toMatchObject({ opened: true, run: { trigger: 'cron', song_limit: 5, status: 'listing' } });
  });

  it('is stopped when enough of its last songs failed in one way', async () => {
    await songs(6);
    for (const id of [1, 2]) await end(id, 'parse_error');
    expect(await stop()).toBeNull();
    await end(3, 'not_found');
    expect(await stop()).toBeNull();
    await end(4, 'parse_error');
    expect(await stop()).toMatchObject({
      artist_id: artistId,
      listed: false,
      reason: 'Stopped: 3 of the last 4 songs ended as parse_error, the latest with: parse_error 4',
    });
    expect(await stop(), 'stopped once').toBeNull();
    expect(await startRunItem(world.db, { runId, geniusId: 5 })).toBeNull();
  });

  it('is not stopped for failures before its last songs, nor for other failures', async () => {
    await songs(9);
    for (const id of [1, 2, 3]) await end(id, 'parse_error');
    for (const id of [4, 5, 6]) await end(id, 'ok');
    expect(await stop(3, 5)).toBeNull();
    for (const id of [7, 8, 9]) await end(id, 'failed');
    expect(await stop(3, 5)).toBeNull();
  });

  it('is finished when its listing has ended and no song is left', async () => {
    await songs(1);
    const finish = () => finishRunIfEmpty(world.db, runId);
    await world.db.query(
      sql`update ingest_runs set status = 'running', listed = true, reason = 'r', next_try_at = now()`,
    );
    expect(await finish(), 'a song is left').toBeNull();
    await end(1, 'ok');
    await world.db.query(sql`update ingest_runs set listed = false`);
    expect(await finish(), 'it is still listing').toBeNull();
    await world.db.query(sql`update ingest_runs set listed = true`);
    expect(await finish()).toEqual({ artist_id: artistId });
    expect(await finish(), 'finished once').toBeNull();
    const rows = await world.db.query(
      sql`select status, reason, next_try_at, finished_at is not null as ended from ingest_runs`,
    );
    expect(rows).toEqual([{ status: 'done', reason: null, next_try_at: null, ended: true }]);
  });

  it('is parked, and parked again only for later', async () => {
    const park = (waitMs: number) => parkOpenRun(world.db, { id: runId, reason: `for ${waitMs}`, waitMs });
    expect(await park(60_000)).toBe(true);
    expect(await park(61_000), 'nearly the same time').toBe(false);
    expect(await park(30_000)).toBe(false);
    expect(await park(90_000)).toBe(true);
    await world.db.query(sql`update ingest_runs set status = 'done'`);
    expect(await park(900_000)).toBe(false);
  });
});
