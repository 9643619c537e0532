import type { ServiceContext } from '../../context.ts';
import { requireAdmin } from '../../lib/rbac.ts';
import { sweepBatches } from '../batches/sweep-batches.ts';
import { resumeRuns, resumeTrackWork } from './requeue-unfinished.ts';

/**
 * Takes up now what waits in Postgres, instead of at the next schedule. Work that is under way after all is
 * found finished by the second message and not repeated.
 */
export async function resumeWork(ctx: Pick<ServiceContext, 'sql' | 'queues' | 'config' | 'actor'>) {
  requireAdmin(ctx.actor);
  const runs = await resumeRuns(ctx, 0);
  return { runs, messages: (await resumeTrackWork(ctx, 0)) + (await sweepBatches(ctx, 0)) };
}
