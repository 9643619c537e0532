import type { ServiceContext } from '../../src/context.ts';
import type { Row, Statement } from '../../src/db/client.ts';
import { silentLogger } from '../../src/lib/logger.ts';
import { gatherMetrics } from '../../src/lib/metrics/gather-metrics.ts';
import type { MetricDelta, MetricStore } from '../../src/lib/metrics/store.ts';
import { createFakeClock } from './fake-clock.ts';

/** The database's answer to a statement: rows or a failure. */
export type Answer = (statement: Statement) => Row[];

export interface FakeContext {
  ctx: ServiceContext;
  statements: Statement[];
  /** What was flushed to the counters' store. */
  flushed: MetricDelta[];
  /** Settles when all background work has settled. */
  background: () => Promise<unknown>;
}

/** A context whose database is a function. Using a part that the test did not provide fails. */
export function createFakeContext(answer: Answer, overrides: Partial<ServiceContext> = {}): FakeContext {
  const statements: Statement[] = [];
  const flushed: MetricDelta[] = [];
  const pending: Promise<unknown>[] = [];
  const ask = async (statement: Statement) => {
    statements.push(statement);
    return answer(statement);
  };
  const clock = createFakeClock();
  const metricStore: MetricStore = {
    add: async ({ deltas }) => void flushed.push(...deltas),
    read: async () => ({}),
    readLastHour: async () => ({}),
  };
  const given: Partial<ServiceContext> = {
    clock,
    random: () => 0.5,
    log: silentLogger,
    metrics: gatherMetrics(clock).record({
      store: () => overrides.metricStore ?? metricStore,
      log: silentLogger,
      waitUntil: null,
    }),
    metricStore,
    sql: {
      query: async <T>(statement: Statement) => (await ask(statement)) as T[],
      batch: (list) => Promise.all(list.map(ask)),
    },
    admitted: async () => undefined,
    waitUntil: (work) => void pending.push(work),
    ...overrides,
  };
  const ctx = new Proxy(given as ServiceContext, {
    get: (target, name) => {
      if (name in target) return target[name as keyof ServiceContext];
      throw new Error(`The test gave no ${String(name)}.`);
    },
  });
  return { ctx, statements, flushed, background: () => Promise.allSettled(pending) };
}
