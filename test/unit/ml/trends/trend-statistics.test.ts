import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustBenjaminiHochberg } from '../../../../src/ml/trends/benjamini-hochberg.ts';
import { changePointsOf, pettittP, pettittStatistic } from '../../../../src/ml/trends/change-points.ts';
import { mannKendallScore, scoreVariance, standardScore } from '../../../../src/ml/trends/mann-kendall.ts';
import { middleOf } from '../../../../src/ml/trends/resample-artists.ts';
import {
  normalQuantile,
  normalTail,
  studentQuantile,
  studentTwoSided,
} from '../../../../src/ml/trends/tail-probabilities.ts';
import { medianOf, theilSenSlope } from '../../../../src/ml/trends/theil-sen.ts';
import { NILE, RAINFALL } from '../../../support/published-series.ts';

const timesOf = (values: readonly number[]): number[] => [...values.keys()];

describe('Mann-Kendall', () => {
  // test_original_test of pyMannKendall 1.4.3.
  it('agrees with pyMannKendall on rainfall with many ties', () => {
    const score = mannKendallScore(RAINFALL);
    const variance = scoreVariance(RAINFALL);
    const z = standardScore(score, variance);
    expect(score).toBe(-1959);
    expect(variance).toBeCloseTo(4889800.333333333, 6);
    expect(z).toBeCloseTo(-0.8854562842589916, 10);
    expect(2 * normalTail(Math.abs(z))).toBeCloseTo(0.37591058740506833, 10);
  });

  it('finds nothing in values that are all equal', () => {
    expect(standardScore(mannKendallScore([1, 1, 1]), scoreVariance([1, 1, 1]))).toBe(0);
  });
});

describe('the slope of Theil and Sen', () => {
  it.each([
    ['pyMannKendall on rainfall', RAINFALL, -0.0064516129032258064],
    ['scipy.stats.theilslopes 1.17 on the Nile', NILE, -2.6],
  ])('agrees with %s', (_, values, slope) => {
    expect(theilSenSlope(timesOf(values), values)).toBeCloseTo(slope, 12);
  });

  it('counts the bins that are missing between values', () => {
    expect(theilSenSlope([0, 1, 5], [0, 1, 5])).toBe(1);
    expect(theilSenSlope([3], [1])).toBeNull();
  });
});

describe('tail probabilities', () => {
  // scipy.stats 1.17: norm.sf, norm.ppf, t.sf, t.ppf.
  it.each([
    [0, 0.5],
    [0.5, 0.308537539],
    [1.96, 0.0249978951],
    [3.5, 0.000232629079],
    [6, 9.86587645e-10],
  ])('of a standard normal above %d agree with scipy', (z, tail) => {
    expect(normalTail(z) / tail).toBeCloseTo(1, 7);
    expect(normalTail(-z)).toBeCloseTo(1 - tail, 9);
  });

  it.each([
    [2, 2, 0.1835034],
    [2.5, 10, 0.0314468],
    [3, 38, 0.0047463],
    [5.2, 3.5, 0.0093211],
  ])("of Student's t beyond %d with %d degrees of freedom are within .004", (t, freedom, p) => {
    expect(Math.abs(studentTwoSided(t, freedom) - p)).toBeLessThan(0.004);
  });

  it('have quantiles', () => {
    expect(normalQuantile(0.8)).toBeCloseTo(1.28155157, 7);
    for (const [freedom, t] of [
      [2, 1.8856],
      [8, 1.3968],
      [38, 1.3042],
    ] as const)
      expect(Math.abs(studentQuantile(0.8, freedom) - t)).toBeLessThan(0.02);
  });
});

describe('the middle of resampled values', () => {
  const upTo = (n: number) => Float64Array.from({ length: n }, (_, i) => n - i);

  it.each([
    [39, 1, 39],
    [79, 2, 78],
    [199, 5, 195],
    [59, 1.5, 58.5],
    [10, 1, 10],
  ])('of %d lies between the ranks .025 and .975 of n + 1', (n, low, high) => {
    const [from, to] = middleOf(upTo(n));
    expect(from).toBeCloseTo(low, 10);
    expect(to).toBeCloseTo(high, 10);
  });

  it('is unknown without values, and leaves out those that are unknown', () => {
    expect(middleOf(new Float64Array(3).fill(Number.NaN))).toEqual([Number.NaN, Number.NaN]);
    expect(middleOf(Float64Array.of(Number.NaN, 4, Number.NaN))).toEqual([4, 4]);
  });
});

describe('the median', () => {
  it('is that of the numbers in order, whatever their order and their ties', () => {
    const numbers = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(numbers, (some) => {
        const sorted = some.toSorted((a, b) => a - b);
        const [low = 0, high = 0] = [
          sorted[Math.floor((some.length - 1) / 2)],
          sorted[Math.floor(some.length / 2)],
        ];
        expect(medianOf(Float64Array.from(some))).toBe((low + high) / 2);
      }),
    );
  });
});

describe('Benjamini-Hochberg', () => {
  // The 15 p-values of Benjamini and Hochberg (1995), section 3.2; adjusted by scipy.stats.false_discovery_control.
  const PS = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];
  const ADJUSTED = [
    0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714, 0.06385714, 0.0645, 0.0765, 0.486, 0.58118182,
    0.714875, 0.75323077, 0.81321429, 1,
  ];

  it('agrees with the published example: the first four are found at .05', () => {
    const adjusted = adjustBenjaminiHochberg(PS);
    for (const [i, p] of ADJUSTED.entries()) expect(adjusted[i]).toBeCloseTo(p, 8);
    expect(adjusted.filter((p) => p !== null && p <= 0.05)).toHaveLength(4);
  });

  it('does not depend on the order, and does not count what was not tested', () => {
    const mixed = adjustBenjaminiHochberg([null, ...PS.toReversed(), null]);
    expect(mixed).toEqual([null, ...adjustBenjaminiHochberg(PS).toReversed(), null]);
  });
});

describe('change points', () => {
  // Pettitt's statistic of the Nile by its definition in numpy; Cobb (1978) puts the change at 1898, too.
  it('find that the Nile flows lower from 1899 on', () => {
    expect(pettittStatistic(NILE, 28)).toBe(1617);
    expect(pettittP(1617, 100, 1) / 3.5910221769362927e-7).toBeCloseTo(1, 8);
    const [change, ...others] = changePointsOf({ times: timesOf(NILE), values: NILE });
    expect(others).toEqual([]);
    expect(change?.bin).toBe(28);
    expect(change?.before).toBeCloseTo(1097.75, 2);
    expect(change?.after).toBeCloseTo(849.97, 2);
  });

  it('are not seen in a steady rise or in equal values', () => {
    const rise = timesOf(NILE).map((time) => time + 3 * Math.sin(time * 12.9));
    expect(changePointsOf({ times: timesOf(rise), values: rise })).toEqual([]);
    expect(changePointsOf({ times: timesOf(rise), values: rise.map(() => 1) })).toEqual([]);
  });
});
