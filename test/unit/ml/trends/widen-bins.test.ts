import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { widenBins } from '../../../../src/ml/trends/widen-bins.ts';

const quarters = (count: number, songs: number): number[] => Array.from({ length: count }, () => songs);

describe('bins', () => {
  it('stay quarters where each holds enough songs', () => {
    expect(widenBins(quarters(12, 5), { least: 5 })).toEqual({
      enough: true,
      width: 1,
      start: 0,
      songs: quarters(12, 5),
    });
  });

  it('widen to years, counted back from the newest quarter', () => {
    const bins = widenBins([9, 9, ...quarters(32, 3)], { least: 10 });
    expect(bins).toEqual({ enough: true, width: 4, start: 2, songs: quarters(8, 12) });
  });

  it('leave out a nearly empty beginning, but no empty quarter in between', () => {
    expect(widenBins([1, 0, 0, ...quarters(8, 10)], { least: 10 })).toMatchObject({ width: 1, start: 3 });
    expect(widenBins([...quarters(8, 10), 0, ...quarters(11, 10)], { least: 10 })).toMatchObject({
      width: 2,
    });
  });

  it('say how many songs are needed where there are too few', () => {
    expect(widenBins(quarters(8, 4), { least: 10 })).toEqual({ enough: false, songs: 32, needed: 80 });
    expect(widenBins([], { least: 10 })).toEqual({ enough: false, songs: 0, needed: 80 });
  });

  it('hold enough songs each, and all songs but the oldest', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(30), { maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (songs, least) => {
          const bins = widenBins(songs, { least });
          if (!bins.enough) return;
          expect(Math.min(...bins.songs)).toBeGreaterThanOrEqual(least);
          expect(bins.start + bins.width * bins.songs.length).toBe(songs.length);
          const kept = songs.slice(bins.start).reduce((sum, count) => sum + count, 0);
          expect(bins.songs.reduce((sum, count) => sum + count, 0)).toBe(kept);
        },
      ),
      { numRuns: 50 },
    );
  });
});
