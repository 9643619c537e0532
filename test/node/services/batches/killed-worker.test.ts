import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditCalls, auditStores, benchSongs, watchStores } from '../../../../scripts/bench/batch-audit.ts';
import { type BatchWorld, startBatchWorld } from '../../../../scripts/bench/batch-world.ts';
import { replaceWorker } from '../../../../scripts/bench/bench-batch.ts';
import { sql } from '../../../../src/db/client.ts';
import { createRedis } from '../../../../src/redis/client.ts';

const ITEMS = 40;
const RATE = { requestsPerMinute: 1200, burst: 5, latencyMs: 50 };

let world: BatchWorld;
beforeAll(async () => {
  world = await startBatchWorld(RATE);
}, 120_000);
afterAll(() => world?.close(), 60_000);

async function waitFor(batchId: string, done: number) {
  for (;;) {
    const batch = await world.status(batchId);
    if (batch.finished_at !== null || batch.counts.done >= done) return batch;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Ends everything that the dead Workers held: leases in Postgres, locks in Redis. */
async function endLeases(leases: readonly string[]): Promise<void> {
  await world.ctx.sql.query(sql`
    update batch_items set leased_until = now() where lease = any(${leases}::uuid[])`);
  const { redis } = world.ctx.config;
  if (redis !== null) await createRedis(redis).flushdb();
}

it('a batch whose Workers are killed loses nothing, stores nothing twice, and repeats only calls in flight', async () => {
  await watchStores(world.ctx.sql);
  const songs = benchSongs(ITEMS);
  const batchId = await world.submit(songs);
  const cutOff = new Set<string>();
  for (const done of [8, 20]) {
    expect((await waitFor(batchId, done)).finished_at).toBeNull();
    for (const lease of await replaceWorker(world, batchId)) cutOff.add(lease);
  }
  expect(cutOff.size).toBeGreaterThan(0);
  await waitFor(batchId, ITEMS - cutOff.size);
  await endLeases([...cutOff]);
  await replaceWorker(world, batchId);
  const batch = await waitFor(batchId, ITEMS);
  expect(batch).toMatchObject({ status: 'completed', counts: { done: ITEMS, degraded: 0 } });
  expect(await auditStores(world.ctx.sql, batchId, songs)).toEqual({ lost: 0, analysed_twice: 0 });
  const { calls_repeated } = auditCalls(world.chat, RATE.requestsPerMinute);
  expect(calls_repeated).toBeLessThanOrEqual(cutOff.size);
}, 120_000);
