import type { Queue } from '@cloudflare/workers-types';
import type { JobQueue } from '../context.ts';
import { AppError, describeError } from './errors.ts';
import type { Logger } from './logger.ts';

/** The number of messages that a queue accepts in one call. */
const MAX_MESSAGES = 100;

/** Sends jobs to a queue; throws CONFIG_INVALID if it is not bound, UPSTREAM_UNAVAILABLE if it takes no messages. */
export function createQueue(name: string, queue: Queue | undefined): JobQueue {
  return {
    send: async (jobs, delaySeconds = 0) => {
      if (queue === undefined) throw new AppError('CONFIG_INVALID', `The queue ${name} is not bound.`);
      try {
        for (let i = 0; i < jobs.length; i += MAX_MESSAGES) {
          const messages = jobs.slice(i, i + MAX_MESSAGES).map((body) => ({ body }));
          await queue.sendBatch(messages, { delaySeconds });
        }
      } catch (cause) {
        throw new AppError('UPSTREAM_UNAVAILABLE', `The queue ${name} takes no messages.`, {
          cause,
          upstream: 'queue',
        });
      }
    },
  };
}

/** Sends jobs for what is stored already. If the queue fails, the schedule finds it, and the caller need not know. */
export async function sendOrLeave(
  { log }: { log: Logger },
  what: Record<string, unknown>,
  send: () => Promise<unknown>,
): Promise<void> {
  try {
    await send();
  } catch (error) {
    log.warn('work left to the schedule', { ...what, error: describeError(error) });
  }
}
