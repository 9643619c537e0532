import type { Command } from 'commander';
import { createSql, type Sql } from '../../src/db/client.ts';
import { createEmbedder } from '../../src/llm/embedder.ts';
import { reindexEmbeddings } from '../../src/services/embedding/reindex-embeddings.ts';
import { reindexHashes } from '../../src/services/ingest/reindex-hashes.ts';
import { createBuildSql } from '../build-sql.ts';
import { directUrl } from '../local/stack-parts.ts';
import { openOperatorContext } from '../operator-context.ts';
import { createProgress } from '../progress.ts';

export function registerReindex(program: Command): void {
  const reindex = program.command('reindex').description('rebuild what is derived from Postgres');
  reindex
    .command('embeddings')
    .description('give every text a vector of another model, and let it take over when all have one')
    .requiredOption('--model <name>', 'the model that is to take over')
    .option('--base-url <url>', 'its OpenAI-compatible endpoint; as configured if absent')
    .option('--api-key-env <name>', 'the variable that holds its key', 'EMBEDDINGS_API_KEY')
    .action(reindexWith);
  reindex
    .command('hashes')
    .description('rebuild the duplicate check in Redis')
    .action(async () => {
      const operator = await openOperatorContext();
      const progress = createProgress('hashes');
      try {
        const count = await reindexHashes(operator.ctx, (done) => progress.update(done, done));
        progress.stop();
        console.log(`${count} song hashes in Redis`);
      } finally {
        await operator.close();
      }
    });
}

interface EmbeddingsOptions {
  model: string;
  baseUrl?: string;
  apiKeyEnv: string;
}

/** An index over a whole catalogue is built in one statement. */
const INDEX_TIMEOUT_MS = 6 * 3600 * 1000;

/** A database of one's own ends what takes long, unless it is asked over a connection that says otherwise. */
function openBuildSql(database: { url: string; fetchEndpoint: string | null }): Sql {
  const own = process.env.DATABASE_URL;
  return own === undefined
    ? createSql({ ...database, timeoutMs: INDEX_TIMEOUT_MS })
    : createBuildSql(directUrl(own));
}

async function reindexWith(options: EmbeddingsOptions): Promise<void> {
  const operator = await openOperatorContext();
  const progress = createProgress('vectors');
  try {
    const { config } = operator.ctx;
    const baseUrl = options.baseUrl ?? config.embeddings?.baseUrl;
    const maxInputTokens = (config.nextEmbeddings ?? config.embeddings)?.maxInputTokens ?? null;
    const apiKey = process.env[options.apiKeyEnv] ?? config.embeddings?.apiKey;
    if (baseUrl === undefined || apiKey === undefined) throw new Error('No embedding model is configured.');
    if (config.database === null) throw new Error('No database is configured.');
    const { sql, actor, breaker, state, metrics, clock } = operator.ctx;
    const done = await reindexEmbeddings(
      { sql, actor, breaker, state, metrics, clock },
      {
        embedder: createEmbedder({ baseUrl, apiKey, model: options.model, maxInputTokens }),
        buildSql: openBuildSql(config.database),
        onProgress: progress.update,
      },
    );
    progress.stop();
    console.log(
      `${done.tracks} songs and ${done.analyses} analyses have vectors of ${options.model}, which searches use from now on. ` +
        'Set EMBEDDINGS_MODEL to it, and leave EMBEDDINGS_NEXT_MODEL empty.',
    );
  } finally {
    await operator.close();
  }
}
