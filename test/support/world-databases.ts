import { type LocalPostgres, startPostgres } from '../../scripts/local/postgres/server.ts';
import type { WorkerVars } from '../../scripts/local/stack-parts.ts';
import { migrate } from '../../scripts/migrate.ts';
import { migratedTemplate } from './migrated-template.ts';

/** Databases of the run by number. One that nobody asks for is not started. */
export interface WorldDatabases {
  /** The variables of a migrated schema of its own: the shim puts `?schema=` at the front of the search path. */
  startSchema(database: number): Promise<WorkerVars>;
  close(): Promise<void>;
}

type Open = Pick<LocalPostgres, 'databaseUrl' | 'fetchEndpoint' | 'migrationUrl' | 'close'>;

/**
 * Each runner of test files has a Postgres of its own: it has one session, and to go from one schema to another it
 * forgets every prepared statement.
 */
export function openWorldDatabases(): WorldDatabases {
  const databases = new Map<number, Promise<Open>>();
  const migrating = new Map<number, Promise<unknown>>();
  let schemas = 0;
  const open = (database: number): Promise<Open> => {
    const opening = databases.get(database) ?? startMigrated();
    databases.set(database, opening);
    return opening;
  };
  return {
    async startSchema(database) {
      schemas += 1;
      const schema = `test_${schemas}`;
      const { databaseUrl, fetchEndpoint, migrationUrl } = await open(database);
      // Migrations hold one lock for the whole database: a second one would fail instead of waiting.
      const before = migrating.get(database) ?? Promise.resolve();
      const migrated = before.then(() => migrate(migrationUrl, { schema }));
      migrating.set(
        database,
        migrated.catch(() => undefined),
      );
      await migrated;
      return { DATABASE_URL: `${databaseUrl}?schema=${schema}`, DATABASE_FETCH_ENDPOINT: fetchEndpoint };
    },
    async close() {
      const opened = await Promise.allSettled(databases.values());
      await Promise.all(opened.map((one) => (one.status === 'fulfilled' ? one.value.close() : undefined)));
    },
  };
}

/** The vector extension belongs to the database and has to be there before the schemas of the files. */
async function startMigrated(): Promise<Open> {
  const server = await startPostgres({ template: await migratedTemplate() });
  await migrate(server.migrationUrl);
  return server;
}
