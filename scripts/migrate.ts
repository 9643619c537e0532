import { fileURLToPath } from 'node:url';
import { runner } from 'node-pg-migrate';

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/** Applies every migration that the database has not had, in order, and answers their names. */
export async function migrate(databaseUrl: string, options: { schema?: string } = {}): Promise<string[]> {
  const applied = await runner({
    databaseUrl,
    dir: MIGRATIONS,
    direction: 'up',
    migrationsTable: 'schema_migrations',
    checkOrder: true,
    log: () => {},
    ...(options.schema === undefined ? {} : { schema: [options.schema, 'public'], createSchema: true }),
  });
  return applied.map((migration) => migration.name);
}
