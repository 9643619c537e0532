import type { ServiceContext } from '../../context.ts';
import type { ItemPlace } from '../../db/queries/batch-items.ts';
import type { Job } from '../../jobs/messages.ts';

const MAX_MESSAGES = 100;

export const itemJob = ({ batchId, position }: ItemPlace): Job => ({
  type: 'batch.item',
  batch_id: batchId,
  position,
});

/** Sends a message for each item, as many to a call as the queue takes. */
export async function enqueueItems(
  ctx: Pick<ServiceContext, 'queues'>,
  places: readonly ItemPlace[],
): Promise<void> {
  for (let i = 0; i < places.length; i += MAX_MESSAGES) {
    await ctx.queues.analysis.send(places.slice(i, i + MAX_MESSAGES).map(itemJob));
  }
}
