import { join } from 'node:path';
import { type ChatOptions, type LocalChat, startChatSimulator } from './openai/chat-simulator.ts';
import { startEmbeddings } from './openai/embeddings-server.ts';
import type { ServerSettings } from './postgres/pglite-engine.ts';
import { DEFAULT_POOL_SIZE, startPostgres } from './postgres/server.ts';
import { type RedisChoice, startRedis } from './redis/server.ts';
import { endProcess } from './stop-signals.ts';

/** Variables of the Worker by name. */
export type WorkerVars = Record<string, string>;
export type Environment = Record<string, string | undefined>;

export interface StackOptions {
  /** Where data is kept between runs. One running stack a folder. */
  dataDir?: string;
  /** Keeps everything in memory and claims no folder. */
  memory?: boolean;
  /** Forgets what earlier runs kept in the folder, once it is ours. */
  fresh?: boolean;
  /** Absent: any free port. */
  ports?: Partial<Record<'postgres' | 'postgresWire' | 'redis' | 'embeddings' | 'chat', number>>;
  /** Settings of PGlite by name. */
  postgresSettings?: ServerSettings;
  /** The name of a stored database that a new one of PGlite is a copy of. */
  postgresTemplate?: string;
  redis?: RedisChoice;
  embeddings?: boolean;
  embeddingThreads?: number;
  /** The chat simulator, for tests and load. */
  chat?: boolean | ChatOptions;
  /** Services that the user configured replace those of the stack. Tests pass `{}`. */
  env?: Environment;
}

/** A running piece: `vars` are those it adds for the Worker. */
export interface StackPart {
  vars: WorkerVars;
  addresses: Record<string, string>;
  close(): Promise<void>;
}

export interface PostgresPart extends StackPart {
  migrationUrl: string;
}

export interface RedisPart extends StackPart {
  /** Which Redis serves the endpoint. */
  redis: 'mock' | 'real' | 'upstash';
}

export interface ChatPart extends StackPart {
  chat: LocalChat | null;
}

export interface PartContext {
  options: StackOptions;
  env: Environment;
  dataDir: string | null;
}

export async function postgresPart({ options, env, dataDir }: PartContext): Promise<PostgresPart> {
  const url = env.DATABASE_URL;
  if (url && (env.DATABASE_FETCH_ENDPOINT || isNeon(url))) {
    const vars = pick(env, 'DATABASE_URL', 'DATABASE_FETCH_ENDPOINT');
    return { ...nothing(vars), migrationUrl: directUrl(url) };
  }
  const { postgres: httpPort, postgresWire: wirePort } = options.ports ?? {};
  const server = await startPostgres({
    ...(dataDir === null ? {} : { dataDir: join(dataDir, 'postgres') }),
    ...(httpPort ? { httpPort } : {}),
    ...(wirePort ? { wirePort } : {}),
    ...(url ? { upstream: url } : {}),
    ...(options.postgresSettings ? { settings: options.postgresSettings } : {}),
    ...(options.postgresTemplate ? { template: options.postgresTemplate } : {}),
    onDiskFull: endProcess,
    poolSize: readPoolSize(env.DATABASE_POOL_SIZE),
  });
  return {
    vars: { DATABASE_URL: server.databaseUrl, DATABASE_FETCH_ENDPOINT: server.fetchEndpoint },
    addresses: { postgres: server.fetchEndpoint },
    migrationUrl: server.migrationUrl,
    close: server.close,
  };
}

function readPoolSize(value: string | undefined): number {
  const size = value ? Number(value) : DEFAULT_POOL_SIZE;
  if (Number.isInteger(size) && size > 0) return size;
  throw new Error(`DATABASE_POOL_SIZE must be a whole number above 0, not "${value}".`);
}

function isNeon(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname.endsWith('.neon.tech');
}

/** Migrations hold a lock of their session, which Neon's pooler does not keep. */
export function directUrl(url: string): string {
  return url.replace(/-pooler\.(?=[^/]*\.neon\.tech)/, '.');
}

export async function redisPart({ options, env, dataDir }: PartContext): Promise<RedisPart> {
  const choice = options.redis ?? 'auto';
  const own = pick(env, 'UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN');
  if (choice === 'auto' && own.UPSTASH_REDIS_REST_URL) return { ...nothing(own), redis: 'upstash' };
  const server = await startRedis({
    choice,
    ...(env.REDIS_URL ? { url: env.REDIS_URL } : {}),
    ...(options.ports?.redis ? { port: options.ports.redis } : {}),
    ...(dataDir === null ? {} : { dataDir }),
  });
  return {
    vars: { UPSTASH_REDIS_REST_URL: server.restUrl, UPSTASH_REDIS_REST_TOKEN: server.restToken },
    addresses: { redis: server.restUrl },
    redis: server.backend,
    close: server.close,
  };
}

export async function embeddingsPart({ options, env }: PartContext): Promise<StackPart> {
  const own = pick(env, 'EMBEDDINGS_BASE_URL', 'EMBEDDINGS_API_KEY', 'EMBEDDINGS_MODEL');
  if (own.EMBEDDINGS_BASE_URL) return nothing(own);
  if (options.embeddings === false) return nothing({});
  const server = await startEmbeddings({
    ...(options.ports?.embeddings ? { port: options.ports.embeddings } : {}),
    ...(options.embeddingThreads ? { threads: options.embeddingThreads } : {}),
  });
  return {
    vars: {
      EMBEDDINGS_BASE_URL: server.baseUrl,
      EMBEDDINGS_API_KEY: server.apiKey,
      EMBEDDINGS_MODEL: server.model,
    },
    addresses: { embeddings: server.baseUrl },
    close: server.close,
  };
}

export async function chatPart({ options, env }: PartContext): Promise<ChatPart> {
  const own = pick(env, 'LLM_BASE_URL', 'LLM_API_KEY', 'LLM_MODEL');
  if (own.LLM_BASE_URL) return { ...nothing(own), chat: null };
  if (!options.chat) return { ...nothing({}), chat: null };
  const chat = await startChatSimulator({
    ...(options.ports?.chat ? { port: options.ports.chat } : {}),
    ...(options.chat === true ? {} : options.chat),
  });
  return {
    vars: { LLM_BASE_URL: chat.baseUrl, LLM_API_KEY: chat.apiKey, LLM_MODEL: chat.model },
    addresses: { chat: chat.baseUrl },
    chat,
    close: chat.close,
  };
}

function pick(env: Environment, ...names: string[]): WorkerVars {
  const pairs = names.map((name) => [name, env[name]] as const);
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => Boolean(pair[1])));
}

/** The user's own service: nothing to start, nothing to stop. */
function nothing(vars: WorkerVars): StackPart {
  return { vars, addresses: {}, close: async () => undefined };
}
