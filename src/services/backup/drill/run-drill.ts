import type { ServiceContext } from '../../../context.ts';
import {
  beginDueDrill,
  claimRunningDrill,
  type DrillRow,
  dropScratch,
  finishDrill,
  noteDrilledPart,
  releaseDrill,
  removeDrill,
} from '../../../db/queries/restore-drills.ts';
import { findSchemaState, findTablePlans } from '../../../db/queries/table-plans.ts';
import { DatabaseRefusal } from '../../../lib/database-refusal.ts';
import { AppError } from '../../../lib/errors.ts';
import { nextCause } from '../../../lib/failure-cause.ts';
import { openBucket } from '../bucket.ts';
import type { BackupManifest } from '../format/manifest.ts';
import { collationFor } from '../restore/compare-rows.ts';
import { readManifest } from '../restore/read-manifest.ts';
import { bucketFiles } from './bucket-files.ts';
import { drillPart } from './drill-part.ts';

type Context = Pick<ServiceContext, 'sql' | 'clock' | 'log' | 'backups'>;

/** A slot has 90 s for a step and 30 s of processor for all of them; a part takes up to a second of it. */
const MOST = { ms: 40_000, parts: 12 };
/** A part with a slow database; then another invocation may go on. */
const LEASE_SECONDS = 300;
const EVERY_DAYS = 7;
const RETRY_HOURS = 20;

/** What a slot did, in counts. */
export interface DrillCounts extends Record<string, number> {
  parts: number;
  passed: number;
  failed: number;
}

/**
 * Goes on with the drill that runs, or begins one that is due: stores the parts of the newest backup in a scratch schema, a few
 * a slot, and compares each with what the database gives back. A difference ends the drill as failed; a bucket or database that does
 * not answer does not, and the next slot goes on.
 */
export async function runDrill(ctx: Context, most = MOST): Promise<DrillCounts> {
  const nothing = { parts: 0, passed: 0, failed: 0 };
  if (ctx.backups === null) return nothing;
  const lease = { lease: crypto.randomUUID(), seconds: LEASE_SECONDS };
  const drill =
    (await claimRunningDrill(ctx.sql, lease)) ??
    (await beginDueDrill(ctx.sql, { ...lease, days: EVERY_DAYS, retryHours: RETRY_HOURS }));
  if (drill === null) return nothing;
  const own = { id: drill.id, lease: lease.lease };
  try {
    const { parts, isDone } = await drillParts(ctx, { ...drill, ...lease }, most);
    if (!isDone) return { ...nothing, parts };
    await finishDrill(ctx.sql, { ...own, failure: null });
    await dropScratch(ctx.sql);
    return { ...nothing, parts, passed: 1 };
  } catch (error) {
    if (!tellsDamage(error)) throw error;
    ctx.log.error('restore drill failed', { backup: drill.backup_id, reason: detailOf(error) });
    await finishDrill(ctx.sql, { ...own, failure: nextCause(null, error, ctx.clock.now()) });
    await dropScratch(ctx.sql);
    return { ...nothing, failed: 1 };
  } finally {
    await releaseDrill(ctx.sql, own);
  }
}

async function drillParts(
  ctx: Context,
  drill: DrillRow & { lease: string; seconds: number },
  most: typeof MOST,
): Promise<{ parts: number; isDone: boolean }> {
  const started = ctx.clock.now();
  const files = bucketFiles(openBucket(ctx), drill.backup_id);
  const { manifest } = await readManifest(files);
  if ((await findSchemaState(ctx.sql)).last_migration !== manifest.last_migration) {
    await removeDrill(ctx.sql, drill.id);
    return { parts: 0, isDone: false };
  }
  const plans = await findTablePlans(ctx.sql);
  const collation = await collationFor(ctx.sql, manifest);
  let parts = 0;
  for (const { table, part, next } of partsFrom(manifest, drill)) {
    if (parts >= most.parts || ctx.clock.now() - started > most.ms) return { parts, isDone: false };
    const plan = plans.find((one) => one.table === table.table);
    if (plan === undefined) throw new AppError('VALIDATION_FAILED', `There is no table ${table.table}.`);
    await drillPart(ctx, { files, table, part, plan, collation });
    const noted = { id: drill.id, lease: drill.lease, seconds: drill.seconds, next };
    if (!(await noteDrilledPart(ctx.sql, { ...noted, rows: part.rows, bytes: part.bytes })))
      return { parts, isDone: false };
    parts++;
  }
  return { parts, isDone: true };
}

/** The parts that are left, each with the place of the next one. */
function* partsFrom({ tables }: BackupManifest, { next_table, next_part }: DrillRow) {
  for (const [at, table] of tables.entries()) {
    if (at < next_table) continue;
    for (const part of table.parts) {
      if (at === next_table && part.number < next_part) continue;
      const isLast = part.number === table.parts.length;
      const next: [number, number] = isLast ? [at + 1, 1] : [at, part.number + 1];
      yield { table, part, next };
    }
  }
}

/** Integrity constraints, and values that their type refuses. */
const REFUSED_ROW = /^(?:22|23)/;

/** Whether the backup is at fault, and not a bucket or database that does not answer now. */
function tellsDamage(error: unknown): boolean {
  if (error instanceof AppError) return error.code === 'VALIDATION_FAILED' || error.code === 'NOT_FOUND';
  if (error instanceof DatabaseRefusal) return true;
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    REFUSED_ROW.test(error.code)
  );
}

const detailOf = (error: unknown): string =>
  error instanceof AppError ? error.detail : 'the database refused a row';
