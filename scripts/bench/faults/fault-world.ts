import { createSql, type Sql, sql } from '../../../src/db/client.ts';
import { type FaultProxy, startFaultProxy } from '../../local/fault-proxy.ts';
import { LOOPBACK } from '../../local/http-server.ts';
import { judgeRequest } from '../../local/openai/simulated-judge.ts';
import type { StackPart, WorkerVars } from '../../local/stack-parts.ts';
import { startBarline } from '../../local/start-barline.ts';
import { startWorkerHost, type WorkerHost } from '../../local/worker-host.ts';
import { watchStores } from '../batch-audit.ts';
import { syntheticSong } from '../synthetic-songs.ts';
import { watchItemEnds } from './audit.ts';

/** The variables by which the Worker knows each upstream; a proxy takes the place of each. */
const ADDRESSES = {
  postgres: ['DATABASE_FETCH_ENDPOINT'],
  redis: ['UPSTASH_REDIS_REST_URL'],
  model: ['LLM_BASE_URL'],
  embeddings: ['EMBEDDINGS_BASE_URL'],
  genius: ['GENIUS_API_URL', 'GENIUS_WEB_URL'],
} as const;
export type ProxiedPart = keyof typeof ADDRESSES;
export type Proxies = Record<ProxiedPart, FaultProxy>;

/** The built Worker over the local stack, all in memory, with a proxy before every upstream. */
export interface FaultWorld {
  url: string;
  token: string;
  redis: 'real' | 'mock' | 'upstash';
  proxies: Proxies;
  /** Past the proxies. */
  db: Sql;
  /** While true, whoever has work accepted sends its messages a second time. */
  isDoubling: boolean;
  sendAgain(queue: 'INGEST_QUEUE' | 'ANALYSIS_QUEUE', job: object): Promise<void>;
  /** Ends the Worker as a crash would, with the messages in its queues, and starts another on its port. */
  restartWorker(): Promise<void>;
  /** Has the Worker send what Postgres holds unfinished, as its schedule would. */
  resume(): Promise<void>;
  close(): Promise<void>;
}

const SONGS = 20;
const SONG_WORDS = 100;
const SEEDED_WITHIN_MS = 120_000;
const POLL_MS = 250;

const VARS = {
  LOG_LEVEL: 'error',
  CONTACT: 'bench@example.org',
  SCRAPE_REQUESTS_PER_SECOND: '20',
  LLM_REQUESTS_PER_MINUTE: '6000',
  LLM_BURST: '100',
} as const;
const MODEL_LATENCY_MS = 100;
const QUEUE_WAIT_SECONDS = 0.2;

export async function startFaultWorld(): Promise<FaultWorld> {
  let direct: WorkerVars = {};
  const proxies: Partial<Proxies> = {};
  const barline = await startBarline({
    port: 0,
    memory: true,
    env: {},
    chat: { reply: judgeRequest, latencyMs: MODEL_LATENCY_MS },
    vars: VARS,
    between: async (vars) => {
      direct = { ...vars };
      return await putProxies(vars, proxies);
    },
  });
  const { url, adminToken: token, stack } = barline;
  let worker: WorkerHost = barline.worker;
  const db = createSql({
    url: direct.DATABASE_URL ?? '',
    fetchEndpoint: direct.DATABASE_FETCH_ENDPOINT ?? null,
  });
  const post = async (path: string, body: unknown): Promise<void> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    await response.body?.cancel();
  };
  try {
    await watchStores(db);
    await watchItemEnds(db);
    await seed(db, post);
  } catch (error) {
    await barline.stop();
    throw error;
  }
  return {
    url,
    token,
    redis: stack.redis,
    proxies: proxies as Proxies,
    db,
    isDoubling: false,
    sendAgain: (queue, job) => worker.sendMessage(queue, job),
    restartWorker: async () => {
      await worker.stop();
      const vars = { ...stack.vars, ...VARS };
      const port = Number(new URL(url).port);
      worker = await startWorkerHost({ host: LOOPBACK, port, vars, queueWaitSeconds: QUEUE_WAIT_SECONDS });
      await post('/admin/resume', {});
    },
    resume: () => post('/admin/resume', {}),
    close: async () => {
      if (worker !== barline.worker) await worker.stop();
      await barline.stop();
    },
  };
}

/** The variables with the addresses of proxies, which are added to `proxies`. */
async function putProxies(vars: WorkerVars, proxies: Partial<Proxies>): Promise<StackPart> {
  const changed: WorkerVars = {};
  for (const [part, names] of Object.entries(ADDRESSES)) {
    const url = vars[names[0]];
    if (url === undefined) throw new Error(`the stack has no ${names[0]}`);
    const proxy = await startFaultProxy(Number(new URL(url).port));
    proxies[part as ProxiedPart] = proxy;
    for (const name of names) changed[name] = proxy.instead(vars[name] ?? '');
  }
  const close = async () => {
    await Promise.all(Object.values(proxies).map((proxy) => proxy.close()));
  };
  return { vars: changed, addresses: {}, close };
}

/** A small catalogue, embedded and analysed, so that reads and searches have something to find. */
async function seed(db: Sql, post: (path: string, body: unknown) => Promise<void>): Promise<void> {
  const songs = Array.from({ length: SONGS }, (_, i) => ({
    id: `seed-${i}`,
    artist: `Bench Artist ${i % 5}`,
    title: `Seeded Song ${i}`,
    lyrics: syntheticSong(i * 3, SONG_WORDS),
  }));
  await post('/ingest/tracks?source=seed', songs);
  const deadline = Date.now() + SEEDED_WITHIN_MS;
  for (;;) {
    const [row] = await db.query<{ waiting: number }>(sql`
      select count(*)::int as waiting from tracks
      where 'pending' in (analysis_status, embedding_status)`);
    if (row?.waiting === 0) return;
    if (Date.now() > deadline)
      throw new Error(`${row?.waiting} of ${SONGS} songs wait for vector or analysis`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
