import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sql, sql } from '../../../../src/db/client.ts';
import {
  addBatchItems,
  claimBatchItem,
  failSilentItems,
  finishBatchItem,
  type ItemPlace,
  listBatchItems,
  releaseBatchItem,
  renewItemLeases,
  touchIdleItems,
} from '../../../../src/db/queries/batch-items.ts';
import { acceptBatch, cancelOpenItems, findBatch, openBatch } from '../../../../src/db/queries/batches.ts';
import { batchState, hasEnded } from '../../../../src/services/batches/batch-state.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

const ITEMS = 3;
const MAX_ATTEMPTS = 3;
const ERROR = { code: 'INTERNAL', message: 'scripted' };

let server: TestDatabase;
let db: Sql;
beforeAll(async () => {
  server = await startTestDatabase();
  db = server.db;
}, 60_000);
afterAll(() => server.close());

async function makeBatch(): Promise<string> {
  const id = crypto.randomUUID();
  const rest = {
    analyzer: null,
    temperature: null,
    createdBy: 'test',
    idempotencyKey: null,
    requestHash: 'h',
  };
  await openBatch(db, { id, operation: 'validate', itemsCount: ITEMS, ...rest });
  const items = Array.from({ length: ITEMS }, (_, i) => ({ id: null, lyrics: `line ${i}` }));
  await addBatchItems(db, { batchId: id, position: 0, items });
  await acceptBatch(db, id);
  return id;
}

interface Claimed extends ItemPlace {
  lease: string;
  attempts: number;
}

/** Workers that claim items and hold them until an event releases them; a removed one has died. */
class Workers {
  readonly batchId: string;
  readonly #held: Claimed[] = [];
  /** Number of stored results by position. */
  readonly ends = new Map<number, number>();
  readonly released = new Set<string>();

  constructor(batchId: string) {
    this.batchId = batchId;
  }

  async claim(position: number): Promise<void> {
    const place = { batchId: this.batchId, position };
    const lease = crypto.randomUUID();
    const { item } = await claimBatchItem(db, {
      ...place,
      lease,
      leaseMs: 60_000,
      maxAttempts: MAX_ATTEMPTS,
    });
    if (item !== null) this.#held.push({ ...place, lease, attempts: item.attempts });
  }

  #take(pick: number): Claimed | undefined {
    return this.#held.splice(pick % Math.max(1, this.#held.length), 1)[0];
  }

  async finish(pick: number, status: 'done' | 'failed'): Promise<void> {
    const held = this.#take(pick);
    if (held === undefined) return;
    const error = status === 'failed' ? ERROR : null;
    const end = { ...held, status, analysisId: null, result: { by: held.lease }, error };
    // A worker may not learn of its success and store its result again.
    const stored = [await finishBatchItem(db, end), await finishBatchItem(db, end)];
    const times = stored.filter(Boolean).length;
    this.ends.set(held.position, (this.ends.get(held.position) ?? 0) + times);
  }

  async release(pick: number, spent: boolean): Promise<void> {
    const held = this.#take(pick);
    if (held === undefined) return;
    // As the service does: an item without attempts left is ended.
    if (spent && held.attempts >= MAX_ATTEMPTS) {
      const end = { ...held, status: 'failed' as const, analysisId: null, result: null, error: ERROR };
      if (await finishBatchItem(db, end))
        this.ends.set(held.position, (this.ends.get(held.position) ?? 0) + 1);
      return;
    }
    await releaseBatchItem(db, { ...held, waitMs: spent ? null : 60_000, error: ERROR });
  }

  die(pick: number): void {
    this.#take(pick);
  }
}

const position = fc.nat(ITEMS - 1);
const pick = fc.nat(ITEMS);
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('claim' as const), position }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('finish' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('release' as const), pick, spent: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('die' as const), pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('expire' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sweep' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const) }) },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** Makes every lease and every wait end now. */
const expireLeases = (batchId: string) =>
  db.query(sql`
    update batch_items set leased_until = now() - interval '1 second'
    where batch_id = ${batchId}::uuid and leased_until is not null`);

/** The items of this batch for which the sweep would send a message. */
async function sweep(batchId: string): Promise<number[]> {
  await failSilentItems(db, { maxAttempts: MAX_ATTEMPTS, error: ERROR });
  const items = await touchIdleItems(db, { idleMs: 0, limit: 1000 });
  return items.filter((item) => item.batch_id === batchId).map((item) => item.position);
}

async function apply(workers: Workers, one: Event): Promise<void> {
  switch (one.kind) {
    case 'claim':
      return workers.claim(one.position);
    case 'finish':
      return workers.finish(one.pick, 'done');
    case 'fail':
      return workers.finish(one.pick, 'failed');
    case 'release':
      return workers.release(one.pick, one.spent);
    case 'die':
      return workers.die(one.pick);
    case 'expire':
      await expireLeases(workers.batchId);
      return;
    case 'sweep':
      await sweep(workers.batchId);
      return;
    case 'cancel':
      await cancelOpenItems(db, workers.batchId);
  }
}

const countsOf = async (batchId: string) => {
  const batch = await findBatch(db, batchId);
  if (batch === null) throw new Error('the batch is gone');
  const { queued, running, done, failed, cancelled } = batch;
  return { batch, sum: queued + running + done + failed + cancelled };
};

it('items are never lost or finished twice under any order of claims, crashes, releases, sweeps and cancellations', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (events) => {
      const batchId = await makeBatch();
      const workers = new Workers(batchId);
      for (const one of events) {
        await apply(workers, one);
        const { batch, sum } = await countsOf(batchId);
        expect(sum).toBe(ITEMS);
        // Once cancelled, nothing waits.
        if (batch.cancelled_at !== null) expect(batch.queued).toBe(0);
      }
      // After any sequence of events, leases end, and the sweep and its messages finish every item.
      for (let round = 0; round <= MAX_ATTEMPTS; round++) {
        await expireLeases(batchId);
        for (const at of await sweep(batchId)) {
          await workers.claim(at);
          await workers.finish(Number.MAX_SAFE_INTEGER - 1, 'done');
        }
      }
      const { batch } = await countsOf(batchId);
      expect(hasEnded(batch)).toBe(true);
      expect(['completed', 'completed_with_errors', 'failed', 'cancelled']).toContain(batchState(batch));
      for (const times of workers.ends.values()) expect(times).toBeLessThanOrEqual(1);
      for (const item of await listBatchItems(db, { batchId, afterPosition: -1, limit: ITEMS })) {
        expect(item.attempts).toBeLessThanOrEqual(MAX_ATTEMPTS);
        if (item.status === 'done') expect(workers.ends.get(item.position)).toBe(1);
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

it('a lost lease cannot finish an item, and one of many concurrent claims is granted', async () => {
  const batchId = await makeBatch();
  const claim = (lease: string) =>
    claimBatchItem(db, { batchId, position: 0, lease, leaseMs: 60_000, maxAttempts: MAX_ATTEMPTS });
  const leases = Array.from({ length: 6 }, () => crypto.randomUUID());
  const claims = await Promise.all(leases.map(claim));
  const granted = claims.flatMap(({ item }) => (item === null ? [] : [item.lease]));
  expect(granted).toHaveLength(1);
  const refused = claims.find(({ item }) => item === null);
  expect(refused).toMatchObject({ leasedForMs: expect.any(Number) });
  await expireLeases(batchId);
  const second = crypto.randomUUID();
  expect((await claim(second)).item?.attempts).toBe(2);
  const end = { batchId, position: 0, status: 'done' as const, analysisId: null, result: {}, error: null };
  expect(await finishBatchItem(db, { ...end, lease: granted[0] ?? '' })).toBe(false);
  expect(await finishBatchItem(db, { ...end, lease: second })).toBe(true);
});

it('an item is not claimed after its last attempt', async () => {
  const batchId = await makeBatch();
  const claim = () =>
    claimBatchItem(db, {
      ...{ batchId, position: 0, lease: crypto.randomUUID() },
      ...{ leaseMs: 60_000, maxAttempts: MAX_ATTEMPTS },
    });
  for (let attempts = 1; attempts <= MAX_ATTEMPTS; attempts++) {
    expect((await claim()).item).toMatchObject({ attempts });
    await expireLeases(batchId);
  }
  expect((await claim()).item).toBeNull();
  expect(await sweep(batchId)).toEqual([1, 2]);
  const [item] = await listBatchItems(db, { batchId, afterPosition: -1, limit: 1 });
  expect(item).toMatchObject({ status: 'failed', attempts: MAX_ATTEMPTS, error: ERROR });
});

it('a batch that was not accepted is neither seen nor worked on', async () => {
  const batchId = await makeBatch();
  await db.query(sql`update batches set accepted_at = null where id = ${batchId}::uuid`);
  const place = { batchId, position: 0, lease: crypto.randomUUID() };
  expect(await claimBatchItem(db, { ...place, leaseMs: 60_000, maxAttempts: 1 })).toEqual({
    item: null,
    leasedForMs: null,
  });
  expect(await sweep(batchId)).toEqual([]);
  expect(await findBatch(db, batchId)).toBeNull();
});

it('an item that is released after its batch was cancelled is cancelled', async () => {
  const batchId = await makeBatch();
  const place = { batchId, position: 0, lease: crypto.randomUUID() };
  await claimBatchItem(db, { ...place, leaseMs: 60_000, maxAttempts: MAX_ATTEMPTS });
  await cancelOpenItems(db, batchId);
  await releaseBatchItem(db, { ...place, waitMs: 1000, error: ERROR });
  expect(await findBatch(db, batchId)).toMatchObject({ queued: 0, running: 0, cancelled: ITEMS });
});

it('valid leases are renewed together; a lost one is not regained', async () => {
  const batchId = await makeBatch();
  const claim = (position: number, lease: string, leaseMs: number) =>
    claimBatchItem(db, { batchId, position, lease, leaseMs, maxAttempts: MAX_ATTEMPTS });
  const leases = [0, 1].map((position) => ({ batchId, position, lease: crypto.randomUUID() }));
  for (const { position, lease } of leases) await claim(position, lease, 1000);
  const lost = { batchId, position: 2, lease: crypto.randomUUID() };
  await claim(2, lost.lease, 0);
  const winner = crypto.randomUUID();
  expect((await claim(2, winner, 1000)).item?.lease).toBe(winner);
  await renewItemLeases(db, { leases: [...leases, lost], leaseMs: 50_000 });
  const leftMs = async (position: number) => {
    const { item, leasedForMs } = {
      leasedForMs: null,
      ...(await claim(position, crypto.randomUUID(), 1000)),
    };
    return item === null ? leasedForMs : 0;
  };
  expect(await leftMs(0)).toBeGreaterThan(40_000);
  expect(await leftMs(1)).toBeGreaterThan(40_000);
  expect(await leftMs(2)).toBeLessThanOrEqual(1000);
});

it('a waiting item is not claimed and not sent before its time', async () => {
  const batchId = await makeBatch();
  const lease = crypto.randomUUID();
  const place = { batchId, position: 0 };
  const claim = () => claimBatchItem(db, { ...place, lease, leaseMs: 60_000, maxAttempts: MAX_ATTEMPTS });
  await claim();
  await releaseBatchItem(db, { ...place, lease, waitMs: 60_000, error: ERROR });
  expect(await claim()).toEqual({ item: null, leasedForMs: null });
  expect(await sweep(batchId)).toEqual([1, 2]);
  await expireLeases(batchId);
  expect(await sweep(batchId)).toEqual([0, 1, 2]);
  expect((await claim()).item).toMatchObject({ attempts: 1, error: ERROR });
});

it('pages of any size contain every item once, in order', async () => {
  const batchId = await makeBatch();
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: ITEMS + 2 }), async (limit) => {
      const seen: number[] = [];
      for (;;) {
        const rows = await listBatchItems(db, { batchId, afterPosition: seen.at(-1) ?? -1, limit });
        seen.push(...rows.map((row) => row.position));
        if (rows.length < limit) break;
      }
      expect(seen).toEqual(Array.from({ length: ITEMS }, (_, i) => i));
    }),
    { numRuns: 10 },
  );
});
