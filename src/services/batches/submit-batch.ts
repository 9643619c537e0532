import type { Actor, ServiceContext } from '../../context.ts';
import { addBatchItems } from '../../db/queries/batch-items.ts';
import { acceptBatch, type BatchOperation, openBatch } from '../../db/queries/batches.ts';
import { AppError } from '../../lib/errors.ts';
import { sha256Hex } from '../../lib/hash.ts';
import { sendOrLeave } from '../../lib/job-queue.ts';
import { exactText } from '../../lyrics/text/exact-text.ts';
import { actorName, callerOf } from '../access/caller-of.ts';
import { requireAllowed, takeRequests } from '../access/take-requests.ts';
import { type AnalyzerChoice, chooseAnalyzers } from '../analysis/analyzers/registry.ts';
import { enqueueItems } from './enqueue-items.ts';
import { getBatchStatus } from './get-batch-status.ts';
import type { ItemContext } from './process-batch-item.ts';

/** Keeps a database request well below its limit of 10 MB for any characters. */
const CHUNK_CHARACTERS = 1_000_000;
const DEFAULT_TEMPERATURE = 0.1;

export interface SubmitBatchInput {
  items: readonly { id: string | null; lyrics: string }[];
  operation: BatchOperation;
  /** Both only for `analyze`; null means auto and 0.1. */
  analyzer: AnalyzerChoice | null;
  temperature: number | null;
  /** The same key with the same request returns the same batch. */
  idempotencyKey: string | null;
}

/**
 * Whose batch it is, and the caller's key as it is stored. A key of one caller means nothing to another: the hash also
 * covers the caller, so that neither an address nor the key itself is stored.
 */
async function ownerOf(actor: Actor, key: string | null) {
  const caller = callerOf(actor) ?? actorName(actor);
  const createdBy = actor.type === 'key' ? caller : actorName(actor);
  return { createdBy, idempotencyKey: key === null ? null : await sha256Hex(JSON.stringify([caller, key])) };
}

type SubmitContext = ItemContext & Pick<ServiceContext, 'actor' | 'config' | 'limiter'>;

/**
 * Stores a batch and sends its items to the queue. The sweep finds stored items that were not sent, so nothing is lost
 * if the queue is down. Throws IDEMPOTENCY_KEY_REUSED if the key belongs to another request, CONFIG_INVALID for an
 * analyser that is not configured, RATE_LIMITED if the caller has sent too many items this minute,
 * VALIDATION_FAILED for more at once than a minute allows.
 */
export async function submitBatch(ctx: SubmitContext, input: SubmitBatchInput) {
  const analyze = input.operation === 'analyze';
  const request = {
    operation: input.operation,
    analyzer: analyze ? (input.analyzer ?? 'auto') : null,
    temperature: analyze ? (input.temperature ?? DEFAULT_TEMPERATURE) : null,
    items: input.items.map(({ id, lyrics }) => ({ id, lyrics: exactText(lyrics) })),
  };
  if (request.analyzer !== null) chooseAnalyzers(ctx, request.analyzer);
  const items = await takeRequests(ctx, 'batch-items', request.items.length);
  requireAllowed(items, 'batch-items');
  const requestHash = await sha256Hex(JSON.stringify(request));
  const batch = await openBatch(ctx.sql, {
    id: crypto.randomUUID(),
    operation: request.operation,
    analyzer: request.analyzer,
    temperature: request.temperature,
    itemsCount: request.items.length,
    ...(await ownerOf(ctx.actor, input.idempotencyKey)),
    requestHash,
  });
  if (batch.request_hash !== requestHash) {
    throw new AppError(
      'IDEMPOTENCY_KEY_REUSED',
      'This Idempotency-Key was already used with another request.',
    );
  }
  // A repeated request continues an interrupted submission: items stored before are kept. Texts are stored as sent,
  // because the offsets of the results refer to them.
  if (!batch.accepted) await storeItems(ctx, batch.id, input.items);
  const { batch_id, operation, status, items_count, created_at } = await getBatchStatus(ctx, batch.id);
  return { batch_id, operation, status, items_count, timestamp: created_at };
}

async function storeItems(
  ctx: Pick<ServiceContext, 'sql' | 'queues' | 'log'>,
  batchId: string,
  items: SubmitBatchInput['items'],
): Promise<void> {
  let position = 0;
  for (const chunk of chunksOf(items)) {
    await addBatchItems(ctx.sql, { batchId, position, items: chunk });
    position += chunk.length;
  }
  await acceptBatch(ctx.sql, batchId);
  const places = items.map((_, at) => ({ batchId, position: at }));
  await sendOrLeave(ctx, { batch_id: batchId }, () => enqueueItems(ctx, places));
}

function* chunksOf(items: SubmitBatchInput['items']): Generator<SubmitBatchInput['items']> {
  let from = 0;
  let characters = 0;
  for (const [i, { lyrics }] of items.entries()) {
    if (characters + lyrics.length > CHUNK_CHARACTERS) {
      yield items.slice(from, i);
      from = i;
      characters = 0;
    }
    characters += lyrics.length;
  }
  yield items.slice(from);
}
