import type { ServiceContext } from '../../context.ts';
import {
  type ClaimedItem,
  claimBatchItem,
  finishBatchItem,
  type ItemError,
  type ItemPlace,
  releaseBatchItem,
} from '../../db/queries/batch-items.ts';
import { AppError, describeError } from '../../lib/errors.ts';
import type { AnalysisContext } from '../analysis/analyze-text.ts';
import { doItem, engineFallback, type ItemOutcome } from './do-item.ts';
import { itemJob } from './enqueue-items.ts';
import { holdItem, ITEM_LEASE_MS } from './item-leases.ts';

export const MAX_ATTEMPTS = 5;
/** After this long, waiting counts as attempts. */
const MAX_AGE_MS = 24 * 3600_000;
const MAX_DELAY_MS = 12 * 3600_000;

export type ItemContext = AnalysisContext & Pick<ServiceContext, 'queues'>;

/**
 * Works on one item of a batch: claims it, runs it, stores the result. Finished work is not repeated, and a message
 * that is delivered twice finds nothing to do. Waiting for the model's budget uses no attempt. A retryable failure is
 * thrown after the item was released; any other failure is stored as the item's result.
 */
export async function processBatchItem(ctx: ItemContext, place: ItemPlace): Promise<void> {
  const lease = crypto.randomUUID();
  const claim = await claimBatchItem(ctx.sql, {
    ...place,
    lease,
    leaseMs: ITEM_LEASE_MS,
    maxAttempts: MAX_ATTEMPTS,
  });
  if (claim.item === null) {
    // The Worker that holds the lease may be dead: check again when the lease has expired.
    if (claim.leasedForMs !== null) await sendLater(ctx, place, claim.leasedForMs);
    return;
  }
  let outcome: ItemOutcome;
  try {
    const { item } = claim;
    outcome = await holdItem(ctx.sql, { ...place, lease }, () => doItem(ctx, item));
  } catch (error) {
    return settleFailure(ctx, place, claim.item, error);
  }
  await finishBatchItem(ctx.sql, { ...place, lease, status: 'done', ...outcome });
}

/** Releases the item if a retry may help; otherwise stores the engine's answer or the failure as its result. */
async function settleFailure(
  ctx: ItemContext,
  place: ItemPlace,
  item: ClaimedItem,
  failure: unknown,
): Promise<void> {
  const { lease } = item;
  const error = toItemError(failure);
  const waitMs = waitOf(failure);
  ctx.log.warn('batch item not done', { ...place, wait_ms: waitMs, error: describeError(failure) });
  if (waitMs !== null && item.age_ms < MAX_AGE_MS) {
    await releaseBatchItem(ctx.sql, { ...place, lease, waitMs, error });
    return sendLater(ctx, place, waitMs);
  }
  if (isWorthRetrying(failure) && item.attempts < MAX_ATTEMPTS) {
    await releaseBatchItem(ctx.sql, { ...place, lease, waitMs: null, error });
    throw failure;
  }
  const outcome = await engineFallback(ctx, item, failure);
  const failed = { analysisId: null, result: null, error };
  const status = outcome === null ? 'failed' : 'done';
  await finishBatchItem(ctx.sql, { ...place, lease, status, ...(outcome ?? failed) });
}

/** How long we were asked to wait, by our own budget, an open circuit or the model; null for any other failure. */
function waitOf(failure: unknown): number | null {
  return failure instanceof AppError && failure.retryable ? (failure.retryAfterMs ?? null) : null;
}

const isWorthRetrying = (failure: unknown): boolean => !(failure instanceof AppError) || failure.retryable;

/** The public form of a failure; the text of an unexpected one is only in the log. */
function toItemError(failure: unknown): ItemError {
  return failure instanceof AppError
    ? { code: failure.code, message: failure.detail }
    : { code: 'INTERNAL', message: 'The failure was logged.' };
}

/**
 * Sends a new message instead of a retry, because a queue allows only a few retries. Delays are spread by up to a
 * fifth. Any other message that arrives while the item waits finds nothing to do, so messages do not multiply.
 */
async function sendLater(
  ctx: Pick<ItemContext, 'queues' | 'random'>,
  place: ItemPlace,
  waitMs: number,
): Promise<void> {
  const delayMs = Math.min(waitMs * (1 + 0.2 * ctx.random()), MAX_DELAY_MS);
  await ctx.queues.analysis.send([itemJob(place)], Math.max(1, Math.ceil(delayMs / 1000)));
}
