import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecentValues } from '../../../src/lib/recent-values.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

describe('recent values', () => {
  it('are forgotten when their time is over, however often they were used', () => {
    const clock = createFakeClock();
    const values = createRecentValues<number>(clock, { maxEntries: 3, ttlMs: 1000 });
    values.set('a', 1);
    clock.advance(999);
    expect(values.get('a')).toBe(1);
    clock.advance(1);
    expect(values.get('a')).toBeNull();
  });

  it('give way in the order of their last use', () => {
    const values = createRecentValues<number>(createFakeClock(), { maxEntries: 2, ttlMs: 1000 });
    values.set('a', 1);
    values.set('b', 2);
    values.get('a');
    values.set('c', 3);
    expect(['a', 'b', 'c'].map((key) => values.get(key))).toEqual([1, null, 3]);
  });

  it('are always what was last set under their key, and never more than allowed', () => {
    const step = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      value: fc.option(fc.integer()),
      pause: fc.nat(600),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 4 }), (steps, maxEntries) => {
        const clock = createFakeClock();
        const values = createRecentValues<number>(clock, { maxEntries, ttlMs: 1000 });
        const set = new Map<string, { value: number; at: number }>();
        for (const { key, value, pause } of steps) {
          clock.advance(pause);
          if (value !== null) {
            values.set(key, value);
            set.set(key, { value, at: clock.now() });
          }
          const found = values.get(key);
          const last = set.get(key);
          if (found !== null) expect(found).toBe(last?.value);
          if (found !== null) expect(clock.now() - (last?.at ?? 0)).toBeLessThan(1000);
          if (value !== null) expect(found).toBe(value);
        }
        const held = [...set.keys()].filter((key) => values.get(key) !== null);
        expect(held.length).toBeLessThanOrEqual(maxEntries);
      }),
    );
  });
});
