import { z } from 'zod';
import { catalogue } from '../../scripts/local/catalogue/catalogue.ts';
import { type ProxyFault, startFaultProxy } from '../../scripts/local/fault-proxy.ts';
import { startHttpServer } from '../../scripts/local/http-server.ts';
import { startChatSimulator } from '../../scripts/local/openai/chat-simulator.ts';
import { judgeRequest } from '../../scripts/local/openai/simulated-judge.ts';
import { type RedisChoice, startRedis } from '../../scripts/local/redis/server.ts';
import { startGeniusSite } from '../../scripts/local/sites/genius-site.ts';
import type { WorkerVars } from '../../scripts/local/stack-parts.ts';
import type { WorldDatabases } from './world-databases.ts';

/** The parts that a test file can start for itself. */
export const PartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('schema'), database: z.int().min(0) }),
  z.strictObject({ kind: z.literal('redis'), choice: z.enum(['auto', 'mock', 'real']) }),
  z.strictObject({ kind: z.literal('genius'), artists: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('chat'), judges: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('silence') }),
  z.strictObject({ kind: z.literal('echo') }),
  z.strictObject({ kind: z.literal('proxy'), before: z.url() }),
]);
export type PartRequest = z.infer<typeof PartSchema>;

/** A running part: `url` is for the test itself, `vars` are for the Worker. */
export interface Part {
  url: string;
  vars: WorkerVars;
  /** Of a proxy: what becomes of exchanges from now on. */
  spoil?: (fault: ProxyFault | null) => Promise<void>;
  close(): Promise<void>;
}

export const FaultSchema = z.custom<ProxyFault | null>((value) => typeof value === 'object');

const GENIUS_TOKEN = 'test-genius-token';

async function startSchema(databases: WorldDatabases, database: number): Promise<Part> {
  const vars = await databases.startSchema(database);
  return { url: '', vars, close: async () => undefined };
}

async function startOwnRedis(choice: RedisChoice): Promise<Part> {
  const redis = await startRedis({ choice });
  const vars = { UPSTASH_REDIS_REST_URL: redis.restUrl, UPSTASH_REDIS_REST_TOKEN: redis.restToken };
  return { url: redis.restUrl, vars, close: redis.close };
}

async function startGenius(names: readonly string[]): Promise<Part> {
  const artists = catalogue.filter((artist) => names.includes(artist.name));
  if (artists.length < names.length) throw new Error(`Not all of these are in the catalogue: ${names}`);
  const site = await startGeniusSite({ artists, token: GENIUS_TOKEN });
  const vars = { GENIUS_API_URL: site.url, GENIUS_WEB_URL: site.url, GENIUS_TOKEN };
  return { url: site.url, vars, close: site.stop };
}

/** A scripted model, or one that judges every song soundly. */
async function startChat(judges: boolean): Promise<Part> {
  const chat = await startChatSimulator(judges ? { reply: judgeRequest } : {});
  const vars = { LLM_BASE_URL: chat.baseUrl, LLM_API_KEY: chat.apiKey, LLM_MODEL: chat.model };
  return { url: chat.baseUrl, vars, close: chat.close };
}

/** A server that accepts every request and never answers. */
async function startSilence(): Promise<Part> {
  const server = await startHttpServer({ name: 'silence' }, () => undefined);
  return { url: server.url, vars: {}, close: server.close };
}

/** A server that fails with the status that the path begins with, and repeats the request in its message. */
async function startEcho(): Promise<Part> {
  const server = await startHttpServer({ name: 'echo' }, async (request, response) => {
    const body = (await request.toArray()).join('');
    const message = `${request.url} ${JSON.stringify(request.headers)} ${body}`;
    const status = Number(/^\/(\d{3})\b/.exec(request.url ?? '')?.[1] ?? 500);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: message, message, detail: message }));
  });
  return { url: server.url, vars: {}, close: server.close };
}

async function startProxy(before: string): Promise<Part> {
  const proxy = await startFaultProxy(Number(new URL(before).port));
  return { url: proxy.instead(before), vars: {}, spoil: proxy.set, close: proxy.close };
}

export function startPart(databases: WorldDatabases, request: PartRequest): Promise<Part> {
  switch (request.kind) {
    case 'schema':
      return startSchema(databases, request.database);
    case 'redis':
      return startOwnRedis(request.choice);
    case 'genius':
      return startGenius(request.artists);
    case 'chat':
      return startChat(request.judges ?? false);
    case 'echo':
      return startEcho();
    case 'silence':
      return startSilence();
    case 'proxy':
      return startProxy(request.before);
  }
}
