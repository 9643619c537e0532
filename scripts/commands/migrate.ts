import type { Command } from 'commander';
import { DEFAULT_DATA_DIR, startLocalStack } from '../local/stack.ts';
import { readRunningStack } from '../local/stack-file.ts';
import { migrate } from '../migrate.ts';

export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('apply the migrations that the database has not had')
    .option('--url <url>', 'Postgres connection string; default: DATABASE_URL, else the local stack')
    .action(async (options: { url?: string }) => {
      const url = options.url ?? process.env.DATABASE_URL;
      const applied = url === undefined ? await migrateLocal() : await migrate(url);
      console.log(
        applied.length === 0 ? 'nothing to apply' : applied.map((name) => `applied ${name}`).join('\n'),
      );
    });
}

async function migrateLocal(): Promise<string[]> {
  const running = await readRunningStack(DEFAULT_DATA_DIR);
  if (running?.migrationUrl) return migrate(running.migrationUrl);
  const stack = await startLocalStack({ embeddings: false });
  try {
    return await migrate(stack.migrationUrl);
  } finally {
    await stack.stop();
  }
}
