import { describe, expect, it } from 'vitest';
import { seeded } from '../../../../src/ml/compose/random.ts';
import { trendOf } from '../../../../src/ml/trends/trend-of.ts';
import type { Cell, Trend } from '../../../../src/ml/trends/types.ts';

const BINS = 24;

interface Planted {
  artists: number;
  level: (artist: number, bin: number) => number;
  songs?: (artist: number) => number;
}

/** One cell for each artist in every bin, with noise of a tenth. */
function plant({ artists, level, songs = () => 2 }: Planted): Cell[] {
  const random = seeded(3);
  return Array.from({ length: artists * BINS }, (_, i) => {
    const [artist, bin] = [Math.floor(i / BINS), i % BINS];
    const count = songs(artist);
    return { artist, bin, songs: count, sum: count * (level(artist, bin) + 0.2 * (random() - 0.5)) };
  });
}

const trend = (cells: readonly Cell[], bins = BINS): Trend =>
  trendOf(cells, { bins, random: seeded(1), resamples: 200 });

describe('a trend', () => {
  it('that all artists share is significant, with its slope and the interval of each bin', () => {
    const found = trend(plant({ artists: 20, level: (_, bin) => bin / 100 }));
    expect(found.p).toBeLessThan(0.001);
    expect(found.slope).toBeCloseTo(0.01, 2);
    expect(found.slopeLower).toBeGreaterThan(0.008);
    expect(found.slopeUpper).toBeLessThan(0.012);
    expect(found.change).toBeCloseTo(0.23, 1);
    expect(found.carriedShare).toBeLessThan(0.3);
    expect(found.changePoints).toEqual([]);
    for (const { value, lower, upper, songs, artists } of found.points) {
      expect({ songs, artists }).toEqual({ songs: 40, artists: 20 });
      expect(lower).toBeLessThan(value ?? 0);
      expect(upper).toBeGreaterThan(value ?? 0);
    }
  });

  it('of one prolific artist is clear in the bins, is not significant, and names the artist', () => {
    const found = trend(
      plant({
        artists: 20,
        level: (artist, bin) => (artist === 7 ? bin / 20 : 0),
        songs: (artist) => (artist === 7 ? 30 : 2),
      }),
    );
    expect(found.pMannKendall).toBeLessThan(0.001);
    expect(found.pArtists).toBeGreaterThan(0.2);
    expect(found.p).toBe(found.pArtists);
    expect(found.carriedBy[0]?.artist).toBe(7);
    expect(found.carriedBy[0]?.share).toBeGreaterThan(0.8);
  });

  it('that only two artists have is not significant either', () => {
    const found = trend(
      plant({
        artists: 20,
        level: (artist, bin) => (artist < 2 ? bin / 20 : bin / 1e6),
        songs: (artist) => (artist < 2 ? 15 : 2),
      }),
    );
    expect(found.pMannKendall).toBeLessThan(0.001);
    expect(found.p).toBeGreaterThan(0.05);
    expect(
      found.carriedBy
        .slice(0, 2)
        .map(({ artist }) => artist)
        .sort(),
    ).toEqual([0, 1]);
  });

  it('is the same for the same seed', () => {
    const cells = plant({ artists: 8, level: (_, bin) => bin % 3 });
    expect(trend(cells)).toEqual(trend(cells));
  });

  it('at another level from one bin on is a change point', () => {
    const found = trend(plant({ artists: 20, level: (_, bin) => (bin < 14 ? 1 : 2) }));
    expect(found.changePoints.map(({ bin }) => bin)).toEqual([14]);
  });
});

describe('too little data', () => {
  it('has no significance with few bins, and no slope with fewer', () => {
    const cells = plant({ artists: 20, level: (_, bin) => bin });
    expect(trend(cells, 7)).toMatchObject({ pMannKendall: null, p: null, autocorrelation: null });
    expect(trend(cells, 7).slope).toBeCloseTo(1, 1);
    expect(trend(cells, 2)).toMatchObject({ slope: null, change: null, p: null, carriedBy: [] });
    expect(trend([], 3)).toMatchObject({ slope: null, points: [{ value: null, songs: 0 }, {}, {}] });
  });

  it('has no interval and no significance with few artists', () => {
    const found = trend(plant({ artists: 2, level: (_, bin) => bin }));
    expect(found).toMatchObject({ pArtists: null, p: null, slopeLower: null });
    expect(found.points[0]).toMatchObject({ lower: null, upper: null, artists: 2 });
  });

  it('leaves empty bins out', () => {
    const cells = plant({ artists: 6, level: (_, bin) => bin }).filter(({ bin }) => bin % 2 === 0);
    const found = trend(cells);
    expect(found.points[1]).toMatchObject({ value: null, lower: null, songs: 0 });
    expect(found.slope).toBeCloseTo(1, 1);
    expect(found.p).toBeLessThan(0.05);
  });

  it('is flat where a measure never changes', () => {
    const cells = plant({ artists: 6, level: () => 0 }).map((cell) => ({ ...cell, sum: 0 }));
    expect(trend(cells)).toMatchObject({
      slope: 0,
      p: 1,
      carriedBy: [],
      carriedShare: null,
      changePoints: [],
    });
  });
});
