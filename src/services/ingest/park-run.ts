import type { ServiceContext } from '../../context.ts';
import { parkOpenRun } from '../../db/queries/runs.ts';

/** The longest delay that Queues accept; runs parked for longer are resumed by the schedule. */
const MAX_DELAY_SECONDS = 12 * 3600;

/** Parks a run: its songs stay queued in Postgres, and a delayed message resumes it. */
export async function parkRun(
  ctx: Pick<ServiceContext, 'sql' | 'log' | 'queues'>,
  input: { runId: number; reason: string; waitMs: number },
): Promise<void> {
  const { runId, reason, waitMs } = input;
  const parked = await parkOpenRun(ctx.sql, { id: runId, reason, waitMs });
  if (!parked) return;
  ctx.log.warn('run parked', { run_id: runId, reason, wait_ms: waitMs });
  const delaySeconds = Math.min(MAX_DELAY_SECONDS, Math.ceil(waitMs / 1000) + 1);
  await ctx.queues.ingest.send([{ type: 'run.resume', run_id: runId }], delaySeconds);
}
