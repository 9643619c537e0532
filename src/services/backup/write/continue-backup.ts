import type { R2Bucket } from '@cloudflare/workers-types';
import { z } from 'zod';
import type { ServiceContext } from '../../../context.ts';
import { findTableStates } from '../../../db/queries/backup-parts.ts';
import {
  claimBackup,
  endBackup,
  findDueBackup,
  insertBackup,
  type RunningBackup,
  releaseBackup,
} from '../../../db/queries/backups.ts';
import { findSchemaState, findTablePlans } from '../../../db/queries/table-plans.ts';
import { AppError } from '../../../lib/errors.ts';
import { nextCause } from '../../../lib/failure-cause.ts';
import { openBucket } from '../bucket.ts';
import { type TablePlan, TablePlanSchema } from '../format/manifest.ts';
import { backupId } from '../format/object-keys.ts';
import { removeOldBackups } from '../remove-old-backups.ts';
import { finishBackup } from './finish-backup.ts';
import { planTables } from './plan-tables.ts';
import { type Allowance, writeTable } from './write-table.ts';

type Context = Pick<ServiceContext, 'sql' | 'clock' | 'log' | 'backups'>;

export interface StepLimits {
  /** No part is begun after so long. */
  ms: number;
  parts: number;
  /** How long others leave the backup alone after a part, if the invocation is killed. */
  leaseSeconds: number;
}

/** A part needs up to .8 s of CPU on a busy machine, and an invocation of the schedule has 30 for all its steps. */
export const STEP_LIMITS: StepLimits = { ms: 45_000, parts: 16, leaseSeconds: 120 };

/** One that goes on for longer will not end: another begins, and this one is told as failed. */
const MAX_AGE_MS = 48 * 60 * 60_000;

export type BackupState =
  /** None runs and none is due. */
  | { state: 'idle' }
  /** Another invocation works on it. */
  | { state: 'busy' }
  | { state: 'running' | 'complete' | 'failed'; id: string; parts: number; removed: number };

export interface BackupWish {
  /** Begins one if none runs, whether or not one is due. */
  now: boolean;
  limits?: StepLimits;
}

const PlanSchema = z.array(TablePlanSchema);

interface Claim {
  lease: string;
  seconds: number;
}

/** The backup that runs, or a new one; null: none is due, or another invocation has it. */
async function take(ctx: Context, claim: Claim, now: boolean): Promise<RunningBackup | 'idle' | 'busy'> {
  const running = await claimBackup(ctx.sql, claim);
  if (running !== null) return running;
  const { runs, due } = await findDueBackup(ctx.sql);
  if (runs) return 'busy';
  if (!due && !now) return 'idle';
  const { last_migration } = await findSchemaState(ctx.sql);
  const plan = planTables(await findTablePlans(ctx.sql));
  const random = claim.lease.replaceAll('-', '').slice(0, 6);
  const id = backupId(new Date(ctx.clock.now()), random);
  return (await insertBackup(ctx.sql, { ...claim, id, lastMigration: last_migration, plan })) ?? 'busy';
}

/** Why the backup cannot go on; null: it can. */
async function faultOf(ctx: Context, run: RunningBackup): Promise<{ code: string; message: string } | null> {
  const { last_migration } = await findSchemaState(ctx.sql);
  if (last_migration !== run.last_migration)
    return { code: 'MIGRATED', message: `The database got the migration ${last_migration} meanwhile.` };
  if (ctx.clock.now() - run.started_at.getTime() > MAX_AGE_MS)
    return { code: 'TOO_SLOW', message: 'It was not complete after 48 hours.' };
  return null;
}

interface Writing {
  ctx: Context;
  bucket: R2Bucket;
  run: RunningBackup;
  claim: Claim;
  allowance: Allowance;
  /** The table that is being written, for what is told of a failure. */
  table: string | null;
}

/** Writes as many tables as the allowance permits; whether all are written. */
async function writeTables(w: Writing, plans: readonly TablePlan[]): Promise<boolean> {
  const states = new Map((await findTableStates(w.ctx.sql, w.run.id)).map((one) => [one.position, one]));
  for (const [position, plan] of plans.entries()) {
    const state = states.get(position);
    if (state?.done) continue;
    if (w.allowance.isOver()) return false;
    w.table = plan.table;
    const ref = { id: w.run.id, lease: w.claim.lease, position };
    const { ctx, bucket, allowance } = w;
    if (!(await writeTable({ ctx, bucket, ref, seconds: w.claim.seconds, plan, allowance }, state)))
      return false;
  }
  w.table = null;
  return true;
}

async function goOn(w: Writing): Promise<{ state: 'running' | 'complete' | 'failed'; removed: number }> {
  const { ctx, bucket, run } = w;
  const { lease } = w.claim;
  const fault = await faultOf(ctx, run);
  if (fault !== null) {
    const failure = { ...nextCause(null, null, ctx.clock.now()), ...fault };
    await endBackup(ctx.sql, { id: run.id, lease, status: 'failed', rows: 0, bytes: 0, failure });
    ctx.log.error('backup failed', { backup: run.id, ...fault });
    return { state: 'failed', removed: 0 };
  }
  const plans = PlanSchema.parse(run.plan);
  if (!(await writeTables(w, plans))) {
    await releaseBackup(ctx.sql, { id: run.id, lease, failure: null });
    return { state: 'running', removed: 0 };
  }
  await finishBackup(ctx, bucket, { run, lease, plans });
  return { state: 'complete', removed: await removeOldBackups(ctx, bucket) };
}

/**
 * One step of a backup: goes on with the one that runs, or begins one if it is due. All that the next step needs is in
 * Postgres after each part. What fails is noted with the backup, thrown, and tried again by the next step.
 */
export async function continueBackup(
  ctx: Context,
  { now, limits = STEP_LIMITS }: BackupWish,
): Promise<BackupState> {
  const bucket = openBucket(ctx);
  const claim = { lease: crypto.randomUUID(), seconds: limits.leaseSeconds };
  const run = await take(ctx, claim, now);
  if (run === 'idle' || run === 'busy') return { state: run };
  const until = ctx.clock.now() + limits.ms;
  const allowance: Allowance = {
    parts: limits.parts,
    isOver: () => allowance.parts <= 0 || ctx.clock.now() >= until,
  };
  const writing: Writing = { ctx, bucket, run, claim, allowance, table: null };
  try {
    const done = await goOn(writing);
    return { ...done, id: run.id, parts: limits.parts - allowance.parts };
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'CONFLICT')) {
      const cause = nextCause(null, error, ctx.clock.now());
      const { table } = writing;
      const failure = table === null ? cause : { ...cause, message: `${table}: ${cause.message}` };
      await releaseBackup(ctx.sql, { id: run.id, lease: claim.lease, failure });
    }
    throw error;
  }
}
