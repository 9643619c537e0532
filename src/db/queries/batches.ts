import { type Sql, sql } from '../client.ts';
import { firstOf } from '../rows.ts';

export type BatchOperation = 'analyze' | 'validate';

export interface BatchWrite {
  id: string;
  operation: BatchOperation;
  /** Null for an operation without analysis. */
  analyzer: string | null;
  temperature: number | null;
  itemsCount: number;
  createdBy: string;
  idempotencyKey: string | null;
  /** A hash of everything that makes two requests equal. */
  requestHash: string;
}

/** The batch for a request: the one just written, or an earlier one with the same key. */
export interface OpenedBatch {
  id: string;
  request_hash: string | null;
  accepted: boolean;
}

/** Writes a batch without items, unless the caller has already used the key. */
export async function openBatch(db: Sql, b: BatchWrite): Promise<OpenedBatch> {
  const [, rows] = await db.batch([
    sql`
      insert into batches (id, operation, analyzer, temperature, items_count, created_by, idempotency_key, request_hash)
      values (${b.id}::uuid, ${b.operation}::text, ${b.analyzer}::text, ${b.temperature}::real, ${b.itemsCount}::int,
        ${b.createdBy}::text, ${b.idempotencyKey}::text, ${b.requestHash}::text)
      on conflict (created_by, idempotency_key) do nothing`,
    sql`
      select id, request_hash, accepted_at is not null as accepted from batches
      where id = ${b.id}::uuid
        or (created_by = ${b.createdBy}::text and idempotency_key = ${b.idempotencyKey}::text)`,
  ]);
  const row = firstOf<OpenedBatch>(rows);
  if (row === null) throw new Error('a batch that was just written is not there');
  return row;
}

/** Makes the batch visible, once all its items are stored. */
export async function acceptBatch(db: Sql, id: string): Promise<void> {
  await db.query(sql`
    update batches set accepted_at = now() where id = ${id}::uuid and accepted_at is null`);
}

/** Removes batches whose submission was interrupted; returns how many. */
export async function removeUnacceptedBatches(db: Sql, olderThanMs: number): Promise<number> {
  const rows = await db.query(sql`
    delete from batches
    where accepted_at is null and created_at < now() - ${olderThanMs}::float8 * interval '1 millisecond'
    returning id`);
  return rows.length;
}

export interface BatchCounts {
  queued: number;
  running: number;
  done: number;
  failed: number;
  cancelled: number;
}

export interface BatchRow extends BatchCounts {
  id: string;
  operation: BatchOperation;
  analyzer: string | null;
  temperature: number | null;
  items_count: number;
  created_at: Date;
  cancelled_at: Date | null;
  /** The time of the last change of any item. */
  updated_at: Date;
  /** Analysed by the engine instead of the model. */
  degraded: number;
  /** Whether any item has been started. */
  begun: boolean;
}

const findBatchStatement = (id: string) => sql`
  select b.id, b.operation, b.analyzer, b.temperature, b.items_count, b.created_at, b.cancelled_at, c.*
  from batches b cross join lateral (
    select count(*) filter (where status = 'queued')::int as queued,
      count(*) filter (where status = 'running')::int as running,
      count(*) filter (where status = 'done')::int as done,
      count(*) filter (where status = 'failed')::int as failed,
      count(*) filter (where status = 'cancelled')::int as cancelled,
      count(*) filter (where status = 'done' and error is not null)::int as degraded,
      bool_or(attempts > 0) as begun, max(updated_at) as updated_at
    from batch_items where batch_id = b.id) c
  where b.id = ${id}::uuid and b.accepted_at is not null`;

/** A batch with its items counted in the same statement; null if there is none. */
export async function findBatch(db: Sql, id: string): Promise<BatchRow | null> {
  const rows = await db.query<BatchRow>(findBatchStatement(id));
  return rows[0] ?? null;
}

/** Cancels items that have not started, and returns the batch afterwards; a finished batch is not changed. */
export async function cancelOpenItems(db: Sql, id: string): Promise<BatchRow | null> {
  const [, , rows] = await db.batch([
    sql`
      update batches set cancelled_at = now()
      where id = ${id}::uuid and accepted_at is not null and cancelled_at is null and exists (
        select 1 from batch_items where batch_id = ${id}::uuid and status in ('queued', 'running'))`,
    sql`
      update batch_items i set status = 'cancelled', updated_at = now() from batches b
      where i.batch_id = ${id}::uuid and i.status = 'queued' and b.id = i.batch_id and b.cancelled_at is not null`,
    findBatchStatement(id),
  ]);
  return firstOf<BatchRow>(rows);
}
