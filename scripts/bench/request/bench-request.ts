import { startBenchWorker } from '../bench-worker.ts';
import { quantile, round } from '../figures.ts';
import { costOfMillion, type MillionCost } from './cost.ts';
import type { Metered } from './meters.ts';
import type { Outgoing } from './read-wire.ts';
import { type RequestWorld, type SentAnswer, send, startRequestWorld } from './request-world.ts';
import type { RouteCase, Token } from './route-cases.ts';
import { openWorkerCpu } from './worker-cpu.ts';

export interface RoutePrice extends Outgoing {
  name: string;
  method: string;
  path: string;
  requests: number;
  /** Median CPU of the whole workerd process for a request, what it leaves to the background included. */
  cpu_ms: number;
  /** Mean time in the local Postgres. */
  postgres_ms: number;
  bytes_in: number;
  bytes_out: number;
  million_usd: MillionCost;
}

export interface RequestBench {
  /** The same CPU figure of a Worker that answers a constant. */
  plain_cpu_ms: number;
  /** CPU of the workerd process a second in which nothing is asked. */
  idle_cpu_ms: number;
  /** What an isolate sends to Redis once a second while it is asked: the counts of all its requests. */
  metrics_commands: number;
  routes: RoutePrice[];
}

export interface RequestBenchOptions {
  /** Requests measured of each kind. */
  requests: number;
  /** Ids of operations and paths, with commas; null: every route. */
  route: string | null;
  /** The kinds of requests, for the operator's token. */
  cases: (token: Token) => readonly RouteCase[];
  onStep: (step: string) => void;
}

const WARM_UP = 20;
/** Counted one at a time; the cheapest is the rule, since what an isolate remembers may expire in another. */
const COUNTED = 3;
const IDLE_MS = 1000;
/** Measures what each kind of request costs, one after another, on the Worker as it is deployed. */
export async function benchRequest(options: RequestBenchOptions): Promise<RequestBench> {
  options.onStep('measuring a Worker that answers a constant');
  const plain_cpu_ms = await measurePlain(options.requests);
  const world = await startRequestWorld(options.onStep);
  try {
    const cases = chooseCases(options.cases(world.token), options.route);
    const cpu = await openWorkerCpu();
    const idle_cpu_ms = await measureIdle(cpu);
    const routes: RoutePrice[] = [];
    let metrics_commands = 0;
    for (const one of cases) {
      options.onStep(`measuring ${one.name}`);
      const { price, flushCommands } = await measureAgain(world, one, { ...options, cpu });
      routes.push(price);
      metrics_commands = Math.max(metrics_commands, flushCommands);
    }
    return { plain_cpu_ms: round(plain_cpu_ms), idle_cpu_ms: round(idle_cpu_ms), metrics_commands, routes };
  } finally {
    await world.close();
  }
}

function chooseCases(cases: readonly RouteCase[], route: string | null): readonly RouteCase[] {
  if (route === null) return cases;
  const wanted = route.split(',').map((name) => name.trim());
  const chosen = cases.filter(({ operation: { id, path } }) => wanted.includes(id) || wanted.includes(path));
  if (chosen.length === 0) throw new Error(`The API has no operation and no path ${route}.`);
  return chosen;
}

async function measurePlain(requests: number): Promise<number> {
  const worker = await startBenchWorker('./request/plain-worker.ts');
  try {
    const cpu = await openWorkerCpu();
    const ask = () => send(worker.url, { path: '/', init: { method: 'GET' } });
    for (let i = 0; i < WARM_UP; i++) await ask();
    return quantile(await eachCpu(cpu, requests, ask), 0.5);
  } finally {
    await worker.stop();
  }
}

async function measureIdle(cpu: () => Promise<number>): Promise<number> {
  const before = await cpu();
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  return (((await cpu()) - before) * 1000) / IDLE_MS;
}

/** CPU between the ends of one answer and the next, so that work after an answer counts too. */
async function eachCpu(
  cpu: () => Promise<number>,
  count: number,
  ask: () => Promise<unknown>,
): Promise<number[]> {
  const used: number[] = [];
  let before = await cpu();
  for (let i = 0; i < count; i++) {
    await ask();
    const now = await cpu();
    used.push(now - before);
    before = now;
  }
  return used;
}

type Measuring = Pick<RequestBenchOptions, 'requests' | 'onStep'> & { cpu: () => Promise<number> };

interface MeasuredCase {
  price: RoutePrice;
  /** Of the largest flush of the counters meanwhile. */
  flushCommands: number;
}

const ATTEMPTS = 3;

/** A busy machine lets a service be late, and then an answer is a failure: the case is measured again, and that is told. */
async function measureAgain(world: RequestWorld, one: RouteCase, how: Measuring): Promise<MeasuredCase> {
  const ask = askerOf(world, one);
  for (let attempt = 1; ; attempt++) {
    try {
      return await measureCase(world, one, { ...how, ask });
    } catch (error) {
      if (attempt === ATTEMPTS || one.once) throw error;
      how.onStep(`measured again: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** One request with everything that it asks of others, also after its answer. */
async function countOne({ meters }: RequestWorld, ask: Ask): Promise<CountedAnswer> {
  await meters.quiet();
  meters.take();
  const answer = await ask();
  await meters.quiet();
  return { ...answer, ...meters.take() };
}

const sizeOf = (outgoing: Outgoing): number => Object.values(outgoing).reduce((sum, n) => sum + n, 0);

type Ask = () => Promise<SentAnswer>;
type CountedAnswer = SentAnswer & Metered;

/** Sends the case's requests one after the other, each turn once. Throws for an answer that is a failure. */
function askerOf(world: RequestWorld, one: RouteCase): Ask {
  let turn = 0;
  return async () => {
    const sent = one.request(turn++);
    const { status, bytesIn, answer } = await send(world.url, sent);
    if (status < 400) return { status, bytesIn, answer };
    throw new Error(`${one.name}: ${sent.path} answered ${status}: ${answer.toString('utf8').slice(0, 300)}`);
  };
}

async function measureCase(
  world: RequestWorld,
  one: RouteCase,
  { cpu, requests, ask }: Measuring & { ask: Ask },
): Promise<MeasuredCase> {
  const measured = one.once ? 0 : requests;
  for (let i = 0; i < Math.min(WARM_UP, measured); i++) await ask();
  const before = await cpu();
  const first = await countOne(world, ask);
  const alone = (await cpu()) - before;
  const counted = [first];
  for (let i = 1; i < COUNTED && measured > 0; i++) counted.push(await countOne(world, ask));
  const cheapest = counted.reduce((a, b) => (sizeOf(b.outgoing) < sizeOf(a.outgoing) ? b : a), first);
  const used = measured === 0 ? [alone] : await eachCpu(cpu, measured, ask);
  await world.meters.quiet();
  const { metrics, postgresMs } = world.meters.take();
  const meanMs = measured === 0 ? first.postgresMs : postgresMs / measured;
  const flushes = [...counted.map((each) => each.metrics), metrics];
  return {
    price: toPrice(one, cheapest, { used, postgresMs: meanMs }),
    flushCommands: Math.max(...flushes.map((all) => all.commands / Math.max(1, all.flushes))),
  };
}

function toPrice(
  { name, operation: { method, path } }: RouteCase,
  { outgoing, bytesIn, answer }: CountedAnswer,
  { used, postgresMs }: { used: readonly number[]; postgresMs: number },
): RoutePrice {
  const cpu_ms = round(quantile(used, 0.5));
  const postgres_ms = round(postgresMs);
  return {
    name,
    method,
    path,
    requests: used.length,
    cpu_ms,
    ...outgoing,
    postgres_ms,
    bytes_in: bytesIn,
    bytes_out: answer.length,
    million_usd: costOfMillion({ cpu_ms, postgres_ms, redis_commands: outgoing.redis_commands }),
  };
}
