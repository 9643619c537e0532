import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContainer } from '../../src/container.ts';
import type { ServiceContext } from '../../src/context.ts';
import type { Env } from '../../src/env.ts';
import type { BatchDto } from '../../src/services/batches/batch-dto.ts';
import { getBatchStatus } from '../../src/services/batches/get-batch-status.ts';
import { LOOPBACK } from '../local/http-server.ts';
import type { LocalChat } from '../local/openai/chat-simulator.ts';
import { judgeRequest } from '../local/openai/simulated-judge.ts';
import { findRedisServer, type RedisProcess, spawnRedis } from '../local/redis/redis-process.ts';
import { type Barline, startBarline, UNLIMITED } from '../local/start-barline.ts';
import { startWorkerHost, type WorkerHost } from '../local/worker-host.ts';
import { readEngineAssets } from '../read-lexicon.ts';
import { benchSongs } from './batch-audit.ts';

const WARM_UP = 20;

export interface BatchWorldOptions {
  requestsPerMinute: number;
  burst: number;
  /** How long the model takes for an answer. */
  latencyMs: number;
  /** Requests per minute that the model accepts, when fewer than configured. */
  takenPerMinute?: number;
}

/** The built Worker with a simulated model that enforces its rate, all in memory. */
export interface BatchWorld {
  ctx: ServiceContext;
  chat: LocalChat;
  submit(items: readonly { lyrics: string }[]): Promise<string>;
  status(batchId: string): Promise<BatchDto>;
  /** Ends the Worker as a crash would, with the messages in its queues. */
  killWorker(): Promise<void>;
  /** Starts a new Worker without the state of the previous one, and makes it resume the work in Postgres. */
  startWorker(): Promise<void>;
  /** Stops Redis with all its data and starts an empty one; false when there is no redis-server. */
  restartRedis(): Promise<boolean>;
  close(): Promise<void>;
}

class Redis {
  readonly #file: string;
  readonly folder: string;
  #process: RedisProcess;

  private constructor(file: string, folder: string, process: RedisProcess) {
    this.#file = file;
    this.folder = folder;
    this.#process = process;
  }

  /** Null when there is no redis-server: the mock of the stack cannot be restarted. */
  static async start(): Promise<Redis | null> {
    const file = await findRedisServer();
    if (file === null) return null;
    const folder = await mkdtemp(join(tmpdir(), 'barline-bench-'));
    return new Redis(file, folder, await spawnRedis(file, folder));
  }

  get socketPath(): string {
    return this.#process.socketPath;
  }

  async restart(): Promise<void> {
    await this.#process.stop();
    this.#process = await spawnRedis(this.#file, this.folder);
  }

  async stop(): Promise<void> {
    await this.#process.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export async function startBatchWorld(options: BatchWorldOptions): Promise<BatchWorld> {
  const { requestsPerMinute, burst, latencyMs, takenPerMinute = requestsPerMinute } = options;
  const redis = await Redis.start();
  const vars = {
    LOG_LEVEL: 'error',
    LLM_REQUESTS_PER_MINUTE: String(requestsPerMinute),
    LLM_BURST: String(burst),
  };
  const barline = await startBarline({
    defaults: UNLIMITED,
    port: 0,
    memory: true,
    embeddings: false,
    demoSites: false,
    env: redis === null ? {} : { REDIS_URL: redis.socketPath },
    // The network can bunch requests, so one more second's worth of them may arrive at once.
    chat: {
      limit: { requestsPerMinute: takenPerMinute, burst: burst + Math.ceil(takenPerMinute / 60) },
      reply: judgeRequest,
      latencyMs,
    },
    vars,
  }).catch(async (error: unknown) => {
    await redis?.stop();
    throw error;
  });
  const { chat } = barline.stack;
  if (chat === null) throw new Error('the chat simulator did not start');
  const env = { ENVIRONMENT: 'local', ...barline.stack.vars, ...vars } as Env;
  const open = createContainer(await readEngineAssets());
  const ctx = open({ env, requestId: 'bench', actor: { type: 'operator' }, waitUntil: () => undefined });
  const worker = new Workers(barline, vars);
  // Warms up the Worker: reads its lexicon and compiles its code.
  for (const { lyrics } of benchSongs(WARM_UP)) {
    await worker.post('/analyze', { lyrics, analyzer: 'algorithmic' });
  }
  return {
    ctx,
    chat,
    submit: async (items) => {
      const answer = await worker.post('/batch', { items, analyzer: 'qwen' });
      return (answer as { batch_id: string }).batch_id;
    },
    status: (batchId) => getBatchStatus(ctx, batchId),
    killWorker: () => worker.kill(),
    startWorker: async () => {
      await worker.start();
      await worker.post('/admin/resume', {});
    },
    restartRedis: async () => {
      await redis?.restart();
      return redis !== null;
    },
    close: async () => {
      await worker.stop();
      await barline.stop();
      await redis?.stop();
    },
  };
}

/** The Worker of now. */
class Workers {
  readonly #barline: Barline;
  readonly #vars: Record<string, string>;
  #host: WorkerHost | null;

  constructor(barline: Barline, vars: Record<string, string>) {
    this.#barline = barline;
    this.#vars = vars;
    this.#host = barline.worker;
  }

  async kill(): Promise<void> {
    await this.#host?.stop();
    this.#host = null;
  }

  async start(): Promise<void> {
    const vars = { ...this.#barline.stack.vars, ...this.#vars };
    this.#host = await startWorkerHost({ host: LOOPBACK, port: 0, vars, queueWaitSeconds: 0.2 });
  }

  async post(path: string, body: object): Promise<unknown> {
    if (this.#host === null) throw new Error('no Worker runs');
    const response = await fetch(`${this.#host.url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.#barline.adminToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return await response.json();
  }

  async stop(): Promise<void> {
    // The first one stops with its stack; stopping it a second time has no effect.
    await this.kill();
  }
}
