import type { ServiceContext } from '../../context.ts';
import { failSilentItems, touchIdleItems } from '../../db/queries/batch-items.ts';
import { removeUnacceptedBatches } from '../../db/queries/batches.ts';
import { enqueueItems } from './enqueue-items.ts';
import { MAX_ATTEMPTS } from './process-batch-item.ts';

/** An item without a change for this long has lost its message. */
const IDLE_MS = 10 * 60_000;
const MAX_ITEMS = 5000;
const BROKEN_OFF_MS = 3600_000;

/**
 * Sends unfinished items again that nothing works on: queues may lose messages, and local ones do when they are
 * killed. If a Worker does hold the item, its message notices that. Returns how many messages were sent.
 */
export async function sweepBatches(
  ctx: Pick<ServiceContext, 'sql' | 'queues'>,
  idleMs = IDLE_MS,
): Promise<number> {
  await failSilentItems(ctx.sql, {
    maxAttempts: MAX_ATTEMPTS,
    error: { code: 'INTERNAL', message: 'Every attempt was interrupted before it finished.' },
  });
  await removeUnacceptedBatches(ctx.sql, BROKEN_OFF_MS);
  const items = await touchIdleItems(ctx.sql, { idleMs, limit: MAX_ITEMS });
  await enqueueItems(
    ctx,
    items.map(({ batch_id, position }) => ({ batchId: batch_id, position })),
  );
  return items.length;
}
