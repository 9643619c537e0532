import type { ServiceContext } from '../../context.ts';
import { findTracksWithoutVector } from '../../db/queries/catalogue-analyses.ts';

/** As many as a slot of the schedule can hold. */
const MAX_TRACKS = 1000;

type Context = Pick<ServiceContext, 'sql' | 'queues' | 'embedder' | 'breaker'>;

/**
 * Sends tracks after `afterId` whose analysis has no vector, a slot's worth; `next` is where the next call goes on, so that
 * those that fail keep no others waiting. Sends none while the embedding model's circuit is open.
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
