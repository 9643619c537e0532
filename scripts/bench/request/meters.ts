import { Agent, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { startHttpServer } from '../../local/http-server.ts';
import type { StackPart, WorkerVars } from '../../local/stack-parts.ts';
import { addOutgoing, NOTHING, type Outgoing, readWire, type Service } from './read-wire.ts';

export interface Metered {
  /** Without flushes of the counters. */
  outgoing: Outgoing;
  /** Flushes of the counters, which belong to no single request, and their commands. */
  metrics: { flushes: number; commands: number };
  /** Milliseconds from a request to Postgres to the end of its answer, summed. */
  postgresMs: number;
}

/** Proxies in front of every service of the Worker, which count what passes. */
export interface Meters extends StackPart {
  /** What has passed since the last call. */
  take(): Metered;
  /** Resolves when nothing has passed for some milliseconds; what a Worker leaves to the background passes late. */
  quiet(): Promise<void>;
}

const SERVICE_OF: Readonly<Record<string, Service>> = {
  DATABASE_FETCH_ENDPOINT: 'postgres',
  UPSTASH_REDIS_REST_URL: 'redis',
};
/** The address in this variable is a login: requests go to DATABASE_FETCH_ENDPOINT. */
const NOT_ASKED = 'DATABASE_URL';
const QUIET_MS = 60;
const QUIET_TIMEOUT_MS = 20_000;

const empty = (): Metered => ({ outgoing: NOTHING, metrics: { flushes: 0, commands: 0 }, postgresMs: 0 });

/** Puts a proxy before every service that a variable names by an HTTP address. */
export async function startMeters(vars: WorkerVars): Promise<Meters> {
  const agent = new Agent({ keepAlive: true });
  let counted = empty();
  let [open, lastAt] = [0, performance.now()];
  const count = (service: Service, path: string, body: string): void => {
    const { isMetrics, outgoing } = readWire({ service, path, body });
    if (isMetrics) {
      counted.metrics.flushes += 1;
      counted.metrics.commands += outgoing.redis_commands;
    } else counted.outgoing = addOutgoing(counted.outgoing, outgoing);
  };
  const startProxy = (service: Service, target: URL) =>
    startHttpServer({ name: `the meter of ${service}` }, async (incoming, response) => {
      const body = Buffer.concat(await incoming.toArray());
      count(service, incoming.url?.split('?')[0] ?? '/', body.toString('utf8'));
      const started = performance.now();
      open += 1;
      try {
        await forward(incoming, { body, target, agent }, response);
      } finally {
        open -= 1;
        lastAt = performance.now();
        if (service === 'postgres') counted.postgresMs += lastAt - started;
      }
    });
  const targets = Object.entries(vars).filter(([name, value]) => name !== NOT_ASKED && isHttp(value));
  const proxies = await Promise.all(
    targets.map(async ([name, value]) => {
      const target = new URL(value);
      const server = await startProxy(SERVICE_OF[name] ?? 'other', target);
      const path = target.pathname === '/' ? '' : target.pathname;
      return { name, server, url: server.url + path };
    }),
  );
  return {
    vars: Object.fromEntries(proxies.map(({ name, url }) => [name, url])),
    addresses: {},
    take: () => {
      const taken = counted;
      counted = empty();
      return taken;
    },
    quiet: async () => {
      const [from, deadline] = [performance.now(), performance.now() + QUIET_TIMEOUT_MS];
      const isQuiet = () => open === 0 && performance.now() - Math.max(lastAt, from) >= QUIET_MS;
      while (!isQuiet()) {
        if (performance.now() > deadline) throw new Error('the Worker goes on asking others');
        await new Promise((resolve) => setTimeout(resolve, QUIET_MS / 4));
      }
    },
    close: async () => {
      await Promise.all(proxies.map(({ server }) => server.close()));
      agent.destroy();
    },
  };
}

const isHttp = (value: string): boolean => /^https?:\/\//.test(value);

interface Onward {
  body: Buffer;
  target: URL;
  agent: Agent;
}

/** Sends the request on and its answer back, both as they are. */
async function forward(incoming: IncomingMessage, onward: Onward, response: ServerResponse): Promise<void> {
  const { hostname, port } = onward.target;
  const { method, headers, url: path } = incoming;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request({ hostname, port, method, headers, path, agent: onward.agent }, resolve);
    outgoing.once('error', reject);
    response.once('close', () => {
      if (!response.writableFinished) outgoing.destroy();
    });
    outgoing.end(onward.body);
  });
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  await pipeline(answer, response);
}
