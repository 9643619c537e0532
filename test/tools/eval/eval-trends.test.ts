import { describe, expect, it } from 'vitest';
import { plantedTrend, scoreForecasts, walk } from '../../../scripts/eval/eval-forecasts.ts';
import { CATALOGUES, detect } from '../../../scripts/eval/eval-trends.ts';
import {
  hamedRaoVariance,
  plainMannKendall,
  publishedHamedRao,
  trendFreePrewhitening,
} from '../../../scripts/eval/trend-baselines.ts';
import { TREND_METRICS } from '../../../src/ml/trends/trend-metrics.ts';
import { RAINFALL } from '../../support/published-series.ts';

describe('the tests that the trend test is compared with', () => {
  // tests/test_pymannkendall.py of pyMannKendall 1.4.3.
  it('agree with pyMannKendall', () => {
    expect(plainMannKendall(RAINFALL)).toBeCloseTo(0.37591058740506833, 10);
    expect(hamedRaoVariance(RAINFALL) / 257403.38678462413).toBeCloseTo(1, 8);
    expect(publishedHamedRao(RAINFALL)).toBeCloseTo(0.00011372459883540742, 10);
    expect(trendFreePrewhitening(RAINFALL)).toBeCloseTo(0.7741578265217384, 10);
  });
});

describe('planted catalogues', () => {
  it('show large trends, and hardly ever the drift of one artist', () => {
    const detected = (kind: string) => detect(CATALOGUES[kind] ?? (() => []), 12, 1);
    expect(detected('large').both).toBeGreaterThan(0.5);
    const drift = detected('one_artist');
    expect(drift.plain_mann_kendall).toBeGreaterThan(0.3);
    expect(drift.both).toBeLessThan(0.2);
  }, 30_000);
});

describe('the figures that /models/info tells', () => {
  it.each([
    ['medium', TREND_METRICS.power_medium],
    ['large', TREND_METRICS.power_large],
    ['ar1', TREND_METRICS.false_positive_rate_ar1],
  ])(
    'are what the evaluation finds: %s',
    (kind, told) => {
      const runs = 25;
      const { both } = detect(CATALOGUES[kind] ?? (() => []), runs, 500);
      // Three standard errors of a share of so few runs.
      expect(Math.abs(both - told)).toBeLessThan(3 * Math.sqrt((told * (1 - told)) / runs));
    },
    30_000,
  );
});

describe('planted series', () => {
  it('are forecast better than by the last value, and random walks hardly worse', () => {
    const planted = scoreForecasts(plantedTrend, 15, 1);
    const walks = scoreForecasts(walk, 15, 1);
    expect(planted.ratio_to_naive).toBeLessThan(0.95);
    expect(walks.ratio_to_naive).toBeLessThan(1.15);
    for (const { coverage } of [planted, walks]) expect(Math.abs(coverage - 0.8)).toBeLessThan(0.15);
  });
});
