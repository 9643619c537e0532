import type { Message, MessageBatch } from '@cloudflare/workers-types';
import type { ServiceContext } from '../context.ts';
import { AppError, describeError } from '../lib/errors.ts';
import type { FailureCause } from '../lib/failure-cause.ts';
import { type Job, JobSchema, QUEUE_OF } from '../lib/jobs.ts';
import { forgetFailure, noteFailure } from '../services/dead-letters/job-failures.ts';
import { markJobFailed } from '../services/dead-letters/mark-job-failed.ts';
import { deadLetter, deadLetterPoison } from './dead-letter.ts';
import { handleJob } from './handlers.ts';
import { isWorthRetrying, retryDelaySeconds } from './retry-policy.ts';

const DEAD_LETTER_QUEUE = /-dead-letters$/;
const INGEST_QUEUE = /-ingest$/;
/**
 * Songs in progress at once: one is stored while the next is fetched, so that no slot of the rate limit is left
 * unused.
 */
const INGEST_LANES = 8;
/** Models answer slowly: while one song waits for its vector, others are analysed or wait for the budget. */
const ANALYSIS_LANES = 8;

type Outcome = 'done' | 'retried' | 'postponed' | 'failed' | 'poison' | 'dead';

/** Handles the messages of a batch; they fail independently. */
export async function consume(batch: MessageBatch<unknown>, ctx: ServiceContext): Promise<void> {
  const waiting = [...batch.messages];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await handle(batch.queue, next, ctx);
    }
  };
  const lanes = INGEST_QUEUE.test(batch.queue) ? INGEST_LANES : ANALYSIS_LANES;
  await Promise.all(Array.from({ length: lanes }, work));
  ctx.waitUntil(ctx.metrics.flush());
}

async function handle(queue: string, message: Message<unknown>, ctx: ServiceContext): Promise<void> {
  const started = ctx.clock.now();
  const job = JobSchema.safeParse(message.body);
  const type = job.success ? job.data.type : 'unknown';
  const dead = DEAD_LETTER_QUEUE.test(queue);
  const outcome = dead ? await deadLetter(ctx, { queue, message }) : await run(queue, message, ctx);
  ctx.metrics.count('barline_jobs_total', { type, outcome });
  ctx.metrics.observe('barline_job_seconds', { type }, (ctx.clock.now() - started) / 1000);
}

async function run(queue: string, message: Message<unknown>, ctx: ServiceContext): Promise<Outcome> {
  const job = JobSchema.safeParse(message.body);
  if (!job.success) return deadLetterPoison(ctx, { queue, message });
  const log = ctx.log.with({ job: job.data, message_id: message.id, attempts: message.attempts });
  try {
    await handleJob(ctx, job.data, message.attempts);
    if (message.attempts > 1) await forgetFailure(ctx, job.data);
    message.ack();
    return 'done';
  } catch (error) {
    if (isRateLimited(error)) return postpone(message, ctx, job.data, error);
    log.warn('job failed', { error: describeError(error) });
    const cause = await noteFailure(ctx, job.data, error);
    if (!isWorthRetrying(error)) return giveUp(message, ctx, job.data, cause);
    message.retry({ delaySeconds: retryDelaySeconds(error, message.attempts, ctx.random) });
    return 'retried';
  }
}

function isRateLimited(error: unknown): error is AppError {
  return error instanceof AppError && error.code === 'RATE_LIMITED';
}

/** Waiting for the rate budget is not a failure: the job goes to the back of its queue as a new message. */
async function postpone(
  message: Message<unknown>,
  ctx: ServiceContext,
  job: Job,
  error: AppError,
): Promise<Outcome> {
  const delaySeconds = retryDelaySeconds(error, message.attempts, ctx.random);
  try {
    await ctx.queues[QUEUE_OF[job.type]].send([job], delaySeconds);
    message.ack();
    return 'postponed';
  } catch (failure) {
    ctx.log.warn('job not postponed', { error: describeError(failure) });
    message.retry({ delaySeconds });
    return 'retried';
  }
}

/** A refusal is stored where the result would have been; if that fails too, the message is retried. */
async function giveUp(
  message: Message<unknown>,
  ctx: ServiceContext,
  job: Job,
  cause: FailureCause,
): Promise<Outcome> {
  try {
    await markJobFailed(ctx, job, cause);
    await forgetFailure(ctx, job);
    message.ack();
    return 'failed';
  } catch (failure) {
    message.retry({ delaySeconds: retryDelaySeconds(failure, message.attempts, ctx.random) });
    return 'retried';
  }
}
