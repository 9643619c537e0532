import { startPostgres } from '../../scripts/local/postgres/server.ts';
import { migrate } from '../../scripts/migrate.ts';
import { createSql, type Sql } from '../../src/db/client.ts';
import { migratedTemplate } from './migrated-template.ts';

export interface TestDatabase {
  db: Sql;
  close(): Promise<void>;
}

/** A migrated, empty Postgres in this process, reached as the Worker reaches it. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const server = await startPostgres({ template: await migratedTemplate() });
  await migrate(server.migrationUrl);
  const db = createSql({ url: server.databaseUrl, fetchEndpoint: server.fetchEndpoint });
  return { db, close: () => server.close() };
}
