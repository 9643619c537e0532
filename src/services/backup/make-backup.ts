import type { ServiceContext } from '../../context.ts';
import { requireScope } from '../../lib/rbac.ts';
import { continueBackup, STEP_LIMITS } from './write/continue-backup.ts';

/** A client waits for the answer. */
const LIMITS = { ...STEP_LIMITS, ms: 20_000 };

export interface BackupStep {
  state: 'idle' | 'busy' | 'running' | 'complete' | 'failed';
  id: string | null;
  /** That this step wrote. */
  parts: number;
  /** Old backups. */
  removed: number;
}

/** One step, as the schedule's; `now` begins a backup though none is due. */
export async function makeBackup(
  ctx: Pick<ServiceContext, 'sql' | 'clock' | 'log' | 'actor' | 'backups'>,
  { now }: { now: boolean },
): Promise<BackupStep> {
  requireScope(ctx.actor, 'backups:admin');
  return { id: null, parts: 0, removed: 0, ...(await continueBackup(ctx, { now, limits: LIMITS })) };
}
