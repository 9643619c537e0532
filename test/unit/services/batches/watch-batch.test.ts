import { describe, expect, it } from 'vitest';
import { type BatchEvent, MAX_POLLS, watchBatch } from '../../../../src/services/batches/watch-batch.ts';
import { createFakeContext } from '../../../support/fake-context.ts';

const ROW = {
  id: 'b',
  operation: 'validate',
  analyzer: null,
  temperature: null,
  items_count: 4,
  queued: 0,
  running: 0,
  done: 0,
  failed: 0,
  cancelled: 0,
  degraded: 0,
  begun: true,
  created_at: new Date(0),
  updated_at: new Date(0),
  cancelled_at: null,
};

/** Watches a batch; `done` lists the finished items at each poll, and the last value repeats. */
async function watch(done: readonly number[], lastEventId: string | null = null) {
  let looks = 0;
  const fake = createFakeContext(() => {
    const n = done[Math.min(looks, done.length - 1)] ?? 0;
    looks += 1;
    return [{ ...ROW, done: n, queued: 4 - n }];
  });
  const events: BatchEvent[] = [];
  for await (const event of await watchBatch(fake.ctx, { batchId: 'b', lastEventId })) events.push(event);
  return { events, types: events.map(({ type }) => type), looks };
}

const idOf = (event: BatchEvent | undefined) => (event && 'id' in event ? event.id : null);

describe('watching a batch', () => {
  it('reports each change once and ends with the batch', async () => {
    const { types, looks } = await watch([0, 0, 1, 1, 3, 4, 4]);
    expect(types).toEqual(['progress', 'quiet', 'progress', 'quiet', 'progress', 'done']);
    expect(looks).toBe(6);
  });

  it('polls at most forty times, and then ends before the batch does', async () => {
    const { types, looks } = await watch([2]);
    expect({ looks, told: types.length }).toEqual({ looks: MAX_POLLS, told: MAX_POLLS });
    expect(MAX_POLLS).toBe(40);
    expect(types.filter((type) => type !== 'quiet')).toEqual(['progress']);
  });

  it('resumes after the last event seen without repeating it', async () => {
    const before = await watch([1]);
    const seen = idOf(before.events[0]);
    expect((await watch([1, 1, 4], seen)).types).toEqual(['quiet', 'quiet', 'done']);
    expect((await watch([2, 4], seen)).types).toEqual(['progress', 'done']);
  });

  it('repeats the end event for a client that has seen it', async () => {
    const end = idOf((await watch([4])).events[0]);
    expect((await watch([4], end)).types).toEqual(['done']);
  });

  it('rejects an unknown event id before the first event', async () => {
    const { ctx } = createFakeContext(() => []);
    await expect(watchBatch(ctx, { batchId: 'b', lastEventId: null })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
