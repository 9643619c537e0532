import type { ServiceContext } from '../../context.ts';
import {
  deleteOldJobFailures,
  findJobFailure,
  forgetJobFailure,
  noteJobFailure,
} from '../../db/queries/job-failures.ts';
import { describeError } from '../../lib/errors.ts';
import { type FailureCause, FailureCauseSchema, nextCause } from '../../lib/failure-cause.ts';
import { type Job, jobKey } from '../../lib/jobs.ts';

type Context = Pick<ServiceContext, 'sql' | 'state' | 'clock' | 'log'>;

/** Slightly longer than a message can wait for its next attempt. */
const STATE_TTL_MS = 24 * 60 * 60_000;
const KEPT_DAYS = 7;
const MAX_DELETED = 5000;

const stateKey = (job: Job) => `job-failure:${jobKey(job)}`;
const readCause = (value: unknown): FailureCause | null =>
  FailureCauseSchema.nullable().catch(null).parse(value);

/**
 * Records why a delivery of a job failed and returns the cause together with all earlier failures. An unavailable
 * database is the most common cause; in that case the shared state in Redis is used. Never throws.
 */
export async function noteFailure(ctx: Context, job: Job, error: unknown): Promise<FailureCause> {
  const cause = nextCause(null, error, ctx.clock.now());
  try {
    return readCause(await noteJobFailure(ctx.sql, { job: jobKey(job), cause })) ?? cause;
  } catch (failure) {
    ctx.log.warn('failure not noted in Postgres', { error: describeError(failure) });
  }
  try {
    const summed = nextCause(await readState(ctx, job), error, ctx.clock.now());
    await ctx.state.set(stateKey(job), JSON.stringify(summed), STATE_TTL_MS);
    return summed;
  } catch (failure) {
    ctx.log.warn('failure not noted', { error: describeError(failure) });
    return cause;
  }
}

/** Why the deliveries of a job failed, as far as recorded; null if no delivery failed. */
export async function findFailure(ctx: Context, job: Job): Promise<FailureCause | null> {
  const [stored, held] = [
    readCause(await findJobFailure(ctx.sql, jobKey(job))),
    await readState(ctx, job).catch(() => null),
  ];
  if (stored === null || held === null) return stored ?? held;
  const latest = stored.last_at > held.last_at ? stored : held;
  return {
    ...latest,
    attempts: stored.attempts + held.attempts,
    first_at: [stored.first_at, held.first_at].sort()[0] ?? stored.first_at,
  };
}

/** Deletes the failures of a finished job. A row that could not be deleted is recognised later by its age. */
export async function forgetFailure(ctx: Context, job: Job): Promise<void> {
  try {
    await Promise.all([forgetJobFailure(ctx.sql, jobKey(job)), ctx.state.remove(stateKey(job))]);
  } catch (error) {
    ctx.log.warn('failure not forgotten', { error: describeError(error) });
  }
}

/** A step of the schedule: deletes failures of messages that never finished. */
export function clearOldFailures(ctx: Pick<ServiceContext, 'sql'>): Promise<number> {
  return deleteOldJobFailures(ctx.sql, { days: KEPT_DAYS, limit: MAX_DELETED });
}

async function readState(ctx: Context, job: Job): Promise<FailureCause | null> {
  const text = await ctx.state.get(stateKey(job));
  return text === null ? null : readCause(JSON.parse(text));
}
