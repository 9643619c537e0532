import { env as runtime } from 'cloudflare:workers';
import { inject } from 'vitest';
import type { ProxyFault } from '../../scripts/local/answer-faults.ts';
import { createSql, type Sql } from '../../src/db/client.ts';
import type { Env } from '../../src/env.ts';
import { TestQueues } from './test-queue.ts';
import { TEST_VARS } from './test-vars.ts';
import { createTestWorker, type TestWorker } from './test-worker.ts';
import type { PartRequest } from './world-parts.ts';

export const ADMIN = { authorization: `Bearer ${TEST_VARS.ADMIN_TOKEN}` };
/** An address on which nothing listens. */
export const NOBODY = 'http://127.0.0.1:1';

type Vars = Record<string, string>;

export interface OwnPart {
  url: string;
  vars: Vars;
  /** Of a proxy: what becomes of exchanges from now on; null: they pass. */
  spoil(fault: ProxyFault | null): Promise<void>;
  stop(): Promise<void>;
}

/** Starts something in Node for this test file alone; it ends with the run at the latest. */
export async function startPart(part: PartRequest): Promise<OwnPart> {
  const world = inject('worldUrl');
  const response = await fetch(world, { method: 'POST', body: JSON.stringify(part) });
  if (!response.ok) throw new Error(`${JSON.stringify(part)} did not start: ${await response.text()}`);
  const { id, url, vars } = (await response.json()) as { id: string; url: string; vars: Vars };
  const stop = async () => {
    await fetch(`${world}/${id}`, { method: 'DELETE' });
  };
  const spoil = async (fault: ProxyFault | null) => {
    await fetch(`${world}/${id}`, { method: 'PUT', body: JSON.stringify(fault) });
  };
  return { url, vars, spoil, stop };
}

/** One Worker under test with its variables, its queues and access to its database. */
export interface TestBarline {
  env: Env;
  vars: Vars;
  queues: TestQueues;
  sql: Sql;
  /** Runs steps of the test's own as one invocation of cron would. */
  runSteps: TestWorker['runSteps'];
  request(path: string, init?: RequestInit): Promise<Response>;
  /** As `request`, with the admin token, and the body read as JSON. A value given is sent as JSON. */
  call<T>(path: string, body?: unknown): Promise<{ status: number; body: T }>;
  /** Handles every message sent so far and every one that this sends. */
  deliver(maxBatch?: number): ReturnType<TestQueues['deliver']>;
  /** As `deliver`, also for messages that are due for a retry or were sent with a delay. */
  deliverLater(): ReturnType<TestQueues['deliver']>;
  runSchedule(time: Date): Promise<void>;
  /** The same Worker with other variables, over the same queues. */
  withVars(vars: Vars): TestBarline;
  /** The same Worker as if it were built with an engine of this version, over the same queues. */
  withEngine(version: string): TestBarline;
}

function assemble(vars: Vars, queues: TestQueues, engine?: string): TestBarline {
  const { ASSETS, BACKUPS, CF_VERSION } = runtime;
  const env = {
    ...vars,
    ...{ ASSETS, BACKUPS, CF_VERSION },
    INGEST_QUEUE: queues.binding('barline-ingest'),
    ANALYSIS_QUEUE: queues.binding('barline-analysis'),
  } as Env;
  const worker = createTestWorker(env, engine);
  const { request } = worker;
  const { DATABASE_URL: url = '', DATABASE_FETCH_ENDPOINT: fetchEndpoint = null } = vars;
  return {
    env,
    vars,
    queues,
    // The driver's endpoint is global, so the client created last would decide it.
    get sql() {
      return createSql({ url, fetchEndpoint });
    },
    runSteps: worker.runSteps,
    request,
    call: async <T>(path: string, body?: unknown) => {
      const headers = { ...ADMIN, 'content-type': 'application/json' };
      const init =
        body === undefined ? { headers: ADMIN } : { method: 'POST', headers, body: JSON.stringify(body) };
      const response = await request(path, init);
      return { status: response.status, body: (await response.json()) as T };
    },
    deliver: (maxBatch) => queues.deliver(worker, maxBatch),
    deliverLater: () => queues.deliverLater(worker),
    runSchedule: (time) => worker.schedule({ cron: '*/15 * * * *', scheduledTime: time.getTime() }),
    withVars: (others) => assemble({ ...vars, ...others }, queues, engine),
    withEngine: (version) => assemble(vars, queues, version),
  };
}

export interface BarlineWishes {
  /** Absent: no Redis is configured. `auto` is a real one where there is one: the mock compiles each script at each call. */
  redis?: 'auto' | 'mock' | 'real';
  /** Artists of the catalogue that its Genius knows. */
  artists?: readonly string[];
  vars?: Vars;
}

/** A Worker with a database schema of its own and the other parts that the test asks for. */
export async function openBarline(wishes: BarlineWishes = {}): Promise<TestBarline> {
  const requests: PartRequest[] = [{ kind: 'schema', database: runtime.TEST_DATABASE }];
  if (wishes.redis !== undefined) requests.push({ kind: 'redis', choice: wishes.redis });
  if (wishes.artists !== undefined) requests.push({ kind: 'genius', artists: [...wishes.artists] });
  const parts = await Promise.all(requests.map(startPart));
  const vars = Object.assign({}, TEST_VARS, inject('sharedVars'), ...parts.map((part) => part.vars));
  return assemble({ ...vars, ...wishes.vars }, new TestQueues());
}

/** A second database, that a test fills as replication would. */
export async function openReplica(): Promise<{ url: string; sql: Sql }> {
  const { vars } = await startPart({ kind: 'schema', database: runtime.TEST_DATABASE });
  const { DATABASE_URL: url = '', DATABASE_FETCH_ENDPOINT: fetchEndpoint = null } = vars;
  return { url, sql: createSql({ url, fetchEndpoint }) };
}
