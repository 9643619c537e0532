import { LOOPBACK, startHttpServer } from '../http-server.ts';
import { neonHandler } from './neon-http.ts';
import type { ServerSettings } from './pglite-engine.ts';
import { wireUrl } from './pglite-server.ts';
import { startPgliteThread } from './pglite-thread.ts';
import { openPool } from './pool-engine.ts';
import { type DiskFullError, watchDisk } from './watch-disk.ts';

export interface PostgresOptions {
  /** Where PGlite keeps its files. Absent: in memory. */
  dataDir?: string;
  httpPort?: number;
  wirePort?: number;
  /** Any Postgres with pgvector: served instead of PGlite. */
  upstream?: string;
  poolSize?: number;
  /** Of PGlite. */
  settings?: ServerSettings;
  /** The name of a stored database that a new one of PGlite is a copy of. */
  template?: string;
  /** Called when PGlite has stopped permanently because its disk is full. */
  onDiskFull?: (error: DiskFullError) => void;
}

export interface LocalPostgres {
  /** For Neon's driver, with `fetchEndpoint`. `?schema=name` works on it. */
  databaseUrl: string;
  fetchEndpoint: string;
  /** For clients that speak Postgres over TCP. */
  migrationUrl: string;
  close(): Promise<void>;
}

export const DEFAULT_POOL_SIZE = 20;
const PASSWORD = 'barline';
const DATABASE_URL = `postgresql://barline:${PASSWORD}@${LOOPBACK}/barline`;

/** Serves Neon's HTTP protocol over PGlite, or over another Postgres. */
export async function startPostgres(options: PostgresOptions): Promise<LocalPostgres> {
  return options.upstream ? await startOverPool(options, options.upstream) : await startOverPglite(options);
}

async function startOverPglite(options: PostgresOptions): Promise<LocalPostgres> {
  const { dataDir, httpPort, wirePort, settings, template } = options;
  const server = await startPgliteThread({
    ...(dataDir ? { dataDir } : {}),
    ...(httpPort ? { httpPort } : {}),
    ...(wirePort ? { wirePort } : {}),
    ...(settings ? { settings } : {}),
    ...(template ? { template } : {}),
    password: PASSWORD,
  });
  const { onDiskFull = () => {} } = options;
  const unwatch = dataDir ? watchDisk({ dataDir, ping: server.ping }, onDiskFull) : () => {};
  return {
    databaseUrl: DATABASE_URL,
    fetchEndpoint: `http://${LOOPBACK}:${server.httpPort}/sql`,
    migrationUrl: wireUrl(server),
    async close() {
      unwatch();
      await server.close();
    },
  };
}

async function startOverPool(options: PostgresOptions, upstream: string): Promise<LocalPostgres> {
  const engine = openPool({ connectionString: upstream, size: options.poolSize ?? DEFAULT_POOL_SIZE });
  try {
    const http = await startHttpServer(
      { port: options.httpPort ?? 0, name: 'Postgres' },
      neonHandler({ engine, password: PASSWORD }),
    );
    return {
      databaseUrl: DATABASE_URL,
      fetchEndpoint: `${http.url}/sql`,
      migrationUrl: upstream,
      async close() {
        await http.close();
        await engine.close();
      },
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}
