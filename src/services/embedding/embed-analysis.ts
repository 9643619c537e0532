import type { ServiceContext } from '../../context.ts';
import { findVectorless, storeAnalysisEmbedding } from '../../db/queries/catalogue-analyses.ts';
import { findStoredModel } from '../../db/queries/embedding-model.ts';
import type { Analysis } from '../../lyrics/contract.ts';
import { currentEmbedder } from './current-embedder.ts';
import { embedTexts } from './embed-texts.ts';

type Context = Pick<
  ServiceContext,
  'sql' | 'config' | 'embedder' | 'nextEmbedder' | 'breaker' | 'state' | 'metrics' | 'clock'
>;

/** An analysis in words: the text that is embedded for it. */
export function describeAnalysis(analysis: Analysis): string {
  const { themes, sentiment, emotional_profile, style, summary } = analysis;
  const parts = [
    themes.length > 0 ? `About ${themes.map(({ theme }) => theme.replaceAll('_', ' ')).join(', ')}.` : '',
    `The mood is ${[sentiment, emotional_profile.dominant].filter(Boolean).join(', ')}.`,
    [style.subgenre, style.voice, style.tone].filter(Boolean).join(', '),
    summary ?? '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/**
 * Makes the vector of a track's current analysis, unless it has one or the model in use is not configured. Throws
 * UPSTREAM_UNAVAILABLE or UPSTREAM_REJECTED.
 */
export async function embedAnalysis(ctx: Context, input: { trackId: number }): Promise<void> {
  const embedder = await currentEmbedder(ctx);
  if (embedder === null) return;
  const standing = await findVectorless(ctx.sql, input.trackId);
  if (standing === null) return;
  const modelInUse = await findStoredModel(ctx.sql);
  if (modelInUse !== null && modelInUse !== embedder.model) return;
  const text = describeAnalysis(standing.analysis_data);
  const [vector] = await embedTexts(ctx, embedder, [text], 'document');
  if (vector === undefined) throw new Error('the embedder gave no vector for the analysis');
  await storeAnalysisEmbedding(ctx.sql, {
    analysisId: standing.id,
    version: standing.version,
    model: embedder.model,
    vector,
  });
}
