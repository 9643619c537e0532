import type { ServiceContext } from '../../context.ts';
import { findVectorless, storeAnalysisEmbedding } from '../../db/queries/catalogue-analyses.ts';
import { findStoredModel } from '../../db/queries/embedding-model.ts';
import { currentEmbedder } from './current-embedder.ts';
import { describeAnalysis } from './describe-analysis.ts';
import { embedTexts } from './embed-texts.ts';

type Context = Pick<
  ServiceContext,
  'sql' | 'config' | 'embedder' | 'nextEmbedder' | 'breaker' | 'state' | 'metrics' | 'clock' | 'log'
>;

/**
 * Makes the vector of a track's current analysis, unless it has one, the model in use is not configured, or (logged) the stored
 * analysis cannot be read. Throws UPSTREAM_UNAVAILABLE or UPSTREAM_REJECTED.
 */
export async function embedAnalysis(ctx: Context, input: { trackId: number }): Promise<void> {
  const embedder = await currentEmbedder(ctx);
  if (embedder === null) return;
  const standing = await findVectorless(ctx.sql, input.trackId);
  if (standing === null) return;
  const modelInUse = await findStoredModel(ctx.sql);
  if (modelInUse !== null && modelInUse !== embedder.model) return;
  const text = describeAnalysis(ctx, standing);
  if (text === null) return;
  const [vector] = await embedTexts(ctx, embedder, [text], 'document');
  if (vector === undefined) throw new Error('the embedder gave no vector for the analysis');
  await storeAnalysisEmbedding(ctx.sql, {
    analysisId: standing.id,
    version: standing.version,
    model: embedder.model,
    vector,
  });
}
