import type { BatchRow } from '../../db/queries/batches.ts';

export const BATCH_STATES = [
  'queued',
  'running',
  'completed',
  'completed_with_errors',
  'failed',
  'cancelled',
] as const;
export type BatchState = (typeof BATCH_STATES)[number];

type Standing = Pick<
  BatchRow,
  'items_count' | 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'begun'
>;

/** Whether nothing of the batch is left to do. */
export function hasEnded({ queued, running }: Pick<Standing, 'queued' | 'running'>): boolean {
  return queued + running === 0;
}

/**
 * What a batch's items make of it. Cancelling shows once the items under way have ended; a batch of which every item
 * failed has failed, one with some failures is completed with errors.
 */
export function batchState(batch: Standing): BatchState {
  if (!hasEnded(batch)) return batch.queued === batch.items_count && !batch.begun ? 'queued' : 'running';
  if (batch.cancelled > 0) return 'cancelled';
  if (batch.failed === 0) return 'completed';
  return batch.done === 0 ? 'failed' : 'completed_with_errors';
}
