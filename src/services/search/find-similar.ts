import type { ServiceContext } from '../../context.ts';
import { findTrackText } from '../../db/queries/embeddings.ts';
import { findSimilarTracks, type SimilarityWeights } from '../../db/queries/similar.ts';
import { AppError } from '../../lib/errors.ts';

export type SimilarBy = 'lyrics' | 'audio' | 'analysis' | 'combined';

const WEIGHTS: Record<SimilarBy, SimilarityWeights> = {
  lyrics: { lyrics: 1, audio: 0, analysis: 0 },
  audio: { lyrics: 0, audio: 1, analysis: 0 },
  analysis: { lyrics: 0, audio: 0, analysis: 1 },
  combined: { lyrics: 0.5, audio: 0.25, analysis: 0.25 },
};

function weightsOf(by: SimilarBy, text: string | null): SimilarityWeights {
  if (text === null) return WEIGHTS[by];
  const fault = (message: string) =>
    new AppError('VALIDATION_FAILED', 'The weights cannot be used.', {
      errors: [{ path: 'query.weights', code: 'CUSTOM', message }],
    });
  if (by !== 'combined') throw fault('is only for by=combined');
  const [lyrics = 0, audio = 0, analysis = 0] = text.split(',').map(Number);
  if (lyrics + audio + analysis <= 0) throw fault('at least one must be above 0');
  return { lyrics, audio, analysis };
}

/** Songs most like the given one, in the asked space. Throws NOT_FOUND. */
export async function findSimilar(
  ctx: Pick<ServiceContext, 'sql'>,
  input: { trackId: number; by: SimilarBy; weights: string | null; limit: number },
) {
  const weights = weightsOf(input.by, input.weights);
  const track = await findTrackText(ctx.sql, input.trackId);
  if (track === null) throw new AppError('NOT_FOUND', `There is no track ${input.trackId}.`);
  const items = await findSimilarTracks(ctx.sql, { trackId: input.trackId, weights, limit: input.limit });
  return { track_id: input.trackId, by: input.by, items };
}
