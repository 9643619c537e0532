import { z } from 'zod';
import type { ServiceContext } from '../../context.ts';
import {
  type BatchItemRow,
  findBatchItems,
  type ItemError,
  listBatchItems,
} from '../../db/queries/batch-items.ts';
import type { BatchOperation } from '../../db/queries/batches.ts';
import { decodeCursor } from '../../lib/cursor.ts';
import { toPage } from '../../lib/page.ts';
import { readStored } from '../../lib/stored-json.ts';
import { type Analysis, AnalysisSchema } from '../../lyrics/contract.ts';
import { offsetsAsSent } from '../../lyrics/text/sent-offsets.ts';
import { noSuchBatch } from './get-batch-status.ts';
import { type Validation, ValidationSchema } from './validation.ts';

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

type Context = Pick<ServiceContext, 'sql' | 'log'>;

const listName = (batchId: string) => `batch-results-${batchId}`;

interface ItemResult {
  analysis: Analysis | null;
  validation: Validation | null;
  error: ItemError | null;
}

const UNREADABLE: ItemError = {
  code: 'INTERNAL',
  message: 'The stored result has a shape that this version cannot read: submit the text again.',
};

/** What is stored of an item; a result that cannot be read (logged) is shown as the item's error. */
function resultOf(ctx: Context, row: BatchItemRow, { id, operation }: OpenBatch): ItemResult {
  const none: ItemResult = { analysis: null, validation: null, error: row.error };
  if (row.result === null) return none;
  const stored = { value: row.result, what: 'batch result', id: `${id}/${row.position}` };
  if (operation === 'validate') {
    const validation = readStored(ctx.log, ValidationSchema, stored);
    return validation === undefined ? { ...none, error: UNREADABLE } : { ...none, validation };
  }
  const analysis = readStored(ctx.log, AnalysisSchema, stored);
  return analysis === undefined
    ? { ...none, error: UNREADABLE }
    : { ...none, analysis: offsetsAsSent(analysis, row.lyrics) };
}

function toResultDto(ctx: Context, row: BatchItemRow, batch: OpenBatch) {
  return {
    index: row.position,
    id: row.item_id,
    status: row.status,
    attempts: row.attempts,
    ...resultOf(ctx, row, batch),
    updated_at: row.updated_at.toISOString(),
  };
}

interface OpenBatch {
  id: string;
  operation: BatchOperation;
}

/** A batch with its first rows after the cursor, in one round trip. */
async function open(ctx: Context, { batchId, cursor }: ListBatchResultsInput, limit: number) {
  const key = cursor === null ? null : decodeCursor(listName(batchId), cursor, positionKey);
  const found = await findBatchItems(ctx.sql, { batchId, afterPosition: key?.[0] ?? -1, limit });
  if (found === null) throw noSuchBatch();
  const batch: OpenBatch = { id: batchId, operation: found.operation };
  return { batch, rows: found.items };
}

/**
 * A page of a batch's items in the order of the request, including those without a result. Throws NOT_FOUND,
 * INVALID_CURSOR.
 */
export async function listBatchResults(ctx: Context, input: ListBatchResultsInput) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const { batch, rows } = await open(ctx, input, limit + 1);
  const items = rows.map((row) => toResultDto(ctx, row, batch));
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
  const { batch, rows } = await open(ctx, input, nextLimit(input.limit));
  return linesFrom(ctx, { batch, rows, left: input.limit });
}

const nextLimit = (left: number | null): number => Math.min(STREAM_ROWS, left ?? STREAM_ROWS);

async function* linesFrom(
  ctx: Context,
  { batch, ...first }: { batch: OpenBatch; rows: BatchItemRow[]; left: number | null },
): AsyncGenerator<string> {
  let { rows, left } = first;
  for (;;) {
    for (const row of rows) yield `${JSON.stringify(toResultDto(ctx, row, batch))}\n`;
    const last = rows.at(-1);
    const isLast = rows.length < nextLimit(left);
    if (left !== null) left -= rows.length;
    if (isLast || left === 0 || last === undefined) return;
    rows = await listBatchItems(ctx.sql, {
      batchId: batch.id,
      afterPosition: last.position,
      limit: nextLimit(left),
    });
  }
}
