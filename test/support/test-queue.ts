import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import type { Queue } from '@cloudflare/workers-types';
import type { TestWorker } from './test-worker.ts';

interface Waiting {
  queue: string;
  id: string;
  attempts: number;
  body: unknown;
}

export interface Delivered {
  acknowledged: number;
  /** Bodies of the messages to retry. */
  retried: unknown[];
}

const MAX_BATCH = 10;

/**
 * Queues that wait for the test: what the Worker sends is kept, `deliver` hands it to the Worker's own consumer in
 * batches, what is to be retried or was sent with a delay waits for `deliverLater`. No timer runs.
 */
export class TestQueues {
  readonly sent: { queue: string; body: unknown; delaySeconds: number }[] = [];
  /** Refuses messages, like a queue that is down. */
  failing = false;
  #waiting: Waiting[] = [];
  #later: Waiting[] = [];
  #ids = 0;

  /** A producer binding of the queue. */
  binding(queue: string): Queue {
    const take = (body: unknown, delaySeconds = 0) => {
      if (this.failing) throw new Error('The queue is down.');
      this.sent.push({ queue, body, delaySeconds });
      if (delaySeconds > 0) this.#later.push(this.#message(queue, body));
      else this.add(queue, body);
    };
    const producer: Pick<Queue, 'send' | 'sendBatch'> = {
      send: async (body, options) => {
        take(body, options?.delaySeconds);
        return SENT;
      },
      sendBatch: async (messages, options) => {
        for (const { body } of messages) take(body, options?.delaySeconds);
        return SENT;
      },
    };
    return producer as Queue;
  }

  /** Adds a message to the queue, with a number of earlier deliveries. */
  add(queue: string, body: unknown, attempts = 1): void {
    this.#waiting.push({ ...this.#message(queue, body), attempts });
  }

  #message(queue: string, body: unknown): Waiting {
    this.#ids += 1;
    return { queue, id: `message-${this.#ids}`, attempts: 1, body };
  }

  /** Delivers all messages, oldest first, including those sent meanwhile. */
  async deliver(worker: TestWorker, maxBatch = MAX_BATCH): Promise<Delivered> {
    const all: Delivered = { acknowledged: 0, retried: [] };
    for (let batch = this.#next(maxBatch); batch.length > 0; batch = this.#next(maxBatch)) {
      const result = await deliverBatch(batch, worker);
      const back = batch.filter(({ id }) => result.retried.has(id));
      this.#later.push(...back.map((message) => ({ ...message, attempts: message.attempts + 1 })));
      all.retried.push(...back.map(({ body }) => body));
      all.acknowledged += result.acknowledged;
    }
    return all;
  }

  async deliverLater(worker: TestWorker): Promise<Delivered> {
    this.#waiting.push(...this.#later.splice(0));
    return this.deliver(worker);
  }

  #next(maxBatch: number): Waiting[] {
    const queue = this.#waiting[0]?.queue;
    const batch = this.#waiting.filter((message) => message.queue === queue).slice(0, maxBatch);
    this.#waiting = this.#waiting.filter((message) => !batch.includes(message));
    return batch;
  }
}

const SENT = { metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } };

async function deliverBatch(messages: readonly Waiting[], worker: TestWorker) {
  const batch = createMessageBatch(
    messages[0]?.queue ?? '',
    messages.map(({ id, attempts, body }) => ({ id, attempts, body, timestamp: new Date() })),
  );
  const exec = createExecutionContext();
  await worker.queue(batch, exec);
  const result = await getQueueResult(batch, exec);
  return {
    acknowledged: result.explicitAcks.length,
    retried: new Set(result.retryMessages.map(({ msgId }) => msgId)),
  };
}
