import { z } from 'zod';
import type { ServiceContext } from '../../context.ts';
import { type BatchItemRow, listBatchItems } from '../../db/queries/batch-items.ts';
import { type BatchOperation, findBatch } from '../../db/queries/batches.ts';
import { decodeCursor } from '../../lib/cursor.ts';
import { toPage } from '../../lib/page.ts';
import type { Analysis } from '../../lyrics/contract.ts';
import { offsetsAsSent } from '../../lyrics/text/sent-offsets.ts';
import { noSuchBatch } from './get-batch-status.ts';
import type { Validation } from './validate-lyrics.ts';

const DEFAULT_LIMIT = 20;
/** Rows that a stream holds in memory. */
const STREAM_ROWS = 20;

const positionKey = z.tuple([z.int().nonnegative().max(1000)]);

export interface ListBatchResultsInput {
  batchId: string;
  /** Null: a page of 20, or all rows for a stream. */
  limit: number | null;
  cursor: string | null;
}

type Context = Pick<ServiceContext, 'sql'>;

const listName = (batchId: string) => `batch-results-${batchId}`;

function toResultDto(row: BatchItemRow, operation: BatchOperation) {
  return {
    index: row.position,
    id: row.item_id,
    status: row.status,
    attempts: row.attempts,
    // Each value was checked by its schema before it was stored.
    analysis: operation === 'analyze' ? offsetsAsSent(row.result as Analysis | null, row.lyrics) : null,
    validation: operation === 'validate' ? (row.result as Validation | null) : null,
    error: row.error,
    updated_at: row.updated_at.toISOString(),
  };
}

async function open(ctx: Context, { batchId, cursor }: ListBatchResultsInput) {
  const key = cursor === null ? null : decodeCursor(listName(batchId), cursor, positionKey);
  const batch = await findBatch(ctx.sql, batchId);
  if (batch === null) throw noSuchBatch();
  return { operation: batch.operation, afterPosition: key?.[0] ?? -1 };
}

/**
 * A page of a batch's items in the order of the request, including those without a result. Throws NOT_FOUND,
 * INVALID_CURSOR.
 */
export async function listBatchResults(ctx: Context, input: ListBatchResultsInput) {
  const { operation, afterPosition } = await open(ctx, input);
  const limit = input.limit ?? DEFAULT_LIMIT;
  const rows = await listBatchItems(ctx.sql, { batchId: input.batchId, afterPosition, limit: limit + 1 });
  const items = rows.map((row) => toResultDto(row, operation));
  return toPage(items, limit, listName(input.batchId), (item) => [item.index]);
}

/**
 * The same items as NDJSON, one per line, read in small pages while they are sent. Throws like `listBatchResults`
 * before the first line; later failures abort the stream, so that a partial list is not mistaken for a complete one.
 */
export async function streamBatchResults(
  ctx: Context,
  input: ListBatchResultsInput,
): Promise<AsyncGenerator<string>> {
  const { operation, afterPosition } = await open(ctx, input);
  return linesAfter(ctx, { ...input, operation, afterPosition });
}

async function* linesAfter(
  ctx: Context,
  from: ListBatchResultsInput & { operation: BatchOperation; afterPosition: number },
): AsyncGenerator<string> {
  let { afterPosition, limit: left } = from;
  for (;;) {
    const limit = Math.min(STREAM_ROWS, left ?? STREAM_ROWS);
    const rows = await listBatchItems(ctx.sql, { batchId: from.batchId, afterPosition, limit });
    for (const row of rows) yield `${JSON.stringify(toResultDto(row, from.operation))}\n`;
    if (left !== null) left -= rows.length;
    afterPosition = rows.at(-1)?.position ?? afterPosition;
    if (rows.length < limit || left === 0) return;
  }
}
