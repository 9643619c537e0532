import type { Command } from 'commander';
import type { Sql } from '../../src/db/client.ts';
import { filledText, httpUrl, type StackChoice, withStack } from '../command-options.ts';
import { CommandError } from '../explain.ts';
import { sayWhenInterrupted } from '../local/stop-signals.ts';
import { type OperatorContext, withOperator } from '../operator-context.ts';
import { createProgress } from '../progress.ts';
import { recorded } from '../record-command.ts';

interface EmbeddingsOptions extends StackChoice {
  model: string;
  baseUrl?: string;
  apiKeyEnv: string;
}

export function addReindexEmbeddings(command: Command): void {
  withStack(command)
    .requiredOption('--model <name>', 'the model that is to take over', filledText(200))
    .option('--base-url <url>', 'its OpenAI-compatible endpoint (default: the configured one)', httpUrl)
    .option('--api-key-env <name>', 'the variable with its key', filledText(100), 'EMBEDDINGS_API_KEY')
    .action((options: EmbeddingsOptions) =>
      withOperator(options, { mustHoldData: true }, ({ ctx }) =>
        recorded(
          ctx,
          'reindexEmbeddings',
          () => reindexVectors(ctx, options),
          () => options.model,
        ),
      ),
    );
}

export function addReindexHashes(command: Command): void {
  withStack(command).action((options: StackChoice) =>
    withOperator(options, { mustHoldData: true }, async ({ ctx }) => {
      const { reindexHashes } = await import('../../src/services/ingest/reindex-hashes.ts');
      const count = await recorded(ctx, 'reindexHashes', () =>
        countUp(
          'hashes',
          (done) =>
            `Interrupted: ${done} song hashes are in Redis. Repeats are found through Postgres until this command has gone through.`,
          (onProgress) => reindexHashes(ctx, (done) => onProgress(done, done)),
        ),
      );
      console.log(`${count} song hashes in Redis`);
    }),
  );
}

/** Shows the progress of `work`, and at a signal prints what is kept. */
async function countUp<T>(
  label: string,
  describeKept: (done: number) => string,
  work: (onProgress: (done: number, total: number) => void) => Promise<T>,
): Promise<T> {
  const progress = createProgress(label);
  let count = 0;
  const withdraw = sayWhenInterrupted(() => describeKept(count));
  try {
    return await work((done, total) => {
      count = done;
      progress.update(done, total);
    });
  } finally {
    withdraw();
    progress.stop();
  }
}

/** An index over a whole catalogue is built in one statement. */
const INDEX_TIMEOUT_MS = 6 * 3600 * 1000;

/** The database of DATABASE_URL cancels long statements, unless the connection has another limit. */
async function openBuildSql(database: { url: string; fetchEndpoint: string | null }): Promise<Sql> {
  const own = process.env.DATABASE_URL;
  if (own === undefined) {
    const { createSql } = await import('../../src/db/client.ts');
    return createSql({ ...database, timeoutMs: INDEX_TIMEOUT_MS });
  }
  const { createBuildSql } = await import('../build-sql.ts');
  const { directUrl } = await import('../local/stack-parts.ts');
  return createBuildSql(directUrl(own));
}

async function reindexVectors(ctx: OperatorContext['ctx'], options: EmbeddingsOptions): Promise<void> {
  const { config, sql, actor, breaker, state, metrics, clock, log } = ctx;
  const { createEmbedder } = await import('../../src/llm/embedder.ts');
  const { reindexEmbeddings } = await import('../../src/services/embedding/reindex-embeddings.ts');
  const { model } = options;
  const baseUrl = options.baseUrl ?? config.embeddings?.baseUrl;
  const maxInputTokens = (config.nextEmbeddings ?? config.embeddings)?.maxInputTokens ?? null;
  const apiKey = process.env[options.apiKeyEnv] ?? config.embeddings?.apiKey;
  if (baseUrl === undefined || apiKey === undefined)
    throw new CommandError('No embedding model is configured.');
  if (config.database === null) throw new CommandError('No database is configured.');
  const embedder = createEmbedder({ baseUrl, apiKey, model, maxInputTokens });
  const buildSql = await openBuildSql(config.database);
  const done = await countUp(
    'vectors',
    (count) =>
      `Interrupted: ${count} vectors of ${model} are stored; searches use the old model. Run the same command again to go on.`,
    (onProgress) =>
      reindexEmbeddings(
        { sql, actor, breaker, state, metrics, clock, log },
        { embedder, buildSql, onProgress },
      ),
  );
  if (done.unreadable > 0)
    console.log(
      `${done.unreadable} stored analyses were left out: they have a shape that this version cannot read. The log names them.`,
    );
  console.log(
    `${done.tracks} songs and ${done.analyses} analyses have vectors of ${model}, which searches use from now on. ` +
      'Set EMBEDDINGS_MODEL to it, and leave EMBEDDINGS_NEXT_MODEL empty.',
  );
}
