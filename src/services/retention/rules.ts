import type { ServiceContext } from '../../context.ts';
import {
  removeAuditLog,
  removeAuditSalts,
  removeBackupRows,
  removeBatches,
  removeDrills,
  removeLetters,
  removeOutdatedAnalyses,
  removeReevaluations,
  removeRuns,
  removeSentAnalyses,
  removeStepRuns,
  trimRuns,
} from '../../db/queries/retention.ts';

export interface RetentionRule {
  /** The name of what is deleted, as in the step's counts. */
  name: string;
  /** Maximum rows per statement, so that it stays well within its time limit. */
  limit: number;
  remove(ctx: Pick<ServiceContext, 'sql'>, limit: number): Promise<number>;
}

/** What is deleted, and after how many days; `migrations/README.md` lists every table. */
export const RETENTION_RULES: readonly RetentionRule[] = [
  { name: 'ingest_items', limit: 5000, remove: ({ sql }, limit) => trimRuns(sql, { days: 30, limit }) },
  { name: 'ingest_runs', limit: 1000, remove: ({ sql }, limit) => removeRuns(sql, { days: 400, limit }) },
  { name: 'cron_runs', limit: 5000, remove: ({ sql }, limit) => removeStepRuns(sql, { days: 30, limit }) },
  {
    name: 'dead_letters',
    limit: 1000,
    remove: ({ sql }, limit) => removeLetters(sql, { replayedDays: 30, openDays: 180, limit }),
  },
  // Each deletes up to 1,000 items with it.
  { name: 'batches', limit: 5, remove: ({ sql }, limit) => removeBatches(sql, { days: 90, limit }) },
  // After the batches, because their items refer to these results.
  {
    name: 'sent_analyses',
    limit: 1000,
    remove: ({ sql }, limit) => removeSentAnalyses(sql, { days: 90, limit }),
  },
  {
    name: 'outdated_analyses',
    limit: 500,
    remove: ({ sql }, limit) => removeOutdatedAnalyses(sql, { days: 90, limit }),
  },
  { name: 'audit_salts', limit: 100, remove: ({ sql }, limit) => removeAuditSalts(sql, { days: 7, limit }) },
  { name: 'audit_log', limit: 1000, remove: ({ sql }, limit) => removeAuditLog(sql, { days: 90, limit }) },
  {
    name: 'reevaluations',
    limit: 5000,
    remove: ({ sql }, limit) => removeReevaluations(sql, { days: 90, limit }),
  },
  { name: 'backups', limit: 100, remove: ({ sql }, limit) => removeBackupRows(sql, { days: 400, limit }) },
  { name: 'restore_drills', limit: 100, remove: ({ sql }, limit) => removeDrills(sql, { days: 400, limit }) },
];
