import type { Message } from '@cloudflare/workers-types';
import type { ServiceContext } from '../context.ts';
import { describeError } from '../lib/errors.ts';
import type { FailureCause } from '../lib/failure-cause.ts';
import { JobSchema } from '../lib/jobs.ts';
import { findFailure, forgetFailure } from '../services/dead-letters/job-failures.ts';
import { markJobFailed } from '../services/dead-letters/mark-job-failed.ts';
import { storeDeadMessage } from '../services/dead-letters/store-dead-message.ts';
import { retryDelaySeconds } from './retry-policy.ts';

interface Delivery {
  queue: string;
  message: Message<unknown>;
}

/** A message that is not a job: stored unchanged for inspection, and not retried. */
export async function deadLetterPoison(
  ctx: ServiceContext,
  delivery: Delivery,
): Promise<'poison' | 'retried'> {
  const { message } = delivery;
  const cause = unknownCause(message, 'NOT_A_JOB', 'The message is not a job.', message.attempts);
  try {
    await storeDeadMessage(ctx, { ...delivery, type: null, cause });
    message.ack();
    return 'poison';
  } catch (error) {
    return retryLater(ctx, message, error);
  }
}

/** A message without attempts left: stored in Postgres with the cause, and its job is marked as failed. */
export async function deadLetter(ctx: ServiceContext, delivery: Delivery): Promise<'dead' | 'retried'> {
  const { message } = delivery;
  const job = JobSchema.safeParse(message.body);
  try {
    if (!job.success) {
      const cause = unknownCause(message, 'NOT_A_JOB', 'The message is not a job.', message.attempts);
      await storeDeadMessage(ctx, { ...delivery, type: null, cause });
    } else {
      const noted = await findFailure(ctx, job.data);
      const cause =
        noted ?? unknownCause(message, 'CUT_OFF', 'Every attempt was interrupted before it finished.', 0);
      await storeDeadMessage(ctx, { ...delivery, type: job.data.type, cause });
      await markJobFailed(ctx, job.data, cause);
      await forgetFailure(ctx, job.data);
    }
    message.ack();
    return 'dead';
  } catch (error) {
    return retryLater(ctx, message, error);
  }
}

/** The cause if none was recorded: only the time at which the message was sent is known. */
function unknownCause(
  { timestamp }: Message<unknown>,
  code: string,
  message: string,
  attempts: number,
): FailureCause {
  const at = timestamp.toISOString();
  return { code, message, upstream: null, attempts, first_at: at, last_at: at };
}

function retryLater(ctx: ServiceContext, message: Message<unknown>, error: unknown): 'retried' {
  ctx.log.error('dead letter not stored', { error: describeError(error) });
  message.retry({ delaySeconds: retryDelaySeconds(error, message.attempts, ctx.random) });
  return 'retried';
}
