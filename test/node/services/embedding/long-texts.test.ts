import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Row, type Sql, type Statement, sql } from '../../../../src/db/client.ts';
import { AppError } from '../../../../src/lib/errors.ts';
import type { Embedder } from '../../../../src/llm/types.ts';
import { byteLength } from '../../../../src/lyrics/text/cut-text.ts';
import { embedTrack } from '../../../../src/services/embedding/embed-track.ts';
import { reindexEmbeddings } from '../../../../src/services/embedding/reindex-embeddings.ts';
import { hashedEmbedder } from '../../../support/hashed-embedder.ts';
import { type EmbeddingWorld, findFaults, startEmbeddingWorld } from './embedding-world.ts';

/** Neon limits a request and a response to ten megabytes; this leaves a wide margin. */
const MAX_REQUEST_BYTES = 2_000_000;
const MAX_ANSWER_BYTES = 5_000_000;

const TEXTS: [string, string][] = [
  ['one line of 41,000 characters', Array.from({ length: 6000 }, (_, i) => `tok${i % 977}`).join(' ')],
  ['one word of 199,000', `a${'b'.repeat(199_000)}`],
  ['20,000 lines', Array.from({ length: 20_000 }, (_, i) => `line ${i}`).join('\n')],
  ['12,000 stanzas', Array.from({ length: 12_000 }, (_, i) => `[Verse ${i}]\nx${i}`).join('\n')],
  ['60,000 combining marks', `love me ${'a\u0301'.repeat(60_000)} now`],
];

/** A server that refuses inputs over its limit, as providers do. */
function strictEmbedder(model: string, maxInputBytes: number): Embedder {
  const inner = hashedEmbedder(model, { maxInputBytes });
  return {
    ...inner,
    embed: async (texts, purpose) => {
      if (texts.some((text) => text.trim() === '' || byteLength(text) > maxInputBytes)) {
        throw new AppError('UPSTREAM_REJECTED', 'The embedding model refused the request.');
      }
      return inner.embed(texts, purpose);
    },
  };
}

let world: EmbeddingWorld;
let largest: { request: number; answer: number };
/** Records the size of the largest request and of the largest response. */
function measured(db: Sql): Sql {
  const note = (statements: readonly Statement[], rows: readonly unknown[]) => {
    largest.request = Math.max(largest.request, byteLength(JSON.stringify(statements)));
    largest.answer = Math.max(largest.answer, byteLength(JSON.stringify(rows)));
  };
  return {
    query: async <T>(statement: Statement) => {
      const rows = await db.query<T>(statement);
      note([statement], rows);
      return rows;
    },
    batch: async (statements, options): Promise<Row[][]> => {
      const rows = await db.batch(statements, options);
      note(statements, rows);
      return rows;
    },
  };
}

beforeAll(async () => {
  world = await startEmbeddingWorld();
}, 120_000);
afterAll(() => world.close());
beforeEach(async () => {
  largest = { request: 0, answer: 0 };
  await world.db.batch([
    sql`delete from tracks`,
    sql`delete from analysis_results`,
    sql`update embedding_models set model = null`,
  ]);
});

describe('a long text', () => {
  it.each(TEXTS)(
    'is embedded in requests of bounded size: %s',
    async (title, lyrics) => {
      for (const maxInputBytes of [500, 32_000]) {
        const embedder = strictEmbedder('strict', maxInputBytes);
        const id = await world.addTrack({ title, lyrics });
        await embedTrack(world.context({ embedder }, measured(world.db)), { trackId: id });
        expect(
          await world.db.query(sql`select embedding_status as status from tracks where id = ${id}::int`),
        ).toEqual([{ status: 'done' }]);
        expect(await findFaults(world, embedder)).toEqual([]);
        await world.db.query(sql`delete from tracks`);
      }
      expect(largest.request).toBeLessThan(MAX_REQUEST_BYTES);
    },
    60_000,
  );

  it('keeps reads and writes of a model change within the limits of Neon', async () => {
    const embedder = strictEmbedder('before', 8000);
    // Texts of 7 MB and analyses of 6 MB, more than one answer may hold.
    for (let n = 0; n < 20; n++) {
      const id = await world.addTrack({
        title: `Long ${n}`,
        lyrics: `song ${n} ${'словно река '.repeat(16_000)}`,
      });
      await world.analyze(id, `Summary ${n} ${'of many words '.repeat(20_000)}`);
    }
    const next = strictEmbedder('after', 8000);
    const done = await reindexEmbeddings(world.context({ embedder }, measured(world.db)), { embedder: next });
    expect(done).toEqual({ tracks: 20, analyses: 20, unreadable: 0 });
    expect(await findFaults(world, next)).toEqual([]);
    expect(largest.answer).toBeLessThan(MAX_ANSWER_BYTES);
    expect(largest.request).toBeLessThan(MAX_REQUEST_BYTES);
  }, 120_000);
});
