import type { ServiceContext } from '../../context.ts';
import { storeAnalysisEmbedding } from '../../db/queries/analyses.ts';
import { describeError } from '../../lib/errors.ts';
import type { Analysis } from '../../lyrics/contract.ts';
import { currentEmbedder } from './current-embedder.ts';
import { embedTexts } from './embed-texts.ts';

type Context = Pick<
  ServiceContext,
  'sql' | 'config' | 'embedder' | 'nextEmbedder' | 'breaker' | 'state' | 'metrics' | 'clock' | 'log'
>;

/** What an analysis says, in words: the text whose vector stands for it. */
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

/** The analysis' vector only serves recommendations: without it the analysis is still done. */
export async function embedAnalysis(ctx: Context, analysisId: number, analysis: Analysis): Promise<void> {
  try {
    const embedder = await currentEmbedder(ctx);
    if (embedder === null) return;
    const [vector] = await embedTexts(ctx, embedder, [describeAnalysis(analysis)], 'document');
    if (vector !== undefined) {
      await storeAnalysisEmbedding(ctx.sql, { analysisId, model: embedder.model, vector });
    }
  } catch (error) {
    ctx.log.warn('analysis not embedded', { analysis_id: analysisId, error: describeError(error) });
  }
}
