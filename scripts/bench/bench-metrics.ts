import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { GATHERING_MS } from '../../src/lib/metrics/gather-metrics.ts';
import { keys } from '../../src/redis/keys.ts';
import { buildAssets, buildWorker } from '../build.ts';
import { findRedisServer, spawnRedis } from '../local/redis/redis-process.ts';
import { startRedis } from '../local/redis/server.ts';
import { startWorkerHost, type WorkerHost } from '../local/worker-host.ts';
import { type FaultyRedis, REDIS_FAULTS, startFaultyRedis } from './faulty-redis.ts';
import { round } from './figures.ts';

export interface MetricsRun {
  /** Requests that the Workers answered, and what their counters in Redis say, by route. */
  sent: Record<string, number>;
  counted: Record<string, number>;
  exact: boolean;
  /** Redis commands for each request, those inside of scripts included. */
  commands_per_request: number;
  /** Times that Redis did not take counts, as the counters say. */
  unsent: number;
}

export interface MetricsBench {
  workers: number;
  undisturbed: MetricsRun;
  disturbed: MetricsRun & { faults: number };
}

export interface MetricsBenchOptions {
  requests: number;
  /** How long Redis stays in each of its faults. */
  faultMs: number;
}

const WORKERS = 2;
const LANES = 8;
const TOKEN = 'bl_bench_token_of_the_metrics';
/** An isolate sends a second after its first count; a loaded machine takes longer. */
const SENT_WITHIN_MS = 10_000;
const POLL_MS = 100;
/** The route under which each path is counted. */
const ROUTES: Record<string, string> = {
  '/health/live': '/health/live',
  '/openapi.json': '/openapi.json',
  '/nowhere': '/*',
};
const PATHS = Object.keys(ROUTES);

interface World {
  redis: Redis;
  proxy: FaultyRedis;
  workers: WorkerHost[];
}

/**
 * Two Workers at once over one Redis, whose counters have to equal the requests sent; then again while Redis fails in
 * every way, with the requests going on. Throws when there is no redis-server.
 */
export async function benchMetrics({ requests, faultMs }: MetricsBenchOptions): Promise<MetricsBench> {
  return await withWorld(async (world) => {
    const undisturbed = await run(world, (send) => inLanes(requests, send));
    const disturbed = await run(world, async (send) => {
      let over = false;
      const going = inLanes(Number.POSITIVE_INFINITY, send, () => over);
      for (const fault of REDIS_FAULTS) {
        world.proxy.fault = fault;
        await sleep(faultMs);
        world.proxy.fault = null;
        await sleep(faultMs);
      }
      over = true;
      await going;
    });
    return { workers: WORKERS, undisturbed, disturbed: { ...disturbed, faults: world.proxy.spoilt() } };
  });
}

async function withWorld<T>(work: (world: World) => Promise<T>): Promise<T> {
  const file = await findRedisServer();
  if (file === null) throw new Error('redis-server is not on the PATH');
  await buildAssets();
  await buildWorker();
  const folder = await mkdtemp(join(tmpdir(), 'barline-bench-'));
  const server = await spawnRedis(file, folder);
  const rest = await startRedis({ choice: 'real', url: server.socketPath });
  const proxy = await startFaultyRedis(rest.restUrl);
  const vars = {
    LOG_LEVEL: 'error',
    ADMIN_TOKEN: TOKEN,
    UPSTASH_REDIS_REST_URL: proxy.url,
    UPSTASH_REDIS_REST_TOKEN: rest.restToken,
  };
  const workers = await Promise.all(
    Array.from({ length: WORKERS }, () => startWorkerHost({ host: '127.0.0.1', port: 0, vars })),
  );
  const redis = new Redis(server.socketPath);
  try {
    return await work({ redis, proxy, workers });
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
    redis.disconnect();
    await proxy.close();
    await rest.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Send = (turn: number) => Promise<void>;

async function run(world: World, sendAll: (send: Send) => Promise<void>): Promise<MetricsRun> {
  await world.redis.flushall();
  await world.redis.config('RESETSTAT');
  const sent: Record<string, number> = {};
  let total = 0;
  await sendAll(async (turn) => {
    const path = PATHS[turn % PATHS.length] ?? '/';
    await ask(world.workers[turn % world.workers.length]?.url + path, turn);
    const route = ROUTES[path] ?? path;
    sent[route] = (sent[route] ?? 0) + 1;
    total += 1;
  });
  const { routes, unsent, commands } = await readCounted(world.redis, sent);
  return {
    sent,
    counted: routes,
    exact: isEqual(sent, routes),
    commands_per_request: round(commands / total),
    unsent,
  };
}

/** Some clients leave before they have read the answer: what was counted must not go with them. */
async function ask(url: string, turn: number): Promise<void> {
  const response = await fetch(url, turn % 7 === 0 ? { method: 'HEAD' } : {});
  if (turn % 5 === 0) await response.body?.cancel();
  else await response.arrayBuffer();
}

async function inLanes(count: number, send: Send, isOver = () => false): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count && !isOver()) await send(next++);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

interface Counted {
  routes: Record<string, number>;
  unsent: number;
  commands: number;
}

/**
 * Waits until the counters equal what was sent, or until both Workers must have sent theirs; then once more, because
 * what is counted twice comes late.
 */
async function readCounted(redis: Redis, sent: Record<string, number>): Promise<Counted> {
  const deadline = performance.now() + SENT_WITHIN_MS;
  while (!isEqual(sent, (await readOnce(redis)).routes) && performance.now() < deadline) await sleep(POLL_MS);
  const commands = await commandsOf(redis);
  await sleep(2 * GATHERING_MS);
  return { ...(await readOnce(redis)), commands };
}

async function readOnce(redis: Redis): Promise<Pick<Counted, 'routes' | 'unsent'>> {
  const routes: Record<string, number> = {};
  let unsent = 0;
  for (const [field, value] of Object.entries(await redis.hgetall(keys.metrics))) {
    const [name, labels = ''] = field.split('|');
    const route = /\broute=([^,]*)/.exec(labels)?.[1] ?? '';
    if (name === 'barline_http_requests_total') routes[route] = (routes[route] ?? 0) + Number(value);
    if (name === 'barline_metrics_unsent_total') unsent = Number(value);
  }
  return { routes, unsent };
}

const isEqual = (a: Record<string, number>, b: Record<string, number>): boolean =>
  Object.keys({ ...a, ...b }).every((key) => a[key] === b[key]);

async function commandsOf(redis: Redis): Promise<number> {
  return Number(/total_commands_processed:(\d+)/.exec(await redis.info('stats'))?.[1]);
}
