import type { BatchRow } from '../../db/queries/batches.ts';
import { batchState, hasEnded } from './batch-state.ts';

/** A batch as it is answered: where it stands, and what became of its items. */
export function toBatchDto(batch: BatchRow) {
  const { queued, running, done, failed, cancelled, degraded } = batch;
  const ended = hasEnded(batch);
  return {
    batch_id: batch.id,
    operation: batch.operation,
    analyzer: batch.analyzer,
    temperature: batch.temperature,
    status: batchState(batch),
    items_count: batch.items_count,
    counts: { queued, running, done, failed, cancelled, degraded },
    progress: (done + failed + cancelled) / batch.items_count,
    created_at: batch.created_at.toISOString(),
    updated_at: batch.updated_at.toISOString(),
    finished_at: ended ? batch.updated_at.toISOString() : null,
    cancelled_at: batch.cancelled_at?.toISOString() ?? null,
  };
}

export type BatchDto = ReturnType<typeof toBatchDto>;
