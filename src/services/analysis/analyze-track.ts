import type { ServiceContext } from '../../context.ts';
import { setAnalysisStatus, storeAnalysisEmbedding } from '../../db/queries/analyses.ts';
import { findTrackText } from '../../db/queries/embeddings.ts';
import { describeError } from '../../lib/errors.ts';
import type { Analysis } from '../../lyrics/contract.ts';
import { type AnalysisContext, analyzeText } from './analyze-text.ts';
import { callModel } from './call-model.ts';

const TIMEOUT_MS = 60_000;
const TEMPERATURE = 0.1;

type Context = AnalysisContext & Pick<ServiceContext, 'embedder'>;

/** Analyses a stored track, once: finished work is not repeated. */
export async function analyzeTrack(ctx: Context, input: { trackId: number }): Promise<void> {
  const track = await findTrackText(ctx.sql, input.trackId);
  if (track === null || track.lyrics === null || track.analysis_status === 'done') return;
  const { analysis, analysisId } = await analyzeText(ctx, {
    text: track.lyrics,
    choice: 'auto',
    temperature: TEMPERATURE,
    useCache: true,
    timeoutMs: TIMEOUT_MS,
    track: { id: track.id, artist: track.artist, title: track.title },
  });
  if (analysisId !== null) await embedAnalysis(ctx, analysisId, analysis);
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
  const { embedder } = ctx;
  if (embedder === null) return;
  try {
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
