import type { MessageBatch, Queue } from '@cloudflare/workers-types';
import type { CatalogueArtist } from '../../../scripts/local/catalogue/types.ts';
import { type DemoSites, startDemoSites } from '../../../scripts/local/demo-sites.ts';
import { type LocalStack, startLocalStack } from '../../../scripts/local/stack.ts';
import { migrate } from '../../../scripts/migrate.ts';
import { readLexicon } from '../../../scripts/read-lexicon.ts';
import { createContainer } from '../../../src/container.ts';
import type { ServiceContext } from '../../../src/context.ts';
import type { Env } from '../../../src/env.ts';
import { consume } from '../../../src/jobs/consume.ts';

interface Waiting {
  id: string;
  body: { type: string };
  attempts: number;
}

export interface PipelineWorld {
  sites: DemoSites;
  stack: LocalStack;
  ctx: ServiceContext;
  /** Messages that were asked to come later, with their delay in seconds; `drain` leaves them. */
  later: { body: { type: string }; delaySeconds: number; attempts?: number }[];
  /** Handles ingest messages until none waits; what the analysis queue is sent is dropped. */
  drain(): Promise<void>;
  /** Handles the delayed ones as if their time had come. */
  drainLater(): Promise<void>;
  close(): Promise<void>;
}

/** Services, database, Redis and sites, with queues that the test drives: no timer of a queue runs. */
export async function startPipeline(artists: readonly CatalogueArtist[]): Promise<PipelineWorld> {
  const stack = await startLocalStack({ memory: true, embeddings: false, redis: 'mock', env: {} });
  const sites = await startDemoSites(artists);
  await migrate(stack.migrationUrl);
  const waiting: Waiting[] = [];
  const later: PipelineWorld['later'] = [];
  let ids = 0;
  const push = (body: unknown, attempts = 1) => {
    ids += 1;
    waiting.push({ id: `m${ids}`, body: body as { type: string }, attempts });
  };
  const ingest = {
    sendBatch: async (messages: Iterable<{ body: unknown }>, options?: { delaySeconds?: number }) => {
      for (const { body } of messages) {
        const delaySeconds = options?.delaySeconds ?? 0;
        if (delaySeconds > 0) later.push({ body: body as { type: string }, delaySeconds });
        else push(body);
      }
    },
  } as unknown as Queue;
  const env = {
    ...stack.vars,
    ...sites.vars,
    LOG_LEVEL: 'error',
    CONTACT: 'tests@example.org',
    SCRAPE_REQUESTS_PER_SECOND: '100',
    INGEST_QUEUE: ingest,
    ANALYSIS_QUEUE: { sendBatch: async () => undefined } as unknown as Queue,
  } as Env;
  const open = createContainer({ lexicon: await readLexicon() });
  const context = () =>
    open({ env, requestId: 'test', actor: { type: 'operator' }, waitUntil: () => undefined });

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const messages = waiting.splice(0, 20).map((message) => ({
        ...message,
        timestamp: new Date(),
        ack: () => undefined,
        retry: (options?: { delaySeconds?: number }) => {
          const { body, attempts } = message;
          later.push({ body, attempts, delaySeconds: options?.delaySeconds ?? 0 });
        },
      }));
      const batch: unknown = { queue: 'barline-ingest', messages };
      await consume(batch as MessageBatch<unknown>, context());
    }
  };
  return {
    sites,
    stack,
    ctx: context(),
    later,
    drain,
    drainLater: async () => {
      for (const { body, attempts = 1 } of later.splice(0)) push(body, attempts + 1);
      await drain();
    },
    close: async () => {
      await sites.close();
      await stack.stop();
    },
  };
}
