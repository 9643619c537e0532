import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sql, type Statement, sql } from '../../../../src/db/client.ts';
import type { Embedder } from '../../../../src/llm/types.ts';
import { embedTrack } from '../../../../src/services/embedding/embed-track.ts';
import { reindexEmbeddings } from '../../../../src/services/embedding/reindex-embeddings.ts';
import { hashedEmbedder } from '../../../support/hashed-embedder.ts';
import { type EmbeddingWorld, findFaults, startEmbeddingWorld } from './embedding-world.ts';

const verse = (of: string) => `The ${of} is running over the stone\nA ${of} of light and nobody home`;

let world: EmbeddingWorld;
beforeAll(async () => {
  world = await startEmbeddingWorld();
}, 120_000);
afterAll(() => world.close());

/** The database, with work done before each request that a verb makes. */
function interleave(db: Sql, before: () => Promise<void>): Sql {
  return {
    query: async <T>(statement: Statement) => {
      await before();
      return db.query<T>(statement);
    },
    batch: async (statements, options) => {
      await before();
      return db.batch(statements, options);
    },
  };
}

/** Writes to four songs: an edit, a deletion, a new analysis, another language; and the insertion of a fifth song. */
async function seed(current: Embedder): Promise<() => Promise<void>> {
  await world.db.query(sql`delete from tracks`);
  await world.db.query(sql`delete from analysis_results`);
  await world.db.query(sql`update embedding_models set model = ${current.model}::text`);
  const titles = ['river', 'lamp', 'lane', 'gate'];
  const ids = await Promise.all(titles.map((title) => world.addTrack({ title, lyrics: verse(title) })));
  for (const id of ids) {
    await embedTrack(world.context({ embedder: current }), { trackId: id });
    await world.analyze(id, `It is about song ${id}.`);
  }
  const [edited = 0, deleted = 0, analyzed = 0, translated = 0] = ids;
  return async () => {
    const stored = await world.addTrack({ title: 'stored', lyrics: verse('song that was stored meanwhile') });
    await embedTrack(world.context({ embedder: current }), { trackId: stored });
    await world.addTrack({ title: 'waiting', lyrics: verse('song that waits') });
    await world.editTrack(edited, verse('other words'));
    await world.db.query(sql`delete from tracks where id = ${deleted}::int`);
    await world.analyze(analyzed, 'It is about something else.');
    await world.db.query(sql`update tracks set language = 'xx' where id = ${translated}::int`);
  };
}

/** Runs a change of the model with the writes before its n-th request and returns the number of its requests. */
async function changeModel(current: Embedder, next: Embedder, at: number): Promise<number> {
  const write = await seed(current);
  let requests = 0;
  const db = interleave(world.db, async () => {
    requests += 1;
    if (requests === at) await write();
  });
  await reindexEmbeddings(world.context({ embedder: current }, db), { embedder: next });
  return requests;
}

describe('a change of the embedding model while songs are stored', () => {
  it('leaves every text with its own vector or pending, for writes at any point', async () => {
    const languages = ['en'];
    let current = hashedEmbedder('model-0', { languages });
    let requests = 1;
    for (let at = 0; at <= requests; at++) {
      const next = hashedEmbedder(`model-${at + 1}`, { languages });
      requests = await changeModel(current, next, at);
      expect(await findFaults(world, next), `writes before request ${at}`).toEqual([]);
      const [analyses] = await world.db.query(sql`
        select count(*) filter (where embedding_model <> ${next.model}::text)::int as of_another,
          count(*) filter (where embedding_model is null and analysis_data ->> 'summary' like '%song%')::int as lost
        from analysis_results a where exists (select 1 from track_facets where analysis_id = a.id)`);
      expect(analyses, `writes before request ${at}`).toEqual({ of_another: 0, lost: 0 });
      current = next;
    }
    expect(requests).toBeGreaterThan(10);
  }, 240_000);

  it('leaves pending texts to the next embedding job', async () => {
    const next = hashedEmbedder('model-last');
    const current = hashedEmbedder('model-before');
    await changeModel(current, next, 0);
    const id = await world.addTrack({ title: 'late', lyrics: verse('last song') });
    // This Worker is configured with both models.
    await embedTrack(world.context({ embedder: current, nextEmbedder: next }), { trackId: id });
    expect(await world.db.query(sql`select embedding_model from tracks where id = ${id}::int`)).toEqual([
      { embedding_model: next.model },
    ]);
    expect(await findFaults(world, next)).toEqual([]);
  });

  it('fails without changes when songs arrive faster than they are embedded', async () => {
    const current = hashedEmbedder('model-slow');
    const next = hashedEmbedder('model-never');
    await seed(current);
    const flood = interleave(world.db, async () => {
      await world.db.query(sql`
        insert into tracks (artist_id, source, artist, title, language, lyrics, lyrics_state, text_hash, embedding_status)
        select a.id, 'import', a.name, 'flood', 'en', 'a flood of words ' || n, 'ok', gen_random_uuid()::text, 'pending'
        from artists a, generate_series(1, 60) n`);
    });
    const busy: Sql = {
      query: (statement) => world.db.query(statement),
      batch: (statements, options) =>
        statements.some(({ text }) => text.includes('check_next_embeddings'))
          ? flood.batch(statements, options)
          : world.db.batch(statements, options),
    };
    await expect(
      reindexEmbeddings(world.context({ embedder: current }, busy), { embedder: next }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    const [row] = await world.db.query(sql`select model, next_model from embedding_models`);
    expect(row).toEqual({ model: current.model, next_model: next.model });
    expect(await findFaults(world, current)).toEqual([]);
  }, 120_000);
});

describe('a vector being computed', () => {
  const current = hashedEmbedder('model-way', { languages: ['en'] });
  /** An embedder during whose call something happens. */
  const during = (work: () => Promise<unknown>): Embedder => ({
    ...current,
    embed: async (texts, purpose) => {
      await work();
      return current.embed(texts, purpose);
    },
  });
  const statusOf = async (id: number) =>
    (
      await world.db.query(sql`select embedding_status, embedding_model from tracks where id = ${id}::int`)
    )[0];
  beforeAll(() => seed(current));

  it('is not stored for a changed text, and its failure does not mark that text', async () => {
    const id = await world.addTrack({ title: 'edited', lyrics: verse('first draft') });
    const embedder = during(() => world.editTrack(id, verse('second draft')));
    await embedTrack(world.context({ embedder }), { trackId: id });
    expect(await statusOf(id)).toEqual({ embedding_status: 'pending', embedding_model: null });
    await embedTrack(world.context({ embedder: current }), { trackId: id });
    expect(await findFaults(world, current)).toEqual([]);
  });

  it('is not stored for a language that the model does not support', async () => {
    const id = await world.addTrack({ title: 'translated', lyrics: verse('translated song') });
    const embedder = during(() =>
      world.db.query(sql`update tracks set language = 'xx' where id = ${id}::int`),
    );
    await embedTrack(world.context({ embedder }), { trackId: id });
    expect(await statusOf(id)).toMatchObject({ embedding_status: 'pending' });
    await embedTrack(world.context({ embedder: current }), { trackId: id });
    expect(await statusOf(id)).toEqual({ embedding_status: 'unsupported_language', embedding_model: null });
    await world.db.query(sql`update tracks set language = 'en' where id = ${id}::int`);
    expect(await statusOf(id)).toMatchObject({ embedding_status: 'pending' });
  });

  it('of a model that is not in use is not stored, and the Worker names the missing model', async () => {
    const id = await world.addTrack({ title: 'alien', lyrics: verse('alien song') });
    const embedder = hashedEmbedder('model-alien');
    await expect(embedTrack(world.context({ embedder }), { trackId: id })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      detail: expect.stringContaining(current.model),
    });
    expect(await statusOf(id)).toEqual({ embedding_status: 'pending', embedding_model: null });
  });

  it('is kept without another request when the track has not changed', async () => {
    const id = await world.addTrack({ title: 'kept', lyrics: verse('kept song') });
    await embedTrack(world.context({ embedder: current }), { trackId: id });
    await world.db.query(sql`update tracks set embedding_status = 'failed' where id = ${id}::int`);
    const embedder = during(() => Promise.reject(new Error('asked again')));
    await embedTrack(world.context({ embedder }), { trackId: id });
    expect(await statusOf(id)).toEqual({ embedding_status: 'done', embedding_model: current.model });
  });
});
