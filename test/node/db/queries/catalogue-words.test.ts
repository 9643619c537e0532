import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import { countNextWords } from '../../../../src/db/queries/catalogue-words.ts';
import { searchTracks } from '../../../../src/db/queries/search.ts';
import { NO_FILTERS } from '../../../../src/db/queries/track-filters.ts';
import { countWords } from '../../../../src/services/search/count-words.ts';
import { readQuery } from '../../../../src/services/search/read-query.ts';
import { seedSong } from '../../../support/seed-artist.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await startTestDatabase();
}, 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  await world.db.query(sql`delete from tracks`);
  await world.db.query(sql`delete from catalogue_words`);
  await world.db.query(
    sql`update catalogue_word_counts set songs = 0, next_songs = 0, after_id = null, started_at = null`,
  );
});

const TEXTS = [
  'memories of a lantern',
  'a lantern and a kettle',
  'the kettle is boiling, lanterns burn',
  'a lantern over the café',
  'running from the harbour',
];

async function addSongs(): Promise<void> {
  for (const [n, lyrics] of TEXTS.entries()) await add(`Number ${n}`, lyrics);
  await world.db.query(sql`analyze tracks`);
}
const add = (title: string, lyrics: string) => seedSong(world.db, { artist: 'Sample Artist', title, lyrics });
const count = () => countWords({ sql: world.db });
const daysPass = () =>
  world.db.query(sql`update catalogue_word_counts set started_at = now() - interval '25 hours'`);

async function countsOf(...words: string[]): Promise<Record<string, [number, number]>> {
  const rows = await world.db.query<{ word: string; songs: number; spelt: number }>(
    sql`select word, songs, spelt from catalogue_words where word = any (${words}::text[])`,
  );
  return Object.fromEntries(rows.map(({ word, songs, spelt }) => [word, [songs, spelt]]));
}

/** What the words of the query are worth in each song. */
async function worthOf(text: string): Promise<Record<string, number>> {
  const { lexical, phrases, unwanted } = readQuery(text);
  const scope = { filters: NO_FILTERS, phrases, unwanted, languages: lexical.languages, lastId: null };
  const { rows } = await searchTracks(world.db, {
    lexical,
    semantic: null,
    scope,
    facets: [],
    limit: 50,
    offset: 0,
  });
  return Object.fromEntries(rows.map(({ title, lexical_rank }) => [title, Number(lexical_rank?.toFixed(6))]));
}

it('counts songs by the forms of the index and by how words are spelt', async () => {
  await addSongs();
  expect(await count()).toEqual({ songs: 5 });
  const counts = await countsOf('lantern', 'lanterns', 'memori', 'memories', 'cafe', 'nobody');
  expect(counts).toEqual({
    lantern: [4, 3],
    lanterns: [0, 1],
    memori: [1, 0],
    memories: [0, 1],
    cafe: [1, 1],
  });
});

it('counts some songs at a time, and shows a count when it is complete', async () => {
  await addSongs();
  expect(await countNextWords(world.db, 3)).toBe(3);
  expect(await countsOf('lantern')).toEqual({ lantern: [0, 0] });
  expect(await countNextWords(world.db, 3)).toBe(2);
  expect(await countsOf('lantern')).toEqual({ lantern: [4, 3] });
});

it('counts again after a day, or when the catalogue has changed, and forgets words that no song holds', async () => {
  await addSongs();
  await count();
  expect(await count()).toEqual({ songs: 0 });
  await daysPass();
  expect(await count()).toEqual({ songs: 5 });
  expect(await countsOf('kettle', 'kettl')).toEqual({ kettle: [0, 2], kettl: [2, 0] });
  await world.db.query(sql`delete from tracks where lyrics like '%kettle%'`);
  expect(await count()).toEqual({ songs: 3 });
  expect(await countsOf('kettle', 'kettl', 'lantern')).toEqual({ lantern: [2, 2] });
});

it('leaves the ranking as it is when words are counted through the index', async () => {
  await addSongs();
  const queries = ['lantern kettle', 'kettles boiling', 'café harbour', 'memory running'];
  const before = await Promise.all(queries.map(worthOf));
  await count();
  expect(await Promise.all(queries.map(worthOf))).toEqual(before);
});

it('weighs words of songs that were stored after the count', async () => {
  await addSongs();
  await count();
  await add('New', 'a zeppelin over a lantern');
  const worth = await worthOf('zeppelin lantern');
  expect(Object.keys(worth)[0]).toBe('New');
  expect(worth.New).toBeGreaterThan(2 * (worth['Number 0'] ?? 1));
});

it('weighs words by the songs counted so far when the last count saw fewer songs', async () => {
  await addSongs();
  await count();
  for (let n = 0; n < 20; n++)
    await add(`More ${n}`, `a zeppelin, number ${n}${n < 2 ? ' with a gondola' : ''}`);
  await world.db.query(sql`analyze tracks`);
  const byIndex = await worthOf('zeppelin gondola');
  expect(await countNextWords(world.db, 24)).toBe(24);
  const byCount = await worthOf('zeppelin gondola');
  for (const title of ['More 0', 'More 5']) expect(byCount[title]).toBeCloseTo(byIndex[title] ?? 0, 1);
});
