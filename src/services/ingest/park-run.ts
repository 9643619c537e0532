import type { ServiceContext } from '../../context.ts';
import { setRunStatus } from '../../db/queries/runs.ts';

/** Lets a run rest: its songs stay queued in Postgres and are sent again once its time has come. */
export async function parkRun(
  ctx: Pick<ServiceContext, 'sql' | 'log'>,
  input: { runId: number; reason: string; waitMs: number },
): Promise<void> {
  ctx.log.warn('run parked', { run_id: input.runId, reason: input.reason, wait_ms: input.waitMs });
  await setRunStatus(ctx.sql, {
    id: input.runId,
    status: 'parked',
    reason: input.reason,
    nextTryInMs: input.waitMs,
  });
}
