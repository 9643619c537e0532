import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import {
  countProgress,
  findUnfinishedTracks,
  findWaitingWork,
  keepEmbedding,
  markUnembeddable,
  storeEmbedding,
} from '../../../../src/db/queries/embeddings.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

const vector = Array.from({ length: 512 }, (_, i) => (i === 0 ? 1 : 0));
const cause = {
  code: 'NOTHING_TO_EMBED',
  message: 'm',
  upstream: null,
  attempts: 1,
  first_at: '',
  last_at: '',
};
const HOUR_MS = 3_600_000;

let world: TestDatabase;
beforeAll(async () => {
  world = await startTestDatabase();
}, 120_000);
afterAll(() => world.close());
beforeEach(() =>
  world.db.batch([
    sql`delete from tracks`,
    sql`delete from artists`,
    sql`insert into artists (name) values ('Artist')`,
    sql`update embedding_models set model = null`,
  ]),
);

interface TrackSeed {
  embedding?: string;
  analysis?: string;
  hoursAgo?: number;
  geniusId?: number;
  hasLyrics?: boolean;
}

async function add(seed: TrackSeed = {}): Promise<number> {
  const { embedding = 'pending', analysis = 'done', hoursAgo = 0, geniusId = null, hasLyrics = true } = seed;
  const rows = await world.db.query<{ id: number }>(sql`
    insert into tracks (artist_id, source, genius_id, artist, title, language, lyrics, lyrics_state, text_hash,
      embedding_status, analysis_status, updated_at)
    select id, 'import', ${geniusId}::int, name, 'Song', 'en', ${hasLyrics ? 'some words' : null}::text,
      ${hasLyrics ? 'ok' : 'instrumental'}::text, 'h', ${embedding}::text, ${analysis}::text,
      now() - ${hoursAgo}::int * interval '1 hour' from artists limit 1 returning id`);
  return rows[0]?.id ?? 0;
}
const textOf = (trackId: number) => ({ trackId, textHash: 'h', language: 'en' });
const passages = [0, 1, 2].map((n) => ({ startLine: n, endLine: n + 1, vector }));
const store = (trackId: number, more: { textHash?: string; language?: string; model?: string } = {}) =>
  storeEmbedding(world.db, { ...textOf(trackId), model: 'model', vector, passages, ...more });
const stateOf = async (id: number) => {
  const rows = await world.db.query(sql`
    select embedding_status as status, embedding_model as model, embedding_error ->> 'code' as code,
      (select array_agg(ordinal order by ordinal) from track_passages where track_id = tracks.id) as passages
    from tracks where id = ${id}::int`);
  return rows[0];
};
const WAITING = { status: 'pending', model: null, code: null, passages: null };

describe('the vector of a text', () => {
  it('is stored with its passages, for this track only', async () => {
    const [id, other] = [await add(), await add()];
    expect(await store(id)).toBe('stored');
    expect(await stateOf(id)).toEqual({ status: 'done', model: 'model', code: null, passages: [0, 1, 2] });
    expect(await stateOf(other)).toEqual(WAITING);
  });

  it.each([
    ['the text', { textHash: 'of another text' }],
    ['the language', { language: 'fr' }],
  ])('is dropped when %s has changed', async (_, read) => {
    const id = await add();
    expect(await store(await add())).toBe('stored');
    expect(await store(id, read)).toBe('text_changed');
    expect(await stateOf(id)).toEqual(WAITING);
  });

  it('is dropped when another model is in use', async () => {
    const id = await add();
    await store(await add());
    expect(await store(id, { model: 'other' })).toBe('model_changed');
    expect(await stateOf(id)).toEqual(WAITING);
  });

  it('replaces an earlier one with all its passages', async () => {
    const id = await add();
    await store(id);
    await storeEmbedding(world.db, { ...textOf(id), model: 'model', vector, passages: passages.slice(0, 1) });
    expect(await stateOf(id)).toMatchObject({ status: 'done', passages: [0] });
  });
});

describe('a text that cannot be embedded', () => {
  it('loses an earlier vector and says why, and others keep theirs', async () => {
    const [id, other] = [await add(), await add()];
    for (const one of [id, other]) await store(one);
    await markUnembeddable(world.db, { ...textOf(id), status: 'failed', cause });
    expect(await stateOf(id)).toEqual({
      status: 'failed',
      model: null,
      code: 'NOTHING_TO_EMBED',
      passages: null,
    });
    expect(await stateOf(other)).toMatchObject({ status: 'done', passages: [0, 1, 2] });
  });

  it('is left alone when the text has changed meanwhile', async () => {
    const id = await add();
    await store(id);
    await markUnembeddable(world.db, { ...textOf(id), textHash: 'old', status: 'failed', cause });
    expect(await stateOf(id)).toMatchObject({ status: 'done', passages: [0, 1, 2] });
  });
});

it('a kept vector ends the wait for one, but no text without a vector', async () => {
  const [id, other] = [await add(), await add()];
  await store(id);
  await world.db.query(sql`update tracks set embedding_status = 'pending'`);
  for (const one of [id, other]) await keepEmbedding(world.db, textOf(one));
  expect(await stateOf(id)).toMatchObject({ status: 'done', model: 'model' });
  expect(await stateOf(other)).toEqual(WAITING);
});

describe('waiting work', () => {
  it('of idle tracks is found in pages', async () => {
    const embed = await add({ hoursAgo: 2 });
    const analyze = await add({ embedding: 'done', analysis: 'pending', hoursAgo: 2 });
    await add({ embedding: 'done', hoursAgo: 2 });
    await add({ embedding: 'failed', analysis: 'failed', hoursAgo: 2 });
    await add({ hoursAgo: 0 });
    const both = await add({ analysis: 'pending', hoursAgo: 2 });
    const find = (afterId: number, limit: number) =>
      findUnfinishedTracks(world.db, { idleMs: HOUR_MS, afterId, limit });
    expect(await find(0, 10)).toEqual([
      { id: embed, embed: true, analyze: false },
      { id: analyze, embed: false, analyze: true },
      { id: both, embed: true, analyze: true },
    ]);
    expect((await find(embed, 1)).map(({ id }) => id)).toEqual([analyze]);
  });

  it('of a song is found by its id at the source', async () => {
    const id = await add({ geniusId: 5 });
    await add({ geniusId: 6 });
    await add({ geniusId: 7, embedding: 'done' });
    expect(await findWaitingWork(world.db, 5)).toEqual([{ id, embed: true, analyze: false }]);
    expect(await findWaitingWork(world.db, 7)).toEqual([]);
  });
});

it('progress counts each state of both kinds of work', async () => {
  await store(await add());
  await add({ embedding: 'unsupported_language', analysis: 'pending' });
  await add({ embedding: 'failed', analysis: 'failed' });
  await add({ embedding: 'done', analysis: 'failed' });
  await add({ embedding: 'none', analysis: 'none', hasLyrics: false });
  await add({ embedding: 'pending', analysis: 'pending' });
  expect(await countProgress(world.db)).toEqual({
    ...{ tracks: 6, with_lyrics: 5, embedded: 2, unembeddable: 1 },
    ...{ analyzed: 1, pending: 2, failed: 2 },
  });
});
