import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import type { LocalChat } from '../local/openai/chat-simulator.ts';
import { judgeRequest } from '../local/openai/simulated-judge.ts';
import { findRedisServer, spawnRedis } from '../local/redis/redis-process.ts';
import { startBarline, UNLIMITED } from '../local/start-barline.ts';
import { type Peer, startPeer } from './analyze-peer.ts';
import { startBenchWorker } from './bench-worker.ts';
import { type WireRequest, wireRequest } from './socket-client.ts';

/** The built Worker, a minimal route and the peer beside it, with one Redis, one Postgres and one simulated model. */
export interface AnalyzeWorld {
  chat: LocalChat;
  redis: Redis;
  analyze(lyrics: string): Promise<{ cached: boolean; ms: number }>;
  /** The cached analysis of a text, as JSON. */
  analysisOf(lyrics: string): Promise<string>;
  /** Null where Python or its packages are missing. */
  peer: Peer | null;
  /** Requests for clients that send many of them. */
  requests: {
    bare(key: string): WireRequest;
    /** `encoding`: of a client that accepts it. */
    analyze(lyrics: string, encoding?: string): WireRequest;
  };
  close(): Promise<void>;
}

/** Throws when there is no redis-server: figures from the mock would mean nothing. */
export async function startAnalyzeWorld(): Promise<AnalyzeWorld> {
  const file = await findRedisServer();
  if (file === null) throw new Error('redis-server is not on the PATH');
  const folder = await mkdtemp(join(tmpdir(), 'barline-bench-'));
  const server = await spawnRedis(file, folder);
  const redis = new Redis(server.socketPath);
  const barline = await startBarline({
    defaults: UNLIMITED,
    port: 0,
    memory: true,
    embeddings: false,
    demoSites: false,
    env: { REDIS_URL: server.socketPath },
    chat: { reply: judgeRequest },
    vars: { LOG_LEVEL: 'error', LLM_REQUESTS_PER_MINUTE: '60000', LLM_BURST: '1000' },
  });
  const { chat } = barline.stack;
  if (chat === null) throw new Error('the chat simulator did not start');
  const bare = await startBenchWorker('./bare-worker.ts', barline.stack.vars);
  const peer = await startPeer(redis, server.socketPath);
  const analyze = (lyrics: string) => post(`${barline.url}/analyze`, { lyrics, on_limit: 'error' });
  return {
    chat,
    redis,
    peer,
    analyze: async (lyrics) => {
      const { body, ms } = await analyze(lyrics);
      return { cached: (body as { cached: boolean }).cached, ms };
    },
    analysisOf: async (lyrics) => {
      const { body } = await analyze(lyrics);
      return JSON.stringify((body as { analysis: unknown }).analysis);
    },
    requests: {
      bare: (key) => wireRequest(`${bare.url}/analyze`, { key }),
      analyze: (lyrics, encoding) =>
        wireRequest(`${barline.url}/analyze`, { lyrics, on_limit: 'error' }, encoding),
    },
    close: async () => {
      await peer?.stop();
      await bare.stop();
      await barline.stop();
      redis.disconnect();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function post(url: string, value: object): Promise<{ body: unknown; ms: number }> {
  const started = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
  const text = await response.text();
  const ms = performance.now() - started;
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return { body: JSON.parse(text), ms };
}
