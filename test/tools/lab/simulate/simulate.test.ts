import { describe, expect, it } from 'vitest';
import { drawClusters } from '../../../../scripts/lab/simulate/draw-clusters.ts';
import { simulateIntervals } from '../../../../scripts/lab/simulate/simulate-intervals.ts';
import { simulatePromotions } from '../../../../scripts/lab/simulate/simulate-promotions.ts';
import { meanOf } from '../../../../scripts/lab/statistics/errors.ts';
import { seeded } from '../../../../src/ml/compose/random.ts';

describe('made-up texts', () => {
  it.each(['normal', 'exponential'] as const)(
    '%s: have the mean that was asked, and artists whose texts are alike',
    (shape) => {
      const rows = drawClusters({ artists: 4000, shape, isUneven: false, mean: 2 }, seeded(1));
      expect(Math.abs(meanOf(rows.map(({ value }) => value)) - 2)).toBeLessThan(0.05);
      const artists = [...Map.groupBy(rows, ({ artist }) => artist).values()];
      const means = artists.map((own) => meanOf(own.map(({ value }) => value)));
      // .25 between artists and 1 / 5 of the texts.
      expect(meanOf(means.map((mean) => (mean - 2) ** 2))).toBeCloseTo(0.45, 1);
    },
  );

  it('may be uneven: from one text to many', () => {
    const rows = drawClusters({ artists: 200, shape: 'normal', isUneven: true, mean: 0 }, seeded(1));
    const sizes = Array.from(Map.groupBy(rows, ({ artist }) => artist).values(), ({ length }) => length);
    expect(Math.min(...sizes)).toBe(1);
    expect(Math.max(...sizes)).toBeGreaterThan(40);
  });
});

describe('the rule of promotion on made-up losses', () => {
  const options = { runs: 1000, seed: 1 };

  it.each(['normal', 'exponential'] as const)('promotes at most 5 % of equal models: %s', (shape) => {
    expect(simulatePromotions({ artists: 8, shape, effect: 0 }, options).share).toBeLessThanOrEqual(0.05);
  });

  it('finds most models that are clearly better, the same for a seed', () => {
    const better = { artists: 8, shape: 'normal', effect: 1 } as const;
    const found = simulatePromotions(better, { runs: 100, seed: 1 });
    expect(found.share).toBeGreaterThan(0.8);
    expect(simulatePromotions(better, { runs: 100, seed: 1 })).toEqual(found);
  });
});

it('the intervals hold the truth about as often as they promise', () => {
  const { coverage } = simulateIntervals(
    { artists: 12, shape: 'normal', is_uneven: false },
    { runs: 40, seed: 1 },
  );
  expect(coverage).toBeGreaterThan(0.8);
});
