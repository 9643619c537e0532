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

/** Whether the batch has no work left. */
export function hasEnded({ queued, running }: Pick<Standing, 'queued' | 'running'>): boolean {
  return queued + running === 0;
}

/**
 * Derives the state of a batch from its items. "Cancelled" appears only when running items have finished. A batch
 * whose items all failed has failed; a batch with some failures is completed with errors.
 */
export function batchState(batch: Standing): BatchState {
  if (!hasEnded(batch)) return batch.queued === batch.items_count && !batch.begun ? 'queued' : 'running';
  if (batch.cancelled > 0) return 'cancelled';
  if (batch.failed === 0) return 'completed';
  return batch.done === 0 ? 'failed' : 'completed_with_errors';
}
