import type { ServiceContext } from '../../context.ts';
import { continueBackup } from './write/continue-backup.ts';

/** The step of the schedule: goes on with the backup that runs, or begins the one of the day. */
export async function backUp(
  ctx: Pick<ServiceContext, 'sql' | 'clock' | 'log' | 'backups'>,
): Promise<Record<string, number>> {
  const done = await continueBackup(ctx, { now: false });
  if (!('id' in done)) return { parts: 0, complete: 0, removed: 0 };
  return { parts: done.parts, complete: Number(done.state === 'complete'), removed: done.removed };
}
