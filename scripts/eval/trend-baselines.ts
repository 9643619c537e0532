import { autocorrelationAt, detrended, ranksOf, type Series } from '../../src/ml/trends/autocorrelation.ts';
import {
  hamedRaoFactor,
  mannKendallScore,
  scoreVariance,
  standardScore,
} from '../../src/ml/trends/mann-kendall.ts';
import { normalTail } from '../../src/ml/trends/tail-probabilities.ts';
import { theilSenSlope } from '../../src/ml/trends/theil-sen.ts';

const twoSided = (score: number): number => 2 * normalTail(Math.abs(score));

/** Mann-Kendall for independent values. */
export const plainMannKendall = (values: readonly number[]): number =>
  twoSided(standardScore(mannKendallScore(values), scoreVariance(values)));

/** Variance of S as published by Hamed and Rao (1998): the correlations of the ranks at all lags significant at 5 %. */
export function hamedRaoVariance(values: readonly number[]): number {
  const series = seriesOf(values);
  const ranks = { ...series, values: ranksOf(detrended(series, slopeOf(series))) };
  const n = values.length;
  const limit = 1.959963984540054 / Math.sqrt(n);
  const correlations = Array.from({ length: n - 1 }, (_, i) => autocorrelationAt(i + 1, ranks));
  const significant = correlations.map((one) => (Math.abs(one) > limit ? one : 0));
  return scoreVariance(values) * hamedRaoFactor(n, significant);
}

export const publishedHamedRao = (values: readonly number[]): number =>
  twoSided(standardScore(mannKendallScore(values), hamedRaoVariance(values)));

/** Trend-free prewhitening (Yue et al. 2002): the slope is put back after lag 1 is taken out. */
export function trendFreePrewhitening(values: readonly number[]): number {
  const series = seriesOf(values);
  const slope = slopeOf(series);
  const noise = detrended(series, slope);
  const correlation = autocorrelationAt(1, { ...series, values: noise });
  const fresh = noise.slice(1).map((value, i) => value - correlation * (noise[i] ?? 0));
  return plainMannKendall(fresh.map((value, i) => value + slope * (i + 1)));
}

const seriesOf = (values: readonly number[]): Series => ({ times: values.map((_, i) => i + 1), values });
const slopeOf = ({ times, values }: Series): number => theilSenSlope(times, values) ?? 0;
