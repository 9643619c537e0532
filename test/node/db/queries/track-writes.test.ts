import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import {
  findImportedTexts,
  findSimilarTexts,
  linkTrackVersions,
  listSongHashes,
} from '../../../../src/db/queries/track-writes.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await startTestDatabase();
  await world.db.query(sql`insert into artists (name) values ('Artist')`);
}, 120_000);
afterAll(() => world.close());
beforeEach(() => world.db.query(sql`delete from tracks`));

interface TrackSeed {
  source?: 'genius' | 'import';
  geniusId?: number;
  sourceKey?: string;
  hash?: string | null;
  bands?: number[];
  duplicateOf?: number;
}

async function add(seed: TrackSeed = {}): Promise<number> {
  const {
    source = 'import',
    geniusId = null,
    sourceKey = null,
    hash = 'h',
    bands = [1, 2],
    duplicateOf = null,
  } = seed;
  const rows = await world.db.query<{ id: number }>(sql`
    insert into tracks (artist_id, source, genius_id, source_key, artist, title, lyrics, lyrics_state, text_hash, lyrics_hash,
      lyrics_bands, duplicate_of)
    select id, ${source}::text, ${geniusId}::int, ${sourceKey}::text, name, 'Song', 'some words', 'ok', 'h', ${hash}::text,
      ${bands}::int[], ${duplicateOf}::int from artists limit 1 returning id`);
  return rows[0]?.id ?? 0;
}
const idsOf = (rows: readonly { id: number }[]): number[] => rows.map(({ id }) => id);

describe('texts that may be nearly equal', () => {
  const find = async (p: { geniusId?: number; sourceKey?: string } = {}) =>
    idsOf(
      await findSimilarTexts(world.db, {
        ...{ lyricsHash: 'h', bands: [2, 3] },
        ...{ exceptGeniusId: p.geniusId ?? null, exceptSourceKey: p.sourceKey ?? null },
      }),
    );

  it('share a hash or a band, and are originals', async () => {
    const equal = await add({ bands: [9] });
    const near = await add({ hash: 'other' });
    await add({ hash: 'other', bands: [9] });
    await add({ duplicateOf: equal });
    expect(await find()).toEqual([equal, near]);
  });

  it('are of other songs', async () => {
    const scraped = await add({ source: 'genius', geniusId: 5 });
    const imported = await add({ sourceKey: 'file:1' });
    expect(await find({ geniusId: 5 })).toEqual([imported]);
    expect(await find({ sourceKey: 'file:1' })).toEqual([scraped]);
    expect(await find({ geniusId: 6, sourceKey: 'file:2' })).toEqual([scraped, imported]);
  });
});

describe('imported texts that a scraped song may take over', () => {
  const find = async (geniusId: number) =>
    idsOf(await findImportedTexts(world.db, { geniusId, lyricsHash: 'h', bands: [2, 3] }));

  it('are rows of a file without an id, whose text is nearly equal', async () => {
    const equal = await add({ bands: [9] });
    const near = await add({ hash: 'other' });
    await add({ hash: 'other', bands: [9] });
    await add({ geniusId: 5 });
    await add({ source: 'genius' });
    expect(await find(7)).toEqual([equal, near]);
  });

  it('are none when the song has a row', async () => {
    await add();
    await add({ source: 'genius', geniusId: 7, hash: 'other', bands: [9] });
    expect(await find(7)).toEqual([]);
    expect(await find(8)).toHaveLength(1);
  });
});

describe('versions of a song', () => {
  const originals = () => world.db.query(sql`select id, duplicate_of from tracks order by id`);

  it('point to the earlier row, in whichever order they are named', async () => {
    const [first, second, third] = [await add(), await add(), await add()];
    expect(await linkTrackVersions(world.db, second, first)).toBe(first);
    expect(await linkTrackVersions(world.db, first, third)).toBe(first);
    expect(await originals()).toEqual([
      { id: first, duplicate_of: null },
      { id: second, duplicate_of: first },
      { id: third, duplicate_of: first },
    ]);
  });

  it('form no chains: a version is not linked again, nor to a version', async () => {
    const [first, second, third] = [await add(), await add(), await add()];
    await linkTrackVersions(world.db, first, second);
    await linkTrackVersions(world.db, second, third);
    expect(await originals()).toContainEqual({ id: third, duplicate_of: null });
    await linkTrackVersions(world.db, first, third);
    await linkTrackVersions(world.db, second, third);
    expect(await originals()).toContainEqual({ id: third, duplicate_of: first });
  });
});

it('the hashes of originals are listed in pages', async () => {
  const first = await add({ hash: 'a' });
  await add({ duplicateOf: first });
  await add({ hash: null });
  const last = await add({ hash: 'b' });
  const list = (afterId: number, limit: number) => listSongHashes(world.db, { afterId, limit });
  expect(await list(0, 10)).toEqual([
    { id: first, lyrics_hash: 'a' },
    { id: last, lyrics_hash: 'b' },
  ]);
  expect(idsOf(await list(0, 1))).toEqual([first]);
  expect(idsOf(await list(first, 10))).toEqual([last]);
});
