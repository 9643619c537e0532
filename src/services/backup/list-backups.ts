import type { ServiceContext } from '../../context.ts';
import { type BackupRow, listBackupRows } from '../../db/queries/backups.ts';
import { AppError, describeError } from '../../lib/errors.ts';
import { type FailureCause, FailureCauseSchema } from '../../lib/failure-cause.ts';
import { requireScope } from '../../lib/rbac.ts';
import { openBucket } from './bucket.ts';
import { readBackups, type StoredBackup } from './stored-backups.ts';

/** Rows of the database that are looked at: those that run or failed are among the latest. */
const LOOKED_AT = 60;

export interface BackupDto {
  id: string;
  status: 'running' | 'complete' | 'failed';
  started_at: string | null;
  finished_at: string | null;
  tables: number | null;
  tables_done: number | null;
  rows: number | null;
  bytes: number | null;
  failure: FailureCause | null;
}

export interface BackupList {
  items: BackupDto[];
  database_answers: boolean;
}

function ofBucket({ id, summary }: StoredBackup): BackupDto {
  return {
    id,
    status: 'complete',
    started_at: summary?.started_at ?? null,
    finished_at: summary?.finished_at ?? null,
    tables: summary?.tables ?? null,
    tables_done: summary?.tables ?? null,
    rows: summary?.rows ?? null,
    bytes: summary?.bytes ?? null,
    failure: null,
  };
}

const ofDatabase = ({ started_at, finished_at, failure, ...row }: BackupRow): BackupDto => ({
  ...row,
  started_at: started_at.toISOString(),
  finished_at: finished_at?.toISOString() ?? null,
  failure: FailureCauseSchema.nullable().catch(null).parse(failure),
});

/** Null if the database does not answer: the list is for the day on which it is gone. */
async function readRows(ctx: Pick<ServiceContext, 'sql' | 'log'>): Promise<BackupRow[] | null> {
  try {
    return await listBackupRows(ctx.sql, LOOKED_AT);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ctx.log.warn('backups are listed without the database', { error: describeError(error) });
    return null;
  }
}

/**
 * Complete backups as the bucket has them, and those that run or failed as the database has them, the latest first. Throws
 * UPSTREAM_UNAVAILABLE if R2 does not answer, and CONFIG_INVALID if there is no bucket.
 */
export async function listBackups(
  ctx: Pick<ServiceContext, 'sql' | 'log' | 'actor' | 'backups'>,
): Promise<BackupList> {
  requireScope(ctx.actor, 'backups:admin');
  const stored = await readBackups(openBucket(ctx));
  const rows = await readRows(ctx);
  const complete = stored.filter((one) => one.complete).map(ofBucket);
  const others = (rows ?? []).filter(({ status }) => status !== 'complete').map(ofDatabase);
  const items = [...complete, ...others].sort((a, b) => (a.id < b.id ? 1 : -1));
  return { items, database_answers: rows !== null };
}
