import { describe, expect, it } from 'vitest';
import { closeness, jaccard, ruzicka } from '../../../src/ml/overlap.ts';

describe('overlap', () => {
  it('of sets is intersection over union', () => {
    expect(jaccard(new Set(['love', 'faith']), new Set(['faith', 'money', 'home']))).toBe(0.25);
    expect(jaccard(new Set(['love']), new Set())).toBe(0);
    expect(jaccard(new Set(), new Set())).toBe(1);
  });

  it('of weights is the sum of minima over the sum of maxima', () => {
    expect(
      ruzicka([
        [0.5, 0.25],
        [0, 0.25],
      ]),
    ).toBe(0.25 / 0.75);
    expect(ruzicka([[0.4, 0.4]])).toBe(1);
    expect(ruzicka([[0, 0]])).toBeNull();
    expect(ruzicka([])).toBeNull();
  });

  it('of numbers depends on their distance within the range, and is null when one of them is', () => {
    expect(closeness(-1, 1, 2)).toBe(0);
    expect(closeness(0.5, 0.5, 1)).toBe(1);
    expect(closeness(null, 0.5, 1)).toBeNull();
  });
});
