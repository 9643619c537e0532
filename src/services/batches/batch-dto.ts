import type { BatchRow } from '../../db/queries/batches.ts';
import { type BatchState, batchState, hasEnded } from './batch-state.ts';

/** A batch as returned by the API: its state and the results of its items. */
export interface BatchDto extends Pick<BatchRow, 'operation' | 'analyzer' | 'temperature' | 'items_count'> {
  batch_id: string;
  status: BatchState;
  counts: Pick<BatchRow, 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'degraded'>;
  /** 0-1: the share of items that have finished. */
  progress: number;
  created_at: string;
  updated_at: string;
  finished_at: string | null;
  cancelled_at: string | null;
}

export function toBatchDto(batch: BatchRow): BatchDto {
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
