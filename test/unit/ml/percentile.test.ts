import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERENCE } from '../../../src/lyrics/scores/reference-distribution.ts';
import { percentileIn } from '../../../src/ml/percentile.ts';

describe('percentileIn', () => {
  it.each([
    [0, 0],
    [5, 0.25],
    [10, 0.5],
    [40, 1],
    [-1, 0],
    [41, 1],
  ])('places %d at %d', (value, expected) => {
    expect(percentileIn(value, [0, 10, 40])).toBe(expected);
  });

  it('places a value shared by many songs in the middle of them', () => {
    expect(percentileIn(1, [0, 1, 1, 1, 2])).toBe(0.5);
    expect(percentileIn(1, [0, 0.5, 1, 1, 1])).toBe(0.75);
  });

  it.each([null, Number.NaN, Number.POSITIVE_INFINITY])('returns null for %s', (value) => {
    expect(percentileIn(value, [0, 1])).toBeNull();
  });

  it('never decreases as the value grows', () => {
    const value = fc.double({ min: -5, max: 500, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.constantFrom(...Object.values(REFERENCE)), (a, b, quantiles) => {
        const [low, high] = [
          percentileIn(Math.min(a, b), quantiles) ?? 0,
          percentileIn(Math.max(a, b), quantiles) ?? 0,
        ];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});
