import type { ServiceContext } from '../../context.ts';
import { finishRunIfEmpty } from '../../db/queries/runs.ts';
import { enqueueEnrichment } from '../enrichment/enqueue-enrichment.ts';

const MAX_TRACKS = 1000;

/**
 * Closes the run when none of its songs are left, and then enqueues the artist's songs for Spotify. Not earlier,
 * because that waits for another host and would delay the scraping behind it.
 */
export async function finishRun(
  ctx: Pick<ServiceContext, 'sql' | 'queues' | 'config'>,
  runId: number,
): Promise<void> {
  const closed = await finishRunIfEmpty(ctx.sql, runId);
  if (closed !== null) await enqueueEnrichment(ctx, { artistId: closed.artist_id, limit: MAX_TRACKS });
}
