import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationError } from '../../../../scripts/lab/statistics/calibration.ts';
import { estimate, jackknife } from '../../../../scripts/lab/statistics/cluster-bootstrap.ts';
import { meanOf, medianOf } from '../../../../scripts/lab/statistics/errors.ts';
import { krippendorffAlpha } from '../../../../scripts/lab/statistics/krippendorff.ts';
import { pairedTest } from '../../../../scripts/lab/statistics/paired-test.ts';
import { midranks, spearman } from '../../../../scripts/lab/statistics/rank-correlation.ts';

const pairs = (predicted: readonly number[], actual: readonly number[]) =>
  predicted.map((value, at) => ({ predicted: value, actual: actual[at] ?? Number.NaN }));

describe("Krippendorff's alpha", () => {
  const _ = null;
  // Four observers, twelve units: Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C.
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
  ];
  const units = Array.from({ length: 12 }, (__, unit) => observers.map((own) => own[unit] ?? null));

  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ] as const)('is that of the published example for %s values', (level, alpha) => {
    expect(krippendorffAlpha(units, level)).toBeCloseTo(alpha, 3);
  });

  it('is 1 for raters who agree, and unknown where all values are equal or nobody is compared', () => {
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [2, 2],
        ],
        'interval',
      ),
    ).toBe(1);
    expect(
      krippendorffAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        'interval',
      ),
    ).toBeNull();
    expect(
      krippendorffAlpha(
        [
          [1, null],
          [2, null],
        ],
        'nominal',
      ),
    ).toBeNull();
  });
});

describe("Spearman's correlation", () => {
  it('is that of the documentation of scipy.stats.spearmanr, with ties', () => {
    expect(spearman(pairs([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]))).toBeCloseTo(0.8207826816681233, 12);
  });

  it('is -29/165 for intelligence and hours of television, without ties', () => {
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(spearman(pairs(iq, hours))).toBeCloseTo(-29 / 165, 12);
  });

  it('shares the mean rank among equal values', () => {
    expect(midranks([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1]);
  });

  it('does not exist where one side is constant', () => {
    expect(spearman(pairs([0.5, 0.5, 0.5], [1, 2, 3]))).toBeNull();
  });
});

describe('the bootstrap', () => {
  it('has the acceleration of Efron and Tibshirani 1993, ch. 14, for the variance of 26 scores', () => {
    const scores = [
      48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41,
    ];
    const variance = (rows: readonly number[]): number =>
      meanOf(rows.map((value) => (value - meanOf(rows)) ** 2));
    expect(variance(scores)).toBeCloseTo(171.5, 1);
    expect(
      jackknife(
        scores.map((one) => [one]),
        variance,
      ).acceleration,
    ).toBeCloseTo(0.061, 3);
  });

  const mean = {
    clusterOf: ({ a }: { a: string }) => a,
    figure: (rows: readonly { v: number }[]) => meanOf(rows.map(({ v }) => v)),
  };

  it('gives the same interval for the same rows, whatever their order', () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({ a: String(at % 7), v: (at * 37) % 11 }));
    expect(estimate(rows, mean)).toEqual(estimate(rows, mean));
  });

  it('is wider for rows that are alike within clusters than for as many that are not', () => {
    const alike = Array.from({ length: 100 }, (_, at) => ({ a: String(at % 10), v: at % 10 }));
    const single = alike.map((row, at) => ({ ...row, a: String(at) }));
    const width = (rows: typeof alike): number => {
      const [low, high] = estimate(rows, mean)?.interval ?? [0, 0];
      return high - low;
    };
    expect(width(alike)).toBeGreaterThan(2 * width(single));
  });

  it('tells no interval for two clusters or a figure that never varies', () => {
    expect(
      estimate(
        [
          { a: 'x', v: 1 },
          { a: 'y', v: 2 },
        ],
        mean,
      ),
    ).toEqual({ value: 1.5, interval: null });
    const same = Array.from({ length: 9 }, (_, at) => ({ a: String(at), v: 4 }));
    expect(estimate(same, mean)).toEqual({ value: 4, interval: null });
  });

  it('holds the figure itself between its ends', () => {
    const row = fc.record({
      a: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      v: fc.integer({ min: -50, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 10, maxLength: 40 }), (rows) => {
        const found = estimate(rows, mean, { resamples: 200 });
        const [low, high] = found?.interval ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
        return found !== null && low <= found.value && found.value <= high;
      }),
      { numRuns: 50, seed: 22 },
    );
  });
});

describe('the paired test', () => {
  it('is exact: three clusters on one side have one of four chances on either', () => {
    const rows = ['a', 'b', 'c'].map((cluster) => ({ cluster, difference: 1 }));
    expect(pairedTest(rows)).toEqual({ difference: 1, p: 0.25 });
  });

  it('counts rows of one cluster as one: many songs of one artist prove nothing', () => {
    const rows = Array.from({ length: 500 }, () => ({ cluster: 'a', difference: 1 }));
    expect(pairedTest(rows).p).toBe(1);
  });

  it('is never 0', () => {
    const rows = Array.from({ length: 200 }, (_, at) => ({ cluster: String(at), difference: 1 }));
    const { p } = pairedTest(rows);
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(0.001);
  });
});

describe('the calibration error', () => {
  it('is 0 where nine of ten claims of .9 are right, and .9 where none is', () => {
    const claims = (right: number) =>
      Array.from({ length: 10 }, (_, at) => ({ confidence: 0.9, right: at < right }));
    // One bin each would have an error: ten claims of one confidence stand in ten bins.
    expect(calibrationError(Array.from({ length: 10 }, () => claims(9)).flat())).toBeLessThan(0.2);
    expect(calibrationError(claims(0))).toBeCloseTo(0.9, 12);
    expect(calibrationError([])).toBeNull();
  });
});

describe('the median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
  ])('of %j is %d', (values, median) => {
    expect(medianOf(values)).toBe(median);
  });
});
