import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import { setNextModel } from '../../../../src/db/queries/embedding-model.ts';
import {
  countWithoutNext,
  findTextsWithoutNext,
  indexNextEmbeddings,
  storeNextEmbedding,
  switchToNextEmbeddings,
} from '../../../../src/db/queries/next-embeddings.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

const vector = Array.from({ length: 512 }, (_, i) => (i === 0 ? 1 : 0));
const passages = [{ startLine: 0, endLine: 1, vector }];

let world: TestDatabase;
beforeAll(async () => {
  world = await startTestDatabase();
  await world.db.query(sql`insert into artists (name) values ('Artist')`);
}, 120_000);
afterAll(() => world.close());
beforeEach(() => world.db.batch([sql`delete from tracks`, sql`update embedding_models set model = null`]));

async function add(language = 'en'): Promise<number> {
  const rows = await world.db.query<{ id: number }>(sql`
    insert into tracks (artist_id, source, artist, title, language, lyrics, lyrics_state, text_hash, embedding_status)
    select id, 'import', name, 'Song', ${language}::text, 'some words', 'ok', 'h', 'pending' from artists limit 1 returning id`);
  return rows[0]?.id ?? 0;
}
const prepare = (trackId: number, model: string, next: number[] | null = vector) =>
  storeNextEmbedding(world.db, {
    ...{ trackId, textHash: 'h', language: 'en', model },
    ...{ vector: next, passages: next === null ? [] : passages },
  });
const states = () =>
  world.db.query(sql`
    select embedding_status as status, embedding_model as model,
      (select count(*)::int from track_passages where track_id = tracks.id) as passages
    from tracks order by id`);
const WAITING = { status: 'pending', model: null, passages: 0 };

describe('the switch to the vectors of another model', () => {
  const change = async (model: string, tolerated: number) => {
    await setNextModel(world.db, model);
    await indexNextEmbeddings(world.db);
    return switchToNextEmbeddings(world.db, { model, tolerated });
  };

  it('is not made while more vectors are missing than are tolerated', async () => {
    await prepare(await add(), 'next');
    await add();
    expect(await change('next', 0)).toBe(false);
    expect(await states()).toEqual([WAITING, WAITING]);
    expect(await change('next', 1)).toBe(true);
    expect(await states()).toEqual([{ status: 'done', model: 'next', passages: 1 }, WAITING]);
  });

  it('leaves nothing of a model that was prepared before', async () => {
    await prepare(await add(), 'next');
    await prepare(await add(), 'given up');
    expect(await countWithoutNext(world.db, 'next')).toEqual({ tracks: 1, analyses: 0 });
    expect(await change('next', 1)).toBe(true);
    expect(await states()).toEqual([{ status: 'done', model: 'next', passages: 1 }, WAITING]);
  });

  it('is not made to a model that is not the one being prepared', async () => {
    await prepare(await add(), 'next');
    await setNextModel(world.db, 'other');
    expect(await switchToNextEmbeddings(world.db, { model: 'next', tolerated: 0 })).toBe(false);
  });

  it('marks texts of a language that the model does not know', async () => {
    await prepare(await add(), 'next', null);
    expect(await change('next', 0)).toBe(true);
    expect(await states()).toEqual([{ status: 'unsupported_language', model: null, passages: 0 }]);
  });

  it('can be made again, with other passages', async () => {
    const id = await add();
    for (const model of ['first', 'second']) {
      await prepare(id, model);
      expect(await change(model, 0)).toBe(true);
      expect(await states()).toEqual([{ status: 'done', model, passages: 1 }]);
      expect(await world.db.query(sql`select 1 from next_track_passages`)).toEqual([]);
    }
  });
});

describe('texts without a vector of the next model', () => {
  it('are read by id, in pages', async () => {
    const ids = [await add(), await add(), await add()];
    await prepare(ids[1] ?? 0, 'next');
    const find = async (afterId: number, limit: number) =>
      (await findTextsWithoutNext(world.db, { model: 'next', afterId, limit })).map(({ id }) => id);
    expect(await find(0, 10)).toEqual([ids[0], ids[2]]);
    expect(await find(0, 1)).toEqual([ids[0]]);
    expect(await find(ids[0] ?? 0, 10)).toEqual([ids[2]]);
  });

  it('are those whose text or language changed while they were embedded', async () => {
    const id = await add('fr');
    await prepare(id, 'next');
    expect(await countWithoutNext(world.db, 'next')).toEqual({ tracks: 1, analyses: 0 });
  });
});
