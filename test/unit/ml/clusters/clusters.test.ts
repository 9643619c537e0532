import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedRand } from '../../../../src/ml/clusters/adjusted-rand.ts';
import { clusterPoints } from '../../../../src/ml/clusters/cluster-points.ts';
import { colourOf } from '../../../../src/ml/clusters/colour-of.ts';
import { kMeans } from '../../../../src/ml/clusters/k-means.ts';
import { matchClusters } from '../../../../src/ml/clusters/match-clusters.ts';
import { type Points, toPoints } from '../../../../src/ml/clusters/points.ts';
import { silhouette } from '../../../../src/ml/clusters/silhouette.ts';
import { seeded } from '../../../../src/ml/compose/random.ts';

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** `k` groups of `each` points in `dimensions` directions, whose centres are `apart` from the origin. */
function planted(options: { k: number; each: number; dimensions: number; apart: number; seed: number }) {
  const { k, each, dimensions, apart, seed } = options;
  const random = seeded(seed);
  const centres = Array.from({ length: k }, () => {
    const centre = Array.from({ length: dimensions }, () => normal(random));
    const length = Math.hypot(...centre);
    return centre.map((value) => (value / length) * apart);
  });
  const truth = Array.from({ length: k * each }, (_, i) => i % k);
  const vectors = truth.map((group) => (centres[group] ?? []).map((value) => value + normal(random)));
  return { points: toPoints(vectors), truth };
}

describe('adjusted Rand', () => {
  it.each([
    // scikit-learn 1.5, adjusted_rand_score: its documented examples.
    [[0, 0, 1, 1], [0, 0, 1, 1], 1],
    [[0, 0, 1, 1], [1, 1, 0, 0], 1],
    [[0, 0, 1, 2], [0, 0, 1, 1], 0.5714],
    [[0, 0, 1, 1], [0, 0, 1, 2], 0.5714],
    [[0, 0, 0, 0], [0, 1, 2, 3], 0],
    [[0, 0, 1, 1], [0, 1, 0, 1], -0.5],
  ])('of %j and %j is %d', (a, b, value) => {
    expect(adjustedRand(a, b)).toBeCloseTo(value, 4);
  });

  it('is the same both ways, and for other names of the clusters', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 2, maxLength: 30 }), (pairs) => {
        const [a, b] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
        expect(adjustedRand(a, b)).toBeCloseTo(adjustedRand(b, a), 9);
        expect(
          adjustedRand(
            a.map((label) => 7 - label),
            b,
          ),
        ).toBeCloseTo(adjustedRand(a, b), 9);
      }),
    );
  });
});

describe('silhouette', () => {
  it('compares the distances within a cluster with those to the nearest other one', () => {
    // By hand: the points at 0 and 11 lie 10.5 from the others' mean, those at 1 and 10 9.5.
    const points = toPoints([[0], [1], [10], [11]]);
    const expected = ((10.5 - 1) / 10.5 + (9.5 - 1) / 9.5) / 2;
    expect(silhouette(points, [0, 0, 1, 1])).toBeCloseTo(expected, 9);
    expect(silhouette(points, [0, 0, 0, 0])).toBeNull();
    expect(silhouette(points, [0, 0, 0, 1])).toBeLessThan(0.5);
  });
});

describe('k-means', () => {
  it('finds groups that are apart, with any seed', () => {
    const { points, truth } = planted({ k: 5, each: 40, dimensions: 8, apart: 8, seed: 1 });
    for (const seed of [1, 2, 3]) {
      const { labels } = kMeans(points, { k: 5, random: seeded(seed) });
      expect(adjustedRand(labels, truth)).toBeGreaterThan(0.95);
    }
  });

  it('gives every one of fewer different points than clusters a cluster', () => {
    const points = toPoints([[1], [1], [1], [2]]);
    const { labels, inertia } = kMeans(points, { k: 3, random: seeded(1) });
    expect(labels).toHaveLength(4);
    expect(inertia).toBe(0);
    expect(() => kMeans(points, { k: 5, random: seeded(1) })).toThrow('4 points cannot form 5 clusters');
  });
});

describe('clusters of points', () => {
  it('have the number with the greatest silhouette, and are found among many directions without meaning', () => {
    const { points, truth } = planted({ k: 6, each: 100, dimensions: 96, apart: 7, seed: 2 });
    const [a, b] = [1, 2].map((seed) =>
      clusterPoints(points, {
        ks: [2, 3, 4, 5, 6, 7, 8, 10],
        random: seeded(seed),
        fitted: 500,
        judged: 300,
      }),
    );
    expect(a?.k).toBe(6);
    expect(adjustedRand(a?.labels ?? [], truth)).toBeGreaterThan(0.95);
    expect(adjustedRand(a?.labels ?? [], b?.labels ?? [])).toBeGreaterThan(0.95);
  });

  it('are the same for the same seed', () => {
    const { points } = planted({ k: 3, each: 20, dimensions: 6, apart: 2, seed: 3 });
    const once = () => clusterPoints(points, { ks: [2, 3, 4], random: seeded(9) });
    expect(once().labels).toEqual(once().labels);
  });

  it.each([
    ['one point', toPoints([[1, 2]]), 1],
    ['the same point again and again', toPoints(Array.from({ length: 9 }, () => [3, 3])), 9],
  ] satisfies [string, Points, number][])('exist for %s', (_, points, count) => {
    const { labels } = clusterPoints(points, { ks: [1, 2, 3], random: seeded(1) });
    expect(labels).toHaveLength(count);
  });

  it('are refused for too few points', () => {
    expect(() => clusterPoints(toPoints([]), { ks: [2], random: seeded(1) })).toThrow('0 points');
  });
});

describe('names of clusters', () => {
  const set = (...members: number[]) => new Set(members);

  it('stay with the cluster that shares most songs, whatever its number is now', () => {
    const former = [
      { key: 4, members: set(1, 2, 3) },
      { key: 7, members: set(4, 5, 6) },
    ];
    expect(matchClusters([set(4, 5, 6), set(1, 2, 8), set(20, 21)], former)).toEqual([
      { key: 7, matched: true },
      { key: 4, matched: true },
      { key: 0, matched: false },
    ]);
  });

  it('go to one cluster only when one splits, and to none that is another', () => {
    const former = [{ key: 0, members: set(1, 2, 3, 4, 5, 6, 7) }];
    expect(matchClusters([set(1, 2, 3, 4), set(5, 6, 7)], former)).toEqual([
      { key: 0, matched: true },
      { key: 1, matched: false },
    ]);
    expect(matchClusters([set(1, 100, 101, 102, 103, 104)], former)[0]?.matched).toBe(false);
  });

  it('are different for every cluster', () => {
    const key = fc.record({ key: fc.nat(50), members: fc.uniqueArray(fc.nat(40)) });
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.nat(40)), { maxLength: 8 }),
        fc.uniqueArray(key, { maxLength: 8, selector: ({ key: one }) => one }),
        (clusters, former) => {
          const named = former.map(({ key: one, members }) => ({ key: one, members: new Set(members) }));
          const keys = matchClusters(
            clusters.map((members) => new Set(members)),
            named,
          ).map((one) => one.key);
          expect(new Set(keys).size).toBe(clusters.length);
        },
      ),
    );
  });

  it('have colours of their own', () => {
    const colours = Array.from({ length: 24 }, (_, key) => colourOf(key));
    expect(new Set(colours).size).toBe(24);
    for (const colour of colours) expect(colour).toMatch(/^#[\da-f]{6}$/);
  });
});
