import { type Command, Option } from 'commander';
import { postgresUrl, type StackChoice, withStack } from '../command-options.ts';

interface MigrateOptions extends StackChoice {
  url?: string;
}

export function addMigrate(command: Command): void {
  withStack(command)
    .addOption(
      new Option('--url <url>', 'Postgres connection string; else the stack of the folder')
        .env('DATABASE_URL')
        .argParser(postgresUrl),
    )
    .action(async ({ url, data }: MigrateOptions) => {
      const { migrate } = await import('../migrate.ts');
      process.stderr.write(`migrating ${url === undefined ? `the stack on ${data}` : hostOf(url)}\n`);
      const applied = url === undefined ? await migrateLocal(data) : await migrate(url);
      console.log(
        applied.length === 0 ? 'nothing to apply' : applied.map((name) => `applied ${name}`).join('\n'),
      );
    });
}

/** Without the password. */
const hostOf = (url: string): string => `the database at ${new URL(url).host}`;

async function migrateLocal(dataDir: string): Promise<string[]> {
  const { readRunningStack } = await import('../local/stack-file.ts');
  const { migrate } = await import('../migrate.ts');
  const running = await readRunningStack(dataDir);
  if (running?.migrationUrl) return migrate(running.migrationUrl);
  const { startLocalStack } = await import('../local/stack.ts');
  const stack = await startLocalStack({ embeddings: false, dataDir });
  try {
    return await migrate(stack.migrationUrl);
  } finally {
    await stack.stop();
  }
}
