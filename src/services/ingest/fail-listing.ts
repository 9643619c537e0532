import type { ServiceContext } from '../../context.ts';
import { postponeScrape } from '../../db/queries/artists.ts';
import { findRun, setRunStatus } from '../../db/queries/runs.ts';

/** An artist whose list could not be read is due again after this time, not in the next slot of the schedule. */
const AGAIN_HOURS = 6;

/** Ends a run whose listing failed permanently. */
export async function failListing(
  ctx: Pick<ServiceContext, 'sql'>,
  { runId, reason }: { runId: number; reason: string },
): Promise<void> {
  const run = await findRun(ctx.sql, runId);
  if (run === null) return;
  await setRunStatus(ctx.sql, { id: runId, status: 'failed', reason });
  await postponeScrape(ctx.sql, { id: run.artist_id, afterHours: AGAIN_HOURS });
}
