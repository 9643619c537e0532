import { type Sql, type Statement, sql } from '../client.ts';
import { firstOf, rowsOf } from '../rows.ts';
import { toStorableJson } from '../storable.ts';
import type { BatchOperation } from './batches.ts';

export type BatchItemStatus = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** The position of an item: its batch, and its index in the request, from 0. */
export interface ItemPlace {
  batchId: string;
  position: number;
}

export interface ItemError {
  code: string;
  message: string;
}

/** Stores items from `position` on; existing items are kept. */
export async function addBatchItems(
  db: Sql,
  p: ItemPlace & { items: readonly { id: string | null; lyrics: string }[] },
): Promise<void> {
  const ids = p.items.map((item) => item.id);
  const texts = p.items.map((item) => item.lyrics);
  await db.query(sql`
    insert into batch_items (batch_id, position, item_id, lyrics)
    select ${p.batchId}::uuid, ${p.position}::int + n - 1, item_id, lyrics
    from unnest(${ids}::text[], ${texts}::text[]) with ordinality as u (item_id, lyrics, n)
    on conflict do nothing`);
}

/** An item that this caller may work on until its lease ends. */
export interface ClaimedItem {
  lease: string;
  lyrics: string;
  attempts: number;
  /** The result of the previous attempt. */
  error: ItemError | null;
  operation: BatchOperation;
  analyzer: string | null;
  temperature: number | null;
  age_ms: number;
}

/** The result of a claim: the item, nothing to do, or an item that another worker holds and may still fail. */
export type Claim = { item: ClaimedItem } | { item: null; leasedForMs: number | null };

/**
 * Claims an item that is due, or whose worker has let its lease expire; counts one more attempt. A waiting item of a
 * cancelled batch is cancelled instead.
 */
export async function claimBatchItem(
  db: Sql,
  p: ItemPlace & { lease: string; leaseMs: number; maxAttempts: number },
): Promise<Claim> {
  const takes = sql`not (i.status = 'queued' and b.cancelled_at is not null)`;
  const [claimed, standing] = await db.batch([
    sql`
      update batch_items i set
        status = case when ${takes} then 'running' else 'cancelled' end,
        attempts = attempts + (${takes})::int,
        lease = case when ${takes} then ${p.lease}::uuid end,
        leased_until = case when ${takes} then now() + ${p.leaseMs}::float8 * interval '1 millisecond' end,
        updated_at = now()
      from batches b
      where i.batch_id = ${p.batchId}::uuid and i.position = ${p.position}::int and b.id = i.batch_id
        and b.accepted_at is not null and i.attempts < ${p.maxAttempts}::int
        and i.status in ('queued', 'running') and (i.leased_until is null or i.leased_until <= now())
      returning i.status, i.lease, i.lyrics, i.attempts, i.error, b.operation, b.analyzer, b.temperature,
        (extract(epoch from now() - b.created_at) * 1000)::float8 as age_ms`,
    sql`
      select (extract(epoch from leased_until - now()) * 1000)::float8 as leased_for_ms from batch_items
      where batch_id = ${p.batchId}::uuid and position = ${p.position}::int and status = 'running'`,
  ]);
  const row = firstOf<ClaimedItem & { status: string }>(claimed);
  if (row?.status === 'running') return { item: row };
  const leasedFor = standing?.[0]?.leased_for_ms;
  return { item: null, leasedForMs: typeof leasedFor === 'number' ? Math.max(0, leasedFor) : null };
}

/** An item and the lease under which it is processed. */
export interface ItemLease extends ItemPlace {
  lease: string;
}

/** Extends leases that are still valid by their full duration from now. */
export async function renewItemLeases(
  db: Sql,
  p: { leases: readonly ItemLease[]; leaseMs: number },
): Promise<void> {
  const batches = p.leases.map(({ batchId }) => batchId);
  const positions = p.leases.map(({ position }) => position);
  const leases = p.leases.map(({ lease }) => lease);
  await db.query(sql`
    update batch_items i set leased_until = now() + ${p.leaseMs}::float8 * interval '1 millisecond'
    from unnest(${batches}::uuid[], ${positions}::int[], ${leases}::uuid[]) as held (batch_id, position, lease)
    where i.batch_id = held.batch_id and i.position = held.position and i.lease = held.lease
      and i.status = 'running'`);
}

/** Stores the result of an item; false if another worker has taken over the lease, whose result will count. */
export async function finishBatchItem(
  db: Sql,
  p: ItemPlace & {
    lease: string;
    status: 'done' | 'failed';
    analysisId: number | null;
    result: unknown;
    error: ItemError | null;
  },
): Promise<boolean> {
  const rows = await db.query(sql`
    update batch_items set status = ${p.status}::text, analysis_id = ${p.analysisId}::int,
      result = ${jsonOrNull(p.result)}::jsonb, error = ${jsonOrNull(p.error)}::jsonb,
      lease = null, leased_until = null, updated_at = now()
    where batch_id = ${p.batchId}::uuid and position = ${p.position}::int and status = 'running'
      and lease = ${p.lease}::uuid
    returning position`);
  return rows.length > 0;
}

/**
 * Releases an item, or marks it as cancelled if its batch was. With `waitMs` it may not be claimed before that time
 * has passed, and the attempt does not count; null: it may be claimed at any time, and the attempt counts.
 */
export async function releaseBatchItem(
  db: Sql,
  p: ItemPlace & { lease: string; waitMs: number | null; error: ItemError },
): Promise<void> {
  await db.query(sql`
    update batch_items i set status = case when b.cancelled_at is null then 'queued' else 'cancelled' end,
      attempts = attempts - ${p.waitMs === null ? 0 : 1}::int, error = ${toStorableJson(p.error)}::jsonb,
      lease = null, leased_until = now() + ${p.waitMs}::float8 * interval '1 millisecond', updated_at = now()
    from batches b
    where i.batch_id = ${p.batchId}::uuid and i.position = ${p.position}::int and b.id = i.batch_id
      and i.status = 'running' and i.lease = ${p.lease}::uuid`);
}

/**
 * Marks items as failed whose attempts all ended without a result, for example because the Worker died each time;
 * returns how many.
 */
export async function failSilentItems(
  db: Sql,
  p: { maxAttempts: number; error: ItemError },
): Promise<number> {
  const rows = await db.query(sql`
    update batch_items set status = 'failed', error = ${toStorableJson(p.error)}::jsonb, lease = null,
      leased_until = null, updated_at = now()
    where status in ('queued', 'running') and attempts >= ${p.maxAttempts}::int
      and (leased_until is null or leased_until <= now())
    returning position`);
  return rows.length;
}

/**
 * Open items without a change for `idleMs` since they became due, the oldest batch first; marks them as changed now.
 */
export async function touchIdleItems(
  db: Sql,
  p: { idleMs: number; limit: number },
): Promise<{ batch_id: string; position: number }[]> {
  const idleSince = sql`now() - ${p.idleMs}::float8 * interval '1 millisecond'`;
  return db.query(sql`
    with idle as (
      select i.batch_id, i.position from batch_items i join batches b on b.id = i.batch_id
      where i.status in ('queued', 'running') and b.accepted_at is not null
        and i.updated_at <= ${idleSince}
        and (i.status = 'running' or i.leased_until is null or i.leased_until <= ${idleSince})
      order by b.created_at, i.batch_id, i.position limit ${p.limit}::int for update of i skip locked)
    , touched as (
      update batch_items i set updated_at = now() from idle
      where i.batch_id = idle.batch_id and i.position = idle.position)
    select batch_id, position from idle`);
}

export interface BatchItemRow {
  position: number;
  item_id: string | null;
  status: BatchItemStatus;
  attempts: number;
  /** The analysis or the validation; null while there is none. */
  result: unknown;
  error: ItemError | null;
  updated_at: Date;
  /** As sent by the caller. */
  lyrics: string;
}

interface ItemRange {
  batchId: string;
  afterPosition: number;
  limit: number;
}

const itemsInOrder = (p: ItemRange): Statement => sql`
  select i.position, i.item_id, i.status, i.attempts, coalesce(i.result, a.analysis_data) as result, i.error,
    i.updated_at, i.lyrics
  from batch_items i left join analysis_results a on a.id = i.analysis_id
  where i.batch_id = ${p.batchId}::uuid and i.position > ${p.afterPosition}::int
  order by i.position limit ${p.limit}::int`;

/** Items of a batch in the order of the request, with their results. */
export async function listBatchItems(db: Sql, p: ItemRange): Promise<BatchItemRow[]> {
  return db.query<BatchItemRow>(itemsInOrder(p));
}

/** As `listBatchItems`, with the batch's operation in the same round trip; null if there is no such batch. */
export async function findBatchItems(
  db: Sql,
  p: ItemRange,
): Promise<{ operation: BatchOperation; items: BatchItemRow[] } | null> {
  const batch = sql`select operation from batches where id = ${p.batchId}::uuid and accepted_at is not null`;
  const [batches, items] = await db.batch([batch, itemsInOrder(p)], { readOnly: true });
  const found = firstOf<{ operation: BatchOperation }>(batches);
  return found === null ? null : { operation: found.operation, items: rowsOf<BatchItemRow>(items) };
}

const jsonOrNull = (value: unknown): string | null => (value === null ? null : toStorableJson(value));
