import type { ServiceContext } from '../../context.ts';
import { finishRunIfEmpty } from '../../db/queries/runs.ts';
import { enqueueEnrichment } from '../enrichment/enqueue-enrichment.ts';

const MAX_TRACKS = 1000;

/**
 * Closes the run once nothing of it is left, and then has its artist's songs looked for on Spotify: not earlier,
 * since that waits for another host and would hold up the scraping behind it.
 */
export async function finishRun(
  ctx: Pick<ServiceContext, 'sql' | 'queues' | 'config'>,
  runId: number,
): Promise<void> {
  const closed = await finishRunIfEmpty(ctx.sql, runId);
  if (closed !== null) await enqueueEnrichment(ctx, { artistId: closed.artist_id, limit: MAX_TRACKS });
}
