import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LocalRedis, startRedis } from '../../../../scripts/local/redis/server.ts';
import { systemClock } from '../../../../src/lib/clock.ts';
import { createModelBudget, DEFAULT_MODEL_BUDGET } from '../../../../src/lib/resilience/model-budget.ts';
import { createRedis } from '../../../../src/redis/client.ts';
import { createRedisState } from '../../../../src/redis/shared-state.ts';

let redis: LocalRedis;

beforeAll(async () => {
  redis = await startRedis({ choice: 'auto' });
});
afterAll(() => redis.close());

/** A budget as an isolate opens it: a client of its own, the same Redis. */
function openIsolate(name: string) {
  const state = createRedisState(createRedis({ url: redis.restUrl, token: redis.restToken }));
  return createModelBudget(name, { state, clock: systemClock });
}

it('isolates share one burst, also for concurrent requests', async () => {
  const isolates = [1, 2, 3, 4].map(() => openIsolate('burst'));
  const tickets = await Promise.all([...isolates, ...isolates].map((isolate) => isolate.take(0)));
  expect(tickets.filter(({ granted }) => granted)).toHaveLength(DEFAULT_MODEL_BUDGET.burst);
});

it('a refusal of one isolate slows down and delays the others', async () => {
  const [one, other] = [openIsolate('refusal'), openIsolate('refusal')];
  const ticket = await one.take(0);
  await one.refused(ticket.granted ? ticket.takenAt : 0, 5000);
  expect(await other.rate()).toBe(31);
  const refused = await other.take(1000);
  expect(refused).toMatchObject({ granted: false });
  expect(refused.granted ? 0 : refused.waitMs).toBeGreaterThan(4000);
});
