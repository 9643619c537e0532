import type { ServiceContext } from '../../context.ts';
import { setAnalysisStatus, storeAnalysisEmbedding } from '../../db/queries/analyses.ts';
import { findTrackText } from '../../db/queries/embeddings.ts';
import { describeError } from '../../lib/errors.ts';
import type { Analysis } from '../../lyrics/contract.ts';
import { type AnalysisContext, analyzeText } from './analyze-text.ts';
import { callModel } from './call-model.ts';
import { CATALOGUE_TEMPERATURE } from './current-analyzer.ts';
import { currentEmbedder } from './current-embedder.ts';

const TIMEOUT_MS = 60_000;

type Context = AnalysisContext & Pick<ServiceContext, 'embedder' | 'nextEmbedder' | 'config'>;

/** From this delivery of the message on, the engine stands in for a model that does not answer. */
const PATIENCE = 3;

/**
 * Analyses a stored track: what Postgres holds of the current analyser is not asked for again. Where the model does not
 * answer, the failure is thrown and the message comes back later; the engine stands in at the third try, and at once for an
 * answer that is of no use. The schedule asks the model again another day.
 */
export async function analyzeTrack(ctx: Context, input: { trackId: number; attempt: number }): Promise<void> {
  const track = await findTrackText(ctx.sql, input.trackId);
  if (track === null || track.lyrics === null) return;
  const { analysis, analysisId, cached } = await analyzeText(ctx, {
    text: track.lyrics,
    choice: 'auto',
    temperature: CATALOGUE_TEMPERATURE,
    useCache: true,
    timeoutMs: TIMEOUT_MS,
    priority: 'background',
    onFailure: input.attempt < PATIENCE ? 'retry' : 'engine',
    track: { id: track.id, artist: track.artist, title: track.title },
  });
  if (analysisId !== null && !cached) await embedAnalysis(ctx, analysisId, analysis);
  await setAnalysisStatus(ctx.sql, { trackId: track.id, status: 'done' });
}

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
async function embedAnalysis(ctx: Context, analysisId: number, analysis: Analysis): Promise<void> {
  try {
    const embedder = await currentEmbedder(ctx);
    if (embedder === null) return;
    const [vector] = await callModel(ctx, 'embeddings', () =>
      embedder.embed([describeAnalysis(analysis)], 'document'),
    );
    if (vector !== undefined) {
      await storeAnalysisEmbedding(ctx.sql, { analysisId, model: embedder.model, vector });
    }
  } catch (error) {
    ctx.log.warn('analysis not embedded', { analysis_id: analysisId, error: describeError(error) });
  }
}
