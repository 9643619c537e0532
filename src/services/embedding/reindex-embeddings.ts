import type { ServiceContext } from '../../context.ts';
import type { Sql } from '../../db/client.ts';
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
import type { Analysis } from '../../lyrics/contract.ts';
import { describeAnalysis } from './embed-analysis.ts';
import { embedPassages } from './embed-passages.ts';
import { embedTexts } from './embed-texts.ts';

const PAGE = 50;

type Context = Pick<ServiceContext, 'sql' | 'actor' | 'breaker' | 'state' | 'metrics' | 'clock'>;

export interface ReindexOptions {
  /** Of the model that is to take over. */
  embedder: Embedder;
  /** For what takes longer than the database's default limit; absent: the context's own. */
  buildSql?: Sql;
  onProgress?: (done: number, total: number) => void;
}

async function embedText(ctx: Context, embedder: Embedder, text: TextToEmbed): Promise<void> {
  const embedded = embedder.supports(text.language) ? await embedPassages(ctx, embedder, text.lyrics) : null;
  await storeNextEmbedding(ctx.sql, {
    trackId: text.id,
    textHash: text.text_hash,
    model: embedder.model,
    vector: embedded?.vector ?? null,
    passages: embedded?.passages ?? [],
  });
}

async function embedAnalyses(
  ctx: Context,
  embedder: Embedder,
  rows: readonly { id: number; analysis_data: unknown }[],
): Promise<void> {
  const texts = rows.map((row) => describeAnalysis(row.analysis_data as Analysis));
  const vectors = await embedTexts(ctx, embedder, texts, 'document');
  for (const [i, { id }] of rows.entries()) {
    const vector = vectors[i];
    if (vector !== undefined)
      await storeNextAnalysisEmbedding(ctx.sql, { analysisId: id, model: embedder.model, vector });
  }
}

/**
 * Changes the embedding model without a gap: every text and analysis gets a vector of the new model beside the one in
 * use, both are indexed, and once nothing is left out the new ones take over in one transaction. What an earlier run
 * did is kept; what is stored meanwhile is caught up with. Throws UPSTREAM_UNAVAILABLE where the model does not answer.
 */
export async function reindexEmbeddings(
  ctx: Context,
  options: ReindexOptions,
): Promise<{ tracks: number; analyses: number }> {
  requireScope(ctx.actor, 'catalogue:write');
  const { embedder } = options;
  const { model } = embedder;
  const done = { tracks: 0, analyses: 0 };
  for (;;) {
    const left = await countWithoutNext(ctx.sql, model);
    if (left.tracks + left.analyses === 0) break;
    const before = done.tracks + done.analyses;
    const total = before + left.tracks + left.analyses;
    for (let afterId = 0; ; ) {
      const texts = await findTextsWithoutNext(ctx.sql, { model, afterId, limit: PAGE });
      for (const text of texts) {
        await embedText(ctx, embedder, text);
        done.tracks += 1;
        afterId = text.id;
        options.onProgress?.(done.tracks + done.analyses, total);
      }
      if (texts.length < PAGE) break;
    }
    for (let afterId = 0; ; ) {
      const rows = await findAnalysesWithoutNext(ctx.sql, { model, afterId, limit: PAGE });
      if (rows.length > 0) await embedAnalyses(ctx, embedder, rows);
      done.analyses += rows.length;
      afterId = rows.at(-1)?.id ?? afterId;
      options.onProgress?.(done.tracks + done.analyses, total);
      if (rows.length < PAGE) break;
    }
    if (done.tracks + done.analyses === before) {
      throw new AppError('CONFLICT', 'Some texts cannot be embedded: they change as fast as they are read.');
    }
  }
  const { buildSql = ctx.sql } = options;
  await indexNextEmbeddings(buildSql);
  await switchToNextEmbeddings(buildSql);
  return done;
}
