import type { Queue } from '@cloudflare/workers-types';
import type { JobQueue } from '../context.ts';
import { AppError } from './errors.ts';

/** The number of messages that a queue accepts in one call. */
const MAX_MESSAGES = 100;

/** Sends jobs to a queue; throws CONFIG_INVALID if it is not bound. */
export function createQueue(name: string, queue: Queue | undefined): JobQueue {
  return {
    send: async (jobs, delaySeconds = 0) => {
      if (queue === undefined) throw new AppError('CONFIG_INVALID', `The queue ${name} is not bound.`);
      for (let i = 0; i < jobs.length; i += MAX_MESSAGES) {
        const messages = jobs.slice(i, i + MAX_MESSAGES).map((body) => ({ body }));
        await queue.sendBatch(messages, { delaySeconds });
      }
    },
  };
}
