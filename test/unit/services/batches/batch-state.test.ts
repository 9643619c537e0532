import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchState, hasEnded } from '../../../../src/services/batches/batch-state.ts';

const none = { queued: 0, running: 0, done: 0, failed: 0, cancelled: 0, begun: true };
const stateOf = (counts: Partial<typeof none>) => {
  const all = { ...none, ...counts };
  const items_count = all.queued + all.running + all.done + all.failed + all.cancelled;
  return batchState({ ...all, items_count });
};

describe('a batch', () => {
  it.each([
    ['queued', { queued: 3, begun: false }],
    ['running', { queued: 3 }],
    ['running', { queued: 1, done: 2 }],
    ['running', { running: 1, cancelled: 2 }],
    ['completed', { done: 3 }],
    ['completed_with_errors', { done: 2, failed: 1 }],
    ['failed', { failed: 3 }],
    ['cancelled', { done: 1, failed: 1, cancelled: 1 }],
  ])('is %s when its items are %o', (state, counts) => {
    expect(stateOf(counts)).toBe(state);
  });

  it('is in an end state exactly when nothing is left to do', () => {
    const count = fc.nat(5);
    const counts = fc.record({
      queued: count,
      running: count,
      done: count,
      failed: count,
      cancelled: count,
      begun: fc.boolean(),
    });
    fc.assert(
      fc.property(counts, (one) => {
        const open = ['queued', 'running'].includes(stateOf(one));
        expect(open).toBe(!hasEnded(one));
      }),
    );
  });
});
