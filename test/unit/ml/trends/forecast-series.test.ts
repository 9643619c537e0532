import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../src/ml/compose/random.ts';
import { fitMethods, thetaForecast } from '../../../../src/ml/trends/forecast-methods.ts';
import { forecastSeries } from '../../../../src/ml/trends/forecast-series.ts';
import { meanAbsoluteScaledError } from '../../../../src/ml/trends/mase.ts';
import { extend, smooth, variancesAhead } from '../../../../src/ml/trends/smoothing.ts';
import { NILE } from '../../../support/published-series.ts';

const expectClose = (values: readonly number[], expected: readonly number[], digits: number): void => {
  expect(values).toHaveLength(expected.length);
  for (const [i, value] of values.entries()) expect(value).toBeCloseTo(expected[i] ?? 0, digits);
};

describe('smoothing', () => {
  // statsmodels 0.15: Holt(NILE, damped_trend=True).fit(.25, .1, .9); its beta is a share of alpha.
  it('with a damped trend agrees with statsmodels', () => {
    const fitted = smooth(NILE, { alpha: 0.25, beta: 0.025, phi: 0.9 });
    expectClose(extend(fitted, 5), [789.05532842, 780.94027407, 773.63672516, 767.06353114, 761.14765652], 4);
    // The start level and slope are those with the least squares.
    expect(fitted.squares).toBeLessThanOrEqual(2127341.39);
  });

  // Hyndman and Athanasopoulos, Forecasting: Principles and Practice, table of forecast variances, (A, Ad, N).
  it('spreads errors by the closed form of its model', () => {
    const expected = [1, 1.07425625, 1.1599588125, 1.256664263125, 1.36384029063125];
    expectClose(variancesAhead({ alpha: 0.25, beta: 0.025, phi: 0.9 }, 5), expected, 10);
    expectClose(variancesAhead({ alpha: 0.5, beta: 0, phi: 0 }, 3), [1, 1.25, 1.5], 10);
  });
});

describe('the Theta forecast', () => {
  // statsmodels 0.15: ThetaModel(NILE, deseasonalize=False).fit(use_mle=False).forecast(5); its alpha is .246542.
  it('agrees with statsmodels', () => {
    const fitted = smooth(NILE, { alpha: 0.246542, beta: 0, phi: 0 });
    const { points } = thetaForecast(NILE, fitted, { points: extend(fitted, 5), spreads: [] });
    expectClose(points, [799.53942864, 798.18227593, 796.82512321, 795.4679705, 794.11081778], 1);
  });
});

describe('the mean absolute scaled error', () => {
  // The example of sktime's mean_absolute_scaled_error: .55 / 3.
  it('agrees with sktime', () => {
    const actual = [3, -0.5, 2, 7, 2];
    const predicted = [2.5, 0, 2, 8, 1.25];
    const errors = actual.map((value, i) => value - (predicted[i] ?? 0));
    expect(meanAbsoluteScaledError(errors, [5, 0.5, 4, 6, 3, 5, 2])).toBeCloseTo(0.18333333, 8);
  });

  it('is not known after values that never change', () => {
    expect(meanAbsoluteScaledError([1], [2, 2, 2])).toBeNull();
    expect(meanAbsoluteScaledError([], [1, 2])).toBeNull();
  });
});

const noisy = (length: number, level: (bin: number) => number): number[] => {
  const random = seeded(9);
  return Array.from({ length }, (_, bin) => level(bin) + random() - 0.5);
};

describe('a forecast', () => {
  it('follows a trend, and beats the last value in the back-test', () => {
    const { method, points, lower, upper, backtest } = forecastSeries(
      noisy(40, (bin) => bin / 20),
      {
        horizon: 8,
        level: 0.8,
      },
    );
    expect(method).not.toBe('naive');
    expect(backtest.ratioToNaive).toBeLessThan(0.9);
    expect(backtest.origins).toBe(27);
    for (const [step, point] of points.entries()) {
      expect(Math.abs(point - (40 + step) / 20)).toBeLessThan(0.5);
      expect(lower[step]).toBeLessThan(point);
      expect(upper[step]).toBeGreaterThan(point);
    }
  });

  it('is the last value for a random walk, with an interval that widens', () => {
    let value = 0;
    const walk = noisy(40, () => 0).map((step) => (value += step));
    const { method, points, lower, upper, backtest } = forecastSeries(walk, { horizon: 4, level: 0.8 });
    expect(method).toBe('naive');
    expect(points).toEqual([value, value, value, value]);
    expect(backtest.ratioToNaive).toBe(1);
    const widths = upper.map((one, step) => one - (lower[step] ?? 0));
    expect((widths[3] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(2, 10);
  });

  it.each([
    ['two values', [1, 2]],
    ['values that never change', Array.from({ length: 20 }, () => 3)],
  ])('of %s is the last value', (_, values) => {
    const { method, points, lower, upper } = forecastSeries(values, { horizon: 2, level: 0.8 });
    expect({ method, points }).toEqual({ method: 'naive', points: [values.at(-1), values.at(-1)] });
    expect([...lower, ...upper].every(Number.isFinite)).toBe(true);
  });

  it('by every method is finite for short series', () => {
    for (const length of [2, 3, 5, 9]) {
      const { methods } = fitMethods(
        noisy(length, (bin) => bin),
        4,
      );
      for (const { points, spreads } of Object.values(methods))
        expect([...points, ...spreads].every(Number.isFinite)).toBe(true);
    }
  });
});
