import type { ServiceContext } from '../../context.ts';
import { retryFailedWork } from '../../db/queries/track-failures.ts';

/** A slot has 15 minutes, in which a model embeds some thousands of songs. */
const MAX_TRACKS = 2000;

/**
 * Lets embeddings and analyses wait again that failed and whose next try is due (`due` false: all but those that can never
 * succeed), so that `resumeTrackWork` sends them. Embeddings are left alone while their model is not configured or its
 * circuit is open. Answers how many.
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
