import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toUnitVector } from '../../../src/llm/embedder.ts';
import { meanVector } from '../../../src/ml/mean-vector.ts';

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const vectors = (minLength: number) => fc.array(number, { minLength, maxLength: minLength + 40 });
const lengthOf = (vector: readonly number[]) => Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));

describe('the mean of vectors', () => {
  it('has length 1 and does not depend on their order', () => {
    const units = fc.array(
      vectors(512).filter((vector) => lengthOf(vector) > 1),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(units, (list) => {
        const all = list.map(toUnitVector);
        const sum = lengthOf(
          (all[0] ?? []).map((_, i) => all.reduce((total, one) => total + (one[i] ?? 0), 0)),
        );
        fc.pre(sum > 1e-6);
        const mean = meanVector(all);
        expect(lengthOf(mean)).toBeCloseTo(1, 9);
        const other = meanVector([...all].reverse());
        for (const [i, x] of mean.entries()) expect(x).toBeCloseTo(other[i] ?? 0, 6);
      }),
      { numRuns: 20 },
    );
  });

  it('is not computed from nothing or from vectors that cancel out', () => {
    expect(() => meanVector([])).toThrow();
    expect(() =>
      meanVector([
        [1, 0],
        [-1, 0],
      ]),
    ).toThrow();
  });
});
