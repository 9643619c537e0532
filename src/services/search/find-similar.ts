import type { ServiceContext } from '../../context.ts';
import { findSimilarTracks, findSpaces, type SimilarityWeights } from '../../db/queries/similar.ts';
import { AppError } from '../../lib/errors.ts';
import type { TrackFilterInput } from './filters.ts';

export type SimilarBy = 'lyrics' | 'audio' | 'analysis' | 'combined';

const WEIGHTS: Record<SimilarBy, SimilarityWeights> = {
  lyrics: { lyrics: 1, audio: 0, analysis: 0 },
  audio: { lyrics: 0, audio: 1, analysis: 0 },
  analysis: { lyrics: 0, audio: 0, analysis: 1 },
  combined: { lyrics: 0.5, audio: 0.25, analysis: 0.25 },
};

function weightsOf(by: SimilarBy, weights: SimilarityWeights | null): SimilarityWeights {
  if (weights === null) return WEIGHTS[by];
  if (by === 'combined') return weights;
  throw new AppError('VALIDATION_FAILED', 'The weights cannot be used.', {
    errors: [{ path: 'query.weights', code: 'CUSTOM', message: 'is only for by=combined' }],
  });
}

export interface SimilarInput {
  trackId: number;
  by: SimilarBy;
  /** Only for by=combined; null means the default weights. */
  weights: SimilarityWeights | null;
  excludeArtist: boolean;
  filters: TrackFilterInput;
  limit: number;
}

/** Songs most similar to the given one in the requested space. Throws NOT_FOUND. */
export async function findSimilar(ctx: Pick<ServiceContext, 'sql'>, input: SimilarInput) {
  const { trackId, by, excludeArtist, filters, limit } = input;
  const weights = weightsOf(by, input.weights);
  const items = await findSimilarTracks(ctx.sql, { trackId, weights, excludeArtist, filters, limit });
  const reason = items.length > 0 ? null : await explainNothing(ctx, trackId, weights);
  return { track_id: trackId, by, reason, items };
}

/**
 * Why no song is similar: the track does not exist (NOT_FOUND), it has no vector to compare, or the filters exclude
 * all songs.
 */
async function explainNothing(
  ctx: Pick<ServiceContext, 'sql'>,
  trackId: number,
  weights: SimilarityWeights,
): Promise<string | null> {
  const spaces = await findSpaces(ctx.sql, trackId);
  if (spaces === null) throw new AppError('NOT_FOUND', `There is no track ${trackId}.`);
  const comparable = (['lyrics', 'audio', 'analysis'] as const).some(
    (space) => weights[space] > 0 && spaces[space],
  );
  return comparable ? null : 'no_vector';
}
