import type { MessageBatch, Queue } from '@cloudflare/workers-types';
import type { CatalogueArtist } from '../../scripts/local/catalogue/catalogue.ts';
import { type DemoSites, startDemoSites } from '../../scripts/local/demo-sites.ts';
import { type LocalStack, startLocalStack } from '../../scripts/local/stack.ts';
import { migrate } from '../../scripts/migrate.ts';
import { readEngineAssets } from '../../scripts/read-lexicon.ts';
import { createContainer } from '../../src/container.ts';
import type { ServiceContext } from '../../src/context.ts';
import type { Sql, Statement } from '../../src/db/client.ts';
import type { Env } from '../../src/env.ts';
import { consume } from '../../src/jobs/consume.ts';
import { AppError } from '../../src/lib/errors.ts';
import { migratedTemplate } from './migrated-template.ts';

interface Waiting {
  id: string;
  body: { type: string };
  attempts: number;
}

export interface PipelineWorld {
  sites: DemoSites;
  stack: LocalStack;
  ctx: ServiceContext;
  /** Messages sent with a delay, and the delay in seconds; `drain` does not deliver them. */
  later: { body: { type: string }; delaySeconds: number; attempts?: number }[];
  /** What the analysis queue was sent. */
  analysis: unknown[];
  /** Loses the next answer to such a statement, after Postgres has executed it. */
  loseAnswer(to: RegExp): void;
  /** Handles ingest messages until there are none; messages of the analysis queue stay. */
  drain(): Promise<void>;
  /** Delivers the delayed messages now. */
  drainLater(): Promise<void>;
  close(): Promise<void>;
}

/** Services, database, Redis and sites, with queues that the test drives: no timer of a queue runs. */
export async function startPipeline(artists: readonly CatalogueArtist[]): Promise<PipelineWorld> {
  const stack = await startLocalStack({
    ...{ memory: true, embeddings: false, redis: 'mock', env: {} },
    postgresTemplate: await migratedTemplate(),
  });
  const sites = await startDemoSites(artists);
  await migrate(stack.migrationUrl);
  const waiting: Waiting[] = [];
  const later: PipelineWorld['later'] = [];
  const analysis: unknown[] = [];
  let losing: RegExp | null = null;
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
    ENVIRONMENT: 'local',
    ...stack.vars,
    ...sites.vars,
    LOG_LEVEL: 'error',
    CONTACT: 'tests@example.org',
    SCRAPE_REQUESTS_PER_SECOND: '100',
    INGEST_QUEUE: ingest,
    ANALYSIS_QUEUE: {
      sendBatch: async (messages: Iterable<{ body: unknown }>) => {
        for (const { body } of messages) analysis.push(body);
      },
    } as unknown as Queue,
  } as Env;
  const open = createContainer(await readEngineAssets());
  const lose = (texts: readonly string[]) => {
    if (losing === null || !texts.some((text) => losing?.test(text))) return;
    losing = null;
    throw new AppError('DATABASE_UNAVAILABLE', 'The answer was lost.');
  };
  const context = (): ServiceContext => {
    const ctx = open({ env, requestId: 'test', actor: { type: 'operator' }, waitUntil: () => undefined });
    const { sql } = ctx;
    const value: Sql = {
      query: async <T>(statement: Statement) => {
        const rows = await sql.query<T>(statement);
        lose([statement.text]);
        return rows;
      },
      batch: async (statements, options) => {
        const rows = await sql.batch(statements, options);
        lose(statements.map(({ text }) => text));
        return rows;
      },
    };
    return Object.create(ctx, { sql: { value } }) as ServiceContext;
  };

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
    analysis,
    loseAnswer: (to) => {
      losing = to;
    },
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
