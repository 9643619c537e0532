import type { ServiceContext } from '../../context.ts';
import type { ItemPlace } from '../../db/queries/batch-items.ts';
import type { Job } from '../../lib/jobs.ts';

export const itemJob = ({ batchId, position }: ItemPlace): Job => ({
  type: 'batch.item',
  batch_id: batchId,
  position,
});

/** Sends a message for each item. */
export async function enqueueItems(
  ctx: Pick<ServiceContext, 'queues'>,
  places: readonly ItemPlace[],
): Promise<void> {
  await ctx.queues.analysis.send(places.map(itemJob));
}
