import type { ServiceContext } from '../../context.ts';
import { findTracksWithoutVector } from '../../db/queries/catalogue-analyses.ts';

/** The number that fits into one slot of the schedule. */
const MAX_TRACKS = 1000;

type Context = Pick<ServiceContext, 'sql' | 'queues' | 'embedder' | 'breaker'>;

/**
 * Sends tracks after `afterId` whose analysis has no vector, enough for one slot; `next` is where the next call
 * continues, so failing tracks do not block others. Sends nothing while the embedding model's circuit is open.
 */
export async function enqueueAnalysisVectors(
  ctx: Context,
  afterId: number,
): Promise<{ counts: { sent: number }; next: number }> {
  if (ctx.embedder === null) return { counts: { sent: 0 }, next: 0 };
  const { state } = await ctx.breaker('embeddings').status();
  if (state === 'open') return { counts: { sent: 0 }, next: afterId };
  const ids = await findTracksWithoutVector(ctx.sql, { afterId, limit: MAX_TRACKS });
  await ctx.queues.analysis.send(ids.map((id) => ({ type: 'analysis.embed', track_id: id })));
  return { counts: { sent: ids.length }, next: ids.length < MAX_TRACKS ? 0 : (ids.at(-1) ?? 0) };
}
