import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foresee, intervalOf, type OrdinalModel, spreadOf } from '../../../../src/ml/quality/predict.ts';

const MODEL: OrdinalModel = {
  labels: [7, 8, 9, 10],
  thresholds: [3, 0.5, -3],
  features: [
    { name: 'rhyme', typical: 0.2, spread: 0.1, weight: 1 },
    { name: 'repeats', typical: 0.1, spread: 0.1, weight: -0.5 },
  ],
  margin: 1.5,
  expected: [8, 8.5, 9],
};
const read = (values: (number | null)[], words = 400) => foresee(MODEL, { values, words });

describe('what is foreseen', () => {
  it('is the logistic model written out', () => {
    // Typical but for one spread more of rhyme: 400 / 460 of its weight.
    const linear = 400 / 460;
    const above = [3, 0.5, -3].map((threshold) => 1 / (1 + Math.exp(-(linear + threshold))));
    const { expected, probabilities } = read([0.3, 0.1]);
    expect(expected).toBeCloseTo(7 + above.reduce((sum, share) => sum + share, 0));
    expect(probabilities[0]).toBeCloseTo(1 - (above[0] ?? 0));
    expect(probabilities[3]).toBeCloseTo(above[2] ?? 0);
  });

  it('holds for any numbers: probabilities are shares of 1, the ends in order, effects add up', () => {
    const value = fc.option(fc.double({ noDefaultInfinity: true, noNaN: true }));
    fc.assert(
      fc.property(value, value, fc.nat(3000), (a, b, words) => {
        const foreseen = read([a, b], words);
        const { probabilities, low, high, expected, effects, rank } = foreseen;
        expect(probabilities.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
        expect(Math.min(...probabilities)).toBeGreaterThanOrEqual(0);
        expect(low).toBeGreaterThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(expected);
        expect(high).toBeGreaterThanOrEqual(expected);
        expect(high).toBeLessThanOrEqual(10);
        expect(rank).toBeGreaterThanOrEqual(0);
        expect(rank).toBeLessThanOrEqual(1);
        const typical = read([0.2, 0.1]).expected;
        expect(typical + effects.reduce((sum, effect) => sum + effect, 0)).toBeCloseTo(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('of a missing feature is that of a typical one', () => {
    expect(read([null, null])).toEqual(read([0.2, 0.1]));
  });

  it('comes closer to a typical song the shorter the text is', () => {
    const typical = read([0.2, 0.1]).expected;
    const [short, long] = [read([0.4, 0.1], 30).expected, read([0.4, 0.1], 600).expected];
    expect(short).toBeGreaterThan(typical);
    expect(long).toBeGreaterThan(short);
  });

  it('has the label in the middle of the probability', () => {
    expect(spreadOf([7, 8, 9, 10], [0.1, 0.4, 0.45, 0.05]).median).toBe(8);
    expect(spreadOf([7, 8, 9, 10], [0.05, 0.4, 0.5, 0.05]).median).toBe(9);
  });

  it('has an interval that stays on the scale', () => {
    const spread = { expected: 9.5, median: 10, below: 1, above: 1 };
    expect(intervalOf(spread, 2)).toEqual({ low: 7.5, high: 10 });
  });
});
