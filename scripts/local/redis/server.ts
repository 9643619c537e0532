import { startHttpServer } from '../http-server.ts';
import type { RedisBackend } from './backend.ts';
import { openMock } from './mock-backend.ts';
import { connectRedis } from './real-backend.ts';
import { findRedisServer, spawnRedis } from './redis-process.ts';
import { upstashHandler } from './upstash-rest.ts';

export type RedisChoice = 'auto' | 'mock' | 'real';

export interface RedisOptions {
  /** auto: `url`, else a redis-server on the PATH, else the mock. */
  choice: RedisChoice;
  url?: string;
  port?: number;
  /** Where a Redis of our own keeps its socket. Absent: a temporary folder. */
  dataDir?: string;
}

export interface LocalRedis {
  restUrl: string;
  restToken: string;
  /** Which Redis serves the endpoint. */
  backend: RedisBackend['kind'];
  close(): Promise<void>;
}

const TOKEN = 'barline-local';

/** Serves the REST protocol of Upstash with a real Redis, or with a mock when there is none. */
export async function startRedis(options: RedisOptions): Promise<LocalRedis> {
  const { backend, close: closeBackend } = await openBackend(options);
  try {
    const http = await startHttpServer(
      { port: options.port ?? 0, name: 'Redis' },
      upstashHandler({ backend, token: TOKEN }),
    );
    return {
      restUrl: http.url,
      restToken: TOKEN,
      backend: backend.kind,
      async close() {
        await http.close();
        await closeBackend();
      },
    };
  } catch (error) {
    await closeBackend();
    throw error;
  }
}

interface OpenBackend {
  backend: RedisBackend;
  close(): Promise<void>;
}

async function openBackend({ choice, url, dataDir }: RedisOptions): Promise<OpenBackend> {
  if (choice !== 'mock' && url) return owned(await connectRedis(url));
  const file = choice === 'mock' ? null : await findRedisServer();
  if (file) return await openSpawned(file, dataDir);
  if (choice === 'real') throw new Error('There is no redis-server on the PATH and no REDIS_URL.');
  return owned(await openMock());
}

async function openSpawned(file: string, dataDir?: string): Promise<OpenBackend> {
  const server = await spawnRedis(file, dataDir);
  try {
    const backend = await connectRedis(server.socketPath);
    return {
      backend,
      async close() {
        await backend.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function owned(backend: RedisBackend): OpenBackend {
  return { backend, close: () => backend.close() };
}
