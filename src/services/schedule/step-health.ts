import { z } from 'zod';
import type { StepRunRow } from '../../db/queries/cron.ts';
import { type FailureCause, FailureCauseSchema } from '../../lib/failure-cause.ts';

/** A cron invocation ends after 15 minutes at the latest. */
const INVOCATION_MS = 15 * 60_000;

const CountsSchema = z.record(z.string(), z.number());

export interface StepHealth {
  step: string;
  state: 'ok' | 'failed' | 'running' | 'cut_off';
  slot: string;
  started_at: string;
  duration_ms: number | null;
  counts: Record<string, number> | null;
  failure: FailureCause | null;
}

/** The last run of a step, as shown. A run without an end that can no longer be running is shown as interrupted. */
export function toStepHealth(row: StepRunRow, nowMs: number): StepHealth {
  const failure = FailureCauseSchema.nullable().catch(null).parse(row.failure);
  const startedMs = row.started_at.getTime();
  const open = nowMs - startedMs < INVOCATION_MS ? 'running' : 'cut_off';
  return {
    step: row.name,
    state: row.finished_at === null ? open : row.failure === null ? 'ok' : 'failed',
    slot: row.slot.toISOString(),
    started_at: row.started_at.toISOString(),
    duration_ms: row.finished_at === null ? null : row.finished_at.getTime() - startedMs,
    counts: CountsSchema.nullable().catch(null).parse(row.outcome),
    failure,
  };
}
