import type { ServiceContext } from '../../context.ts';
import { retryFailedWork } from '../../db/queries/track-failures.ts';

/** A slot has 15 minutes, enough for a model to embed some thousands of songs. */
const MAX_TRACKS = 2000;

/**
 * Sets failed embeddings and analyses that are due for a retry back to waiting, so that `resumeTrackWork` sends them
 * (`due` false: all except those that can never succeed). Embeddings are skipped while their model is not configured
 * or its circuit is open. Returns how many.
 */
export async function retryFailedTracks(
  ctx: Pick<ServiceContext, 'sql' | 'embedder' | 'breaker'>,
  { due = true }: { due?: boolean } = {},
): Promise<{ embeddings: number; analyses: number }> {
  const limit = MAX_TRACKS;
  const isAway = ctx.embedder === null || (await ctx.breaker('embeddings').status()).state === 'open';
  return {
    embeddings: isAway ? 0 : await retryFailedWork(ctx.sql, { work: 'embedding', due, limit }),
    analyses: await retryFailedWork(ctx.sql, { work: 'analysis', due, limit }),
  };
}
