import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type RunnerOption, runner } from 'node-pg-migrate';
import { openBuildConnection } from './build-sql.ts';
import { registerModels } from './register-models.ts';
import { isOutsideTransaction, parseMigration } from './release/migrations/parse-migration.ts';

/** The folder of all migrations. */
export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/**
 * How long a statement waits for a lock. While it waits, every later statement on the table waits behind it, so it gives up
 * before requests do; the file is rolled back and can be applied again.
 */
const LOCK_TIMEOUT_MS = 3000;

export interface MigrateOptions {
  /** Absent: the schema that the connection has. */
  schema?: string;
  /** At most this many; absent: all that are left. */
  count?: number;
  /** Absent: the project's. */
  folder?: string;
}

type LoaderStrategy = NonNullable<RunnerOption['migrationLoaderStrategies']>[number];
type MigrationLoader = Exclude<LoaderStrategy['loader'], string>;

/** A file is one transaction, or each of its statements by itself where Postgres wants it so. */
const loadSql: MigrationLoader = async (paths) =>
  await Promise.all(
    paths.map(async (path) => {
      const text = await readFile(path, 'utf8');
      const statements = isOutsideTransaction(text)
        ? (await parseMigration(text)).map((statement) => statement.text)
        : null;
      return {
        id: path,
        filePaths: [path],
        actions: {
          up: (pgm) => {
            if (statements !== null) pgm.noTransaction();
            for (const statement of statements ?? [text]) pgm.sql(statement);
          },
          down: false as const,
        },
      };
    }),
  );

/** Applies the migrations that the database has not had, in order, notes the committed models, and answers the names. */
export async function migrate(databaseUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const dbClient = await openBuildConnection(databaseUrl);
  try {
    await dbClient.query(`set lock_timeout = ${LOCK_TIMEOUT_MS}`);
    const applied = await runner({
      dbClient,
      dir: options.folder ?? MIGRATIONS,
      ignorePattern: String.raw`\..*|README\.md`,
      migrationLoaderStrategies: [{ extensions: ['.sql'], loader: loadSql }],
      direction: 'up',
      migrationsTable: 'schema_migrations',
      checkOrder: true,
      log: () => {},
      ...(options.count === undefined ? {} : { count: options.count }),
      ...(options.schema === undefined ? {} : { schema: [options.schema, 'public'], createSchema: true }),
    });
    await registerModels(dbClient);
    return applied.map((migration) => migration.name);
  } finally {
    await dbClient.end();
  }
}
