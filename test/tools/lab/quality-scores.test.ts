import { describe, expect, it } from 'vitest';
import { gainOver, scorePredictions, spearmanOf } from '../../../scripts/lab/quality/score-predictions.ts';

const row = (artist: string, label: number, predicted: number) => ({
  artist,
  label,
  median: predicted,
  expected: predicted,
  interval: { low: predicted - 1, high: predicted + 1 },
});

describe('the scores of predictions', () => {
  it('are those that a reader computes', () => {
    const scores = scorePredictions([row('a', 8, 9), row('a', 9, 9), row('b', 7, 9), row('b', 10, 9)]);
    expect(scores.mae).toBeCloseTo(1);
    expect(scores.rmse).toBeCloseTo(Math.sqrt(6 / 4));
    expect(scores.spearman).toBeNull();
    expect(scores.interval_coverage).toBeCloseTo(0.75);
    expect(scores.interval_width).toBeCloseTo(2);
  });

  it('have no coverage without an interval', () => {
    const scores = scorePredictions([{ ...row('a', 8, 9), interval: null }]);
    expect(scores).toMatchObject({ interval_coverage: null, interval_width: null });
  });

  it('have intervals of whole artists: of two artists, either may be drawn twice', () => {
    const scores = scorePredictions([row('a', 9, 9), row('a', 9, 9), row('b', 7, 9), row('b', 7, 9)]);
    expect(scores.mae_interval).toEqual([0, 2]);
  });

  it('rank as published, with ties at their mean rank', () => {
    // Without ties Spearman's formula: 1 - 6 Σd² / (n³ - n).
    const [a, b] = [
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
      [2, 1, 5, 3, 6, 9, 4, 8, 7],
    ];
    const d2 = a.reduce((sum, value, at) => sum + (value - (b[at] ?? 0)) ** 2, 0);
    const pairs = (x: number[], y: number[]) => x.map((label, at) => ({ label, expected: y[at] ?? 0 }));
    expect(spearmanOf(pairs(a, b))).toBeCloseTo(1 - (6 * d2) / (9 ** 3 - 9));
    expect(spearmanOf(pairs([1, 1, 2], [1, 2, 3]))).toBeCloseTo(Math.sqrt(0.75));
  });

  it('compare two models on the same songs', () => {
    const model = [row('a', 8, 8.5), row('b', 9, 9)];
    const constant = [row('a', 8, 9), row('b', 9, 9)];
    expect(gainOver(model, constant).gain).toBeCloseTo(0.25);
  });
});
