import { describe, expect, it } from 'vitest';
import { boost } from '../../../scripts/train/boost.ts';
import { chooseThreshold } from '../../../scripts/train/choose-threshold.ts';
import { probabilitiesOf, scaled, toEnsemble } from '../../../src/lyrics/rhyme/trees.ts';

const OPTIONS = { trees: 30, depth: 3, rate: 0.3, lambda: 1, minHessian: 1 };

/** Rows of two features; the label is whether exactly one of them is above a half. */
function exclusiveOr(count: number) {
  const rows = new Int32Array(count * 2);
  const labels = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const [a, b] = [(row * 37) % 101, (row * 59) % 103];
    rows.set([scaled(a / 101), scaled(b / 103)], row * 2);
    labels[row] = a / 101 > 0.5 !== b / 103 > 0.5 ? 1 : 0;
  }
  return { width: 2, rows, labels };
}

describe('boosted trees', () => {
  it('learn interactions that no single feature shows', () => {
    const set = exclusiveOr(2000);
    const probabilities = probabilitiesOf(toEnsemble(boost(set, OPTIONS)), set.rows, 2);
    const right = probabilities.filter((p, row) => p > 0.5 === (set.labels[row] === 1)).length;
    expect(right / set.labels.length).toBeGreaterThan(0.97);
  });

  it('are deterministic for the same data, with and without sampling', () => {
    const set = exclusiveOr(500);
    const options = { ...OPTIONS, rowShare: 0.7, featureShare: 0.5 };
    expect(boost(set, options)).toEqual(boost(set, options));
  });

  it('return the base rate when nothing can be learned', () => {
    const set = {
      width: 1,
      rows: new Int32Array(400),
      labels: Uint8Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 1 : 0)),
    };
    expect(probabilitiesOf(toEnsemble(boost(set, OPTIONS)), set.rows, 1)[0]).toBeCloseTo(0.25, 1);
  });
});

describe('a threshold', () => {
  it('is chosen at the best F1 for any base rate', () => {
    const probabilities = Float32Array.from({ length: 1000 }, (_, row) => row / 1000);
    const labels = Uint8Array.from(probabilities, (p) => (p > 0.37 ? 1 : 0));
    expect(chooseThreshold(probabilities, labels)).toBeCloseTo(0.37, 2);
  });
});
