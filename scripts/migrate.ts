import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';
import { openBuildConnection } from './build-sql.ts';
import { registerModels } from './register-models.ts';

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

export interface MigrateOptions {
  /** Absent: the schema that the connection has. */
  schema?: string;
  /** At most this many; absent: all that are left. */
  count?: number;
}

/** Applies the migrations that the database has not had, in order, notes the committed models, and answers the names. */
export async function migrate(databaseUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const dbClient = await openBuildConnection(databaseUrl);
  try {
    const applied = await runner({
      dbClient,
      dir: MIGRATIONS,
      ignorePattern: String.raw`\..*|README\.md`,
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
