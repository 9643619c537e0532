import type { R2Bucket } from '@cloudflare/workers-types';
import type { ServiceContext } from '../../context.ts';
import { listBackupRows } from '../../db/queries/backups.ts';
import { askR2 } from './bucket.ts';
import { manifestKey } from './format/object-keys.ts';
import { readBackups } from './stored-backups.ts';

/** Complete backups that are kept. */
export const KEPT = 30;
/** Keys a request; the most that R2 takes. */
const REMOVED_AT_ONCE = 1000;
/** The database is asked about so many: of all older ones none runs. */
const ASKED = 100;

/**
 * Removes all but the latest 30 complete backups, and files of those that came to nothing. The manifest goes first, so that
 * a backup that is removed in part is not taken for a whole one. Returns how many were removed.
 */
export async function removeOldBackups(ctx: Pick<ServiceContext, 'sql'>, bucket: R2Bucket): Promise<number> {
  const stored = await readBackups(bucket);
  const rows = await listBackupRows(ctx.sql, ASKED);
  const running = new Set(rows.filter(({ status }) => status === 'running').map(({ id }) => id));
  const complete = stored.filter((one) => one.complete);
  const kept = new Set(complete.slice(0, KEPT).map(({ id }) => id));
  const old = stored.filter(({ id }) => !kept.has(id) && !running.has(id));
  for (const { id, keys } of old) {
    await askR2('remove a manifest', () => bucket.delete(manifestKey(id)));
    for (let at = 0; at < keys.length; at += REMOVED_AT_ONCE)
      await askR2('remove files', () => bucket.delete(keys.slice(at, at + REMOVED_AT_ONCE)));
  }
  return old.length;
}
