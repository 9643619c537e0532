import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalState } from '../../../../src/lib/resilience/local-state.ts';
import { createSpendBudget } from '../../../../src/lib/resilience/spend-budget.ts';
import { withFallback } from '../../../../src/redis/shared-state.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { slowState } from '../../../support/slow-state.ts';

const NOON = Date.parse('2026-03-01T12:00:00Z');
const MIDNIGHT = Date.parse('2026-03-02T00:00:00Z');
const CAP = 1;

function open() {
  const clock = createFakeClock(NOON);
  const state = slowState(createLocalState(clock));
  return { clock, state, budget: createSpendBudget(CAP, { state, clock }) };
}

describe('the daily budget in money', () => {
  it('is never exceeded by what callers of all isolates reserve at once', async () => {
    const { state, clock } = open();
    const isolates = [1, 2, 3].map(() => createSpendBudget(CAP, { state, clock }));
    const asked = Array.from({ length: 90 }, (_, i) => isolates[i % 3]?.reserve(0.03));
    const granted = (await Promise.all(asked)).filter((reserved) => reserved !== null);
    expect(granted).toHaveLength(33);
    expect((await isolates[0]?.read())?.spentUsd).toBeCloseTo(0.99, 9);
  });

  it('holds what calls cost, not what they might have cost, once that is known', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { maxLength: 20 }), async (calls) => {
        const { budget } = open();
        let cost = 0;
        for (const [most, part] of calls) {
          const reserved = await budget.reserve(most / 1000);
          if (reserved === null) continue;
          await reserved.settle((most * part) / 100_000);
          cost += (most * part) / 100_000;
        }
        const { spentUsd } = await budget.read();
        expect(spentUsd).toBeLessThanOrEqual(CAP);
        expect(spentUsd).toBeCloseTo(cost, 6);
      }),
      { numRuns: 30 },
    );
  });

  it('says when a call was refused, and starts again at midnight UTC', async () => {
    const { budget, clock } = open();
    await budget.reserve(0.9);
    expect(await budget.read()).toMatchObject({ isReached: false, resetsAt: MIDNIGHT });
    expect(await budget.reserve(0.2)).toBeNull();
    expect(await budget.read()).toMatchObject({ isReached: true, spentUsd: 0.9 });
    clock.advance(MIDNIGHT - NOON);
    expect(await budget.read()).toMatchObject({ isReached: false, spentUsd: 0 });
    expect(await budget.reserve(1)).not.toBeNull();
  });

  it('counts a call that ends after midnight to the day on which it began', async () => {
    const { budget, clock } = open();
    const reserved = await budget.reserve(0.5);
    clock.advance(MIDNIGHT - NOON);
    await reserved?.settle(0.4);
    expect((await budget.read()).spentUsd).toBe(0);
  });

  it('of nothing allows nothing that may cost something', async () => {
    const { state, clock } = open();
    expect(await createSpendBudget(0, { state, clock }).reserve(1e-9)).toBeNull();
  });

  it('goes on from the last sum of all when Redis is gone', async () => {
    const { state: redis, clock } = open();
    let isGone = false;
    const primary = {
      ...redis,
      addWithin: (...args: Parameters<typeof redis.addWithin>) =>
        isGone ? Promise.reject(new Error('gone')) : redis.addWithin(...args),
    };
    const state = withFallback(primary, createLocalState(clock), () => undefined);
    const other = createSpendBudget(CAP, { state: redis, clock });
    const budget = createSpendBudget(CAP, { state, clock });
    await other.reserve(0.6);
    await budget.reserve(0.1);
    isGone = true;
    expect(await budget.reserve(0.4)).toBeNull();
    expect(await budget.reserve(0.3)).not.toBeNull();
  });
});
