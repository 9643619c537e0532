import { describe, expect, it } from 'vitest';
import { histogramQuantile } from '../../../src/ml/histogram-quantile.ts';

const BOUNDS = [1, 2, 4];

describe('a quantile of a histogram', () => {
  it.each([
    ['lies inside its bucket by rank', [0, 4, 0, 0], 0.5, 1.5],
    ['begins at 0 in the first bucket', [4, 0, 0, 0], 0.25, 0.25],
    ['skips empty buckets', [1, 0, 1, 0], 1, 4],
    ['counts as the last bound above it', [0, 0, 1, 9], 0.99, 4],
  ])('%s', (_, counts, quantile, expected) => {
    expect(histogramQuantile(BOUNDS, counts, quantile)).toBe(expected);
  });

  it('is null when nothing was measured', () => {
    expect(histogramQuantile(BOUNDS, [0, 0, 0, 0], 0.5)).toBeNull();
  });
});
