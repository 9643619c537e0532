import type { MessageBatch, Queue } from '@cloudflare/workers-types';
import type { ServiceContext } from '../../../src/context.ts';
import { consume } from '../../../src/jobs/consume.ts';
import { callOutside } from './life.ts';

export interface Message {
  queue: 'barline-ingest' | 'barline-analysis' | 'barline-dead-letters';
  body: { type: string };
  /** Deliveries, with the next one. */
  attempts: number;
}

/** A message that a Worker was given. */
export interface Delivery {
  deliver(ctx: ServiceContext): Promise<void>;
  /** Puts it back if it was not acknowledged. */
  done(): void;
}

/** As wrangler.toml has it: the first delivery and five retries. */
const MAX_ATTEMPTS = 6;

/** The queues of Cloudflare, which outlive every Worker: what was not acknowledged is delivered again. */
export class Platform {
  waiting: Message[] = [];
  /** Sent with a delay, or to be retried. */
  later: Message[] = [];
  readonly #kept = new Map<string, { waiting: readonly Message[]; later: readonly Message[] }>();

  keep(as: string): void {
    this.#kept.set(as, { waiting: [...this.waiting], later: [...this.later] });
  }

  restore(kept: string): void {
    const { waiting = [], later = [] } = this.#kept.get(kept) ?? {};
    this.waiting = [...waiting];
    this.later = [...later];
  }

  binding(queue: Message['queue']): Queue {
    const sendBatch = (messages: Iterable<{ body: { type: string } }>, options?: { delaySeconds?: number }) =>
      callOutside(`send to ${queue}`, async () => {
        const to = (options?.delaySeconds ?? 0) > 0 ? this.later : this.waiting;
        for (const { body } of messages) to.push({ queue, body, attempts: 1 });
      });
    return { sendBatch } as unknown as Queue;
  }

  /** Takes the next message; null when none waits but those of the type that is kept. */
  take(kept: string | null): Delivery | null {
    const first = this.waiting.find(({ body }) => body.type !== kept);
    return first === undefined ? null : this.#give(first);
  }

  /** Takes the first message of a type; null when there is none. */
  takeOne(type: string): Delivery | null {
    const first = this.waiting.find(({ body }) => body.type === type);
    return first === undefined ? null : this.#give(first);
  }

  /** The delayed messages are due. */
  ripen(): void {
    this.waiting.push(...this.later.splice(0));
  }

  /** One at a time and in order, so that rows get the same ids whenever the work is the same. */
  #give(message: Message): Delivery {
    this.waiting = this.waiting.filter((other) => other !== message);
    let isOpen = true;
    const settle = (how: () => void) => () => {
      if (isOpen) how();
      isOpen = false;
    };
    const given = {
      ...{ id: 'm1', timestamp: new Date(), body: message.body, attempts: message.attempts },
      ack: settle(() => {}),
      retry: settle(() => this.later.push(again(message))),
    };
    const batch = { queue: message.queue, messages: [given] } as unknown as MessageBatch<unknown>;
    return {
      deliver: (ctx) => consume(batch, ctx),
      done: settle(() => this.waiting.unshift(again(message))),
    };
  }
}

function again({ queue, body, attempts }: Message): Message {
  const isLast = attempts >= MAX_ATTEMPTS;
  return isLast
    ? { queue: 'barline-dead-letters', body, attempts: 1 }
    : { queue, body, attempts: attempts + 1 };
}
