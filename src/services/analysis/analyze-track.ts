import type { ServiceContext } from '../../context.ts';
import { makeCurrent, setAnalysisStatus, setTrackLanguage } from '../../db/queries/catalogue-analyses.ts';
import { findTrackText } from '../../db/queries/embeddings.ts';
import { describeError } from '../../lib/errors.ts';
import { embedAnalysis } from '../embedding/embed-analysis.ts';
import { languageOf } from '../songs/prepare-lyrics.ts';
import { type AnalysisContext, analyzeText } from './analyze-text.ts';
import { CATALOGUE_TEMPERATURE } from './current-analyzer.ts';

const TIMEOUT_MS = 60_000;

type Context = AnalysisContext & Pick<ServiceContext, 'embedder' | 'nextEmbedder' | 'config'>;

/** From this delivery of the message on, the engine replaces a model that does not answer. */
const PATIENCE = 3;

/**
 * Analyses a stored track. An analysis by the current analyser that Postgres already holds is not requested again, and
 * becomes the track's if another has taken its place. The language of the song is that which the present engine hears. If
 * the model does not answer, the failure is thrown and the message is retried; the engine answers at the third
 * attempt, or immediately if the model's answer is unusable. The schedule asks the model again later.
 */
export async function analyzeTrack(ctx: Context, input: { trackId: number; attempt: number }): Promise<void> {
  const track = await findTrackText(ctx.sql, input.trackId);
  if (track === null || track.lyrics === null) return;
  const { analysisId } = await analyzeText(ctx, {
    text: track.lyrics,
    choice: 'auto',
    temperature: CATALOGUE_TEMPERATURE,
    useCache: true,
    timeoutMs: TIMEOUT_MS,
    priority: 'background',
    onLimit: input.attempt < PATIENCE ? 'retry' : 'fallback',
    track: { id: track.id, artist: track.artist, title: track.title },
  });
  if (analysisId !== null) await makeCurrent(ctx.sql, analysisId);
  const language = languageOf(track.lyrics, track.language);
  if (language !== track.language)
    await setTrackLanguage(ctx.sql, { trackId: track.id, textHash: track.text_hash, language });
  await setAnalysisStatus(ctx.sql, { trackId: track.id, status: 'done' });
  await tryToEmbed(ctx, track.id);
}

/** The analysis is complete without its vector, which only comparisons need; the schedule makes a missing one. */
async function tryToEmbed(ctx: Context, trackId: number): Promise<void> {
  try {
    await embedAnalysis(ctx, { trackId });
  } catch (error) {
    ctx.log.warn('analysis not embedded', { track_id: trackId, error: describeError(error) });
  }
}
