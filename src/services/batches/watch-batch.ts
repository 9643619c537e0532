import type { ServiceContext } from '../../context.ts';
import type { BatchDto } from './batch-dto.ts';
import { getBatchStatus } from './get-batch-status.ts';

/** Low enough that one watcher stays within the number of requests that any plan allows per invocation. */
export const MAX_POLLS = 40;
const POLL_MS = 1000;

/** `done` is the last event of a batch; `quiet` means only that nothing has changed. */
export type BatchEvent = { type: 'progress' | 'done'; id: string; batch: BatchDto } | { type: 'quiet' };

type Context = Pick<ServiceContext, 'sql' | 'clock'>;

/** Identifies everything that an event reports: equal for equal progress. */
function eventId({ counts }: BatchDto): string {
  const { queued, running, done, failed, cancelled } = counts;
  return [queued, running, done, failed, cancelled].join('-');
}

/**
 * Yields a batch's progress whenever it changes, until it has finished or has been polled 40 times. A watcher that
 * names the last event it received gets only newer ones; the final event is sent again even then. Throws NOT_FOUND
 * before the first event.
 */
export async function watchBatch(
  ctx: Context,
  input: { batchId: string; lastEventId: string | null },
): Promise<AsyncGenerator<BatchEvent>> {
  const first = await getBatchStatus(ctx, input.batchId);
  return eventsFrom(ctx, first, input.lastEventId);
}

async function* eventsFrom(
  ctx: Context,
  first: BatchDto,
  lastEventId: string | null,
): AsyncGenerator<BatchEvent> {
  let seen = lastEventId;
  let batch = first;
  for (let polls = 1; ; polls++) {
    const id = eventId(batch);
    if (batch.finished_at !== null) {
      yield { type: 'done', id, batch };
      return;
    }
    yield id === seen ? { type: 'quiet' } : { type: 'progress', id, batch };
    seen = id;
    if (polls >= MAX_POLLS) return;
    await ctx.clock.sleep(POLL_MS);
    batch = await getBatchStatus(ctx, batch.batch_id);
  }
}
