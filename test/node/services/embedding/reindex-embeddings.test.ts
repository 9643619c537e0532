import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type DrawnEmbeddings,
  startDrawnEmbeddings,
} from '../../../../scripts/bench/search/drawn-embeddings.ts';
import { DRAWN_MODEL } from '../../../../scripts/bench/search/fill-tables.ts';
import { readCatalogueModel } from '../../../../scripts/lab/catalogue-model.ts';
import { drawQueries } from '../../../../scripts/lab/synthesize.ts';
import { type LocalPostgres, startPostgres } from '../../../../scripts/local/postgres/server.ts';
import { migrate } from '../../../../scripts/migrate.ts';
import { readEngineAssets } from '../../../../scripts/read-lexicon.ts';
import { createContainer } from '../../../../src/container.ts';
import { createSql, type Sql, sql } from '../../../../src/db/client.ts';
import { NO_FILTERS } from '../../../../src/db/queries/track-filters.ts';
import type { Env } from '../../../../src/env.ts';
import { sha256Hex } from '../../../../src/lib/hash.ts';
import { createEmbedder } from '../../../../src/llm/embedder.ts';
import type { Embedder } from '../../../../src/llm/types.ts';
import { embedTrack } from '../../../../src/services/embedding/embed-track.ts';
import { reindexEmbeddings } from '../../../../src/services/embedding/reindex-embeddings.ts';
import { searchLyrics } from '../../../../src/services/search/search-lyrics.ts';
import { migratedTemplate } from '../../../support/migrated-template.ts';

const NEXT = 'another-model';
const VERSE = 'Carry me over the river of light\nCarry me home at the end of the night';

async function seedTrack(db: Sql, song: { title: string; lyrics: string }): Promise<number> {
  const [, rows] = await db.batch([
    sql`insert into artists (name) values ('Sample Artist') on conflict do nothing`,
    sql`
      insert into tracks (artist_id, source, artist, title, language, lyrics, lyrics_state, text_hash, embedding_status)
      select id, 'import', name, ${song.title}::text, 'en', ${song.lyrics}::text, 'ok',
        ${await sha256Hex(song.lyrics)}::text, 'pending'
      from artists where name = 'Sample Artist' returning id`,
  ]);
  return Number(rows?.[0]?.id);
}

let postgres: LocalPostgres;
let old: DrawnEmbeddings;
let next: Embedder;
let openContext: ReturnType<typeof createContainer>;
let db: Sql;
const ids: number[] = [];

const vars = (): Record<string, string> => ({
  ...old.vars,
  ENVIRONMENT: 'local',
  DATABASE_URL: postgres.databaseUrl,
  DATABASE_FETCH_ENDPOINT: postgres.fetchEndpoint,
  LOG_LEVEL: 'error',
});
const context = (more: Record<string, string> = {}) =>
  openContext({
    env: { ...vars(), ...more } as Env,
    requestId: 'test',
    actor: { type: 'operator' },
    waitUntil: () => undefined,
  });
/** A Worker that is configured with the next model. */
const ready = () => context({ EMBEDDINGS_NEXT_MODEL: NEXT });
const search = (ctx: ReturnType<typeof context>) =>
  searchLyrics(ctx, {
    q: 'river of light',
    mode: 'hybrid',
    filters: NO_FILTERS,
    facets: [],
    limit: 10,
    cursor: null,
  });

/** An isolate asks every five seconds which model the stored vectors are of. */
const passLookAgain = () => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6000 });
afterEach(() => {
  vi.useRealTimers();
});

beforeAll(async () => {
  const model = await readCatalogueModel();
  [postgres, old] = await Promise.all([
    startPostgres({ template: await migratedTemplate() }),
    startDrawnEmbeddings(drawQueries(model, { count: 50, seed: 'test' })),
  ]);
  await migrate(postgres.migrationUrl);
  openContext = createContainer(await readEngineAssets());
  db = createSql({ url: postgres.databaseUrl, fetchEndpoint: postgres.fetchEndpoint });
  next = createEmbedder({ baseUrl: old.vars.EMBEDDINGS_BASE_URL ?? '', apiKey: 'k', model: NEXT });
  for (const title of ['One', 'Two', 'Three']) {
    const id = await seedTrack(db, { title, lyrics: `${VERSE}\n${title} is another line of it` });
    await embedTrack(context(), { trackId: id });
    ids.push(id);
  }
}, 60_000);
afterAll(async () => {
  await postgres.close();
  await old.close();
});

describe('a change of the embedding model', () => {
  it('does not change searches while it runs or after an interrupted run', async () => {
    let embedded = 0;
    const failing: Embedder = {
      ...next,
      embed: (texts, purpose) =>
        embedded++ < 1 ? next.embed(texts, purpose) : Promise.reject(new Error('the model is gone')),
    };
    await expect(reindexEmbeddings(context(), { embedder: failing })).rejects.toThrow('the model is gone');
    for (const ctx of [context(), ready()]) {
      const answer = await search(ctx);
      expect(answer).toMatchObject({ embedding_model: DRAWN_MODEL, degraded: false, total: ids.length });
    }
    const [row] = await db.query<{ count: number }>(
      sql`select count(*)::int as count from tracks where next_embedding_model = ${NEXT}::text`,
    );
    expect(row?.count).toBe(1);
  });

  it('switches when every text has its vector, and resumes where it stopped', async () => {
    const done = await reindexEmbeddings(context(), { embedder: next });
    expect(done).toEqual({ tracks: ids.length - 1, analyses: 0, unreadable: 0 });
    passLookAgain();
    const answer = await search(ready());
    expect(answer).toMatchObject({ embedding_model: NEXT, degraded: false, total: ids.length });
    expect(answer.items.every(({ why }) => why.similarity !== null && why.passage !== null)).toBe(true);
  });

  it('makes a Worker that knows only the old model answer by words and say why', async () => {
    const answer = await search(context());
    expect(answer).toMatchObject({ degraded: true, reason: 'embeddings_of_another_model' });
    expect(answer.total).toBe(ids.length);
  });

  it('embeds songs stored since then with the model in use', async () => {
    const id = await seedTrack(db, { title: 'Four', lyrics: `${VERSE}\nOne more` });
    await embedTrack(ready(), { trackId: id });
    expect(await db.query(sql`select embedding_model from tracks where id = ${id}::int`)).toEqual([
      { embedding_model: NEXT },
    ]);
    expect((await search(ready())).total).toBe(ids.length + 1);
  });

  it('can be followed by another change', async () => {
    const third = createEmbedder({
      baseUrl: old.vars.EMBEDDINGS_BASE_URL ?? '',
      apiKey: 'k',
      model: 'third',
    });
    await reindexEmbeddings(context(), { embedder: third });
    passLookAgain();
    const answer = await search(context({ EMBEDDINGS_NEXT_MODEL: 'third' }));
    expect(answer).toMatchObject({ embedding_model: 'third', degraded: false, total: ids.length + 1 });
  });
});
