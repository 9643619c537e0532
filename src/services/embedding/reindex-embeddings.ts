import type { ServiceContext } from '../../context.ts';
import type { Sql } from '../../db/client.ts';
import type { AnalysisToEmbed } from '../../db/queries/catalogue-analyses.ts';
import { setNextModel } from '../../db/queries/embedding-model.ts';
import {
  countWithoutNext,
  findAnalysesWithoutNext,
  findTextsWithoutNext,
  indexNextEmbeddings,
  storeNextAnalysisEmbedding,
  storeNextEmbedding,
  switchToNextEmbeddings,
  type TextToEmbed,
} from '../../db/queries/next-embeddings.ts';
import { AppError } from '../../lib/errors.ts';
import { requireScope } from '../../lib/rbac.ts';
import type { Embedder } from '../../llm/types.ts';
import { describeAnalysis } from './describe-analysis.ts';
import { embedPassages } from './embed-passages.ts';
import { embedTexts } from './embed-texts.ts';

const PAGE = 50;
/**
 * Maximum number of rows stored between the last check and the switch; they lack a vector until the schedule makes it.
 */
const TOLERATED = 50;
const MAX_ROUNDS = 10;

type Context = Pick<ServiceContext, 'sql' | 'actor' | 'breaker' | 'state' | 'metrics' | 'clock' | 'log'>;

export interface ReindexOptions {
  /** The embedder of the new model. */
  embedder: Embedder;
  /** For statements that take longer than the database's default limit; absent: the context's own client. */
  buildSql?: Sql;
  onProgress?: (done: number, total: number) => void;
}

async function embedText(ctx: Context, embedder: Embedder, text: TextToEmbed): Promise<void> {
  const embedded = embedder.supports(text.language) ? await embedPassages(ctx, embedder, text.lyrics) : null;
  await storeNextEmbedding(ctx.sql, {
    trackId: text.id,
    textHash: text.text_hash,
    language: text.language,
    model: embedder.model,
    vector: embedded?.vector ?? null,
    passages: embedded?.passages ?? [],
  });
}

/** Returns how many of the analyses were embedded; those that cannot be read are left out. */
async function embedAnalyses(
  ctx: Context,
  embedder: Embedder,
  rows: readonly AnalysisToEmbed[],
): Promise<number> {
  const readable = rows.flatMap((row) => {
    const text = describeAnalysis(ctx, row);
    return text === null ? [] : [{ ...row, text }];
  });
  if (readable.length === 0) return 0;
  const texts = readable.map(({ text }) => text);
  const vectors = await embedTexts(ctx, embedder, texts, 'document');
  for (const [i, { id, version }] of readable.entries()) {
    const vector = vectors[i];
    if (vector !== undefined)
      await storeNextAnalysisEmbedding(ctx.sql, { analysisId: id, version, model: embedder.model, vector });
  }
  return readable.length;
}

interface Done {
  tracks: number;
  analyses: number;
  /** Stored analyses of another shape, which have no vector. */
  unreadable: number;
}

/** Embeds once everything that has no vector of the model yet, and adds to `done`; what cannot be read is counted anew. */
async function fillOnce(ctx: Context, options: ReindexOptions, done: Done): Promise<void> {
  const { embedder, onProgress } = options;
  const { model } = embedder;
  const left = await countWithoutNext(ctx.sql, model);
  done.unreadable = 0;
  const total = done.tracks + done.analyses + left.tracks + left.analyses;
  const report = (): void => onProgress?.(done.tracks + done.analyses + done.unreadable, total);
  for (let afterId = 0; ; ) {
    const texts = await findTextsWithoutNext(ctx.sql, { model, afterId, limit: PAGE });
    for (const text of texts) {
      await embedText(ctx, embedder, text);
      done.tracks += 1;
      afterId = text.id;
      report();
    }
    if (texts.length === 0) break;
  }
  for (let afterId = 0; ; ) {
    const rows = await findAnalysesWithoutNext(ctx.sql, { model, afterId, limit: PAGE });
    if (rows.length === 0) break;
    const embedded = await embedAnalyses(ctx, embedder, rows);
    done.analyses += embedded;
    done.unreadable += rows.length - embedded;
    afterId = rows.at(-1)?.id ?? afterId;
    report();
  }
}

/**
 * Changes the embedding model without an interruption: every text and analysis gets a vector of the new model next to
 * the one in use, both are indexed, rows stored in the meantime are caught up with, and the new vectors replace the
 * old ones in one transaction, which counts again under a lock. The few rows stored at the very end get their vector
 * from the schedule. Results of an earlier run are kept. A stored analysis that cannot be read is logged, counted and left
 * without a vector. Throws UPSTREAM_UNAVAILABLE if the model does not answer, and
 * CONFLICT if songs arrive faster than they are embedded; the old vectors then stay in use.
 */
export async function reindexEmbeddings(ctx: Context, options: ReindexOptions): Promise<Done> {
  requireScope(ctx.actor, 'catalogue:write');
  const { buildSql = ctx.sql } = options;
  const { model } = options.embedder;
  const done = { tracks: 0, analyses: 0, unreadable: 0 };
  await setNextModel(ctx.sql, model);
  await fillOnce(ctx, options, done);
  await indexNextEmbeddings(buildSql);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    await fillOnce(ctx, options, done);
    const tolerated = TOLERATED + done.unreadable;
    if (await switchToNextEmbeddings(buildSql, { model, tolerated })) return done;
  }
  throw new AppError(
    'CONFLICT',
    'Songs are stored faster than they are embedded: pause the imports and run it again.',
  );
}
