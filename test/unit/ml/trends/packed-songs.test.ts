import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../../../src/ml/trends/measures.ts';
import { SONG_BYTES, unpackSongs, valueAt } from '../../../../src/ml/trends/packed-songs.ts';
import { SERIES, SERIES_NAMES, type Series } from '../../../../src/ml/trends/series.ts';
import { columnOf, placeSongs, sumsOf } from '../../../../src/ml/trends/series-cells.ts';
import { DAY_MS, timeBins } from '../../../../src/ml/trends/time-bins.ts';
import { packSongs } from '../../../support/pack-songs.ts';

const seriesNamed = (name: string): Series => {
  const found = SERIES.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

describe('packed songs', () => {
  it('are read back as they were packed', () => {
    const songs = unpackSongs(
      packSongs([
        {
          trackId: 7,
          artistId: 2_000_000_000,
          date: '1988-02-29',
          precision: 1,
          themeBits: 5,
          measures: { mtld: 71.25 },
        },
        {
          trackId: 8,
          artistId: 3,
          date: '2031-01-01',
          precision: 2,
          themeBits: -1,
          measures: { sentiment_score: -0.5 },
        },
      ]),
    );
    expect(songs.count).toBe(2);
    expect([...songs.trackIds]).toEqual([7, 8]);
    expect([...songs.artistIds]).toEqual([2_000_000_000, 3]);
    expect([...songs.days]).toEqual(['1988-02-29', '2031-01-01'].map((date) => Date.parse(date) / DAY_MS));
    expect([...songs.precisions]).toEqual([1, 2]);
    const valuesOf = (name: 'mtld' | 'sentiment_score') =>
      [0, 1].map((song) => valueAt(songs.measures[name], song));
    expect(valuesOf('mtld')).toEqual([71.25, Number.NaN]);
    expect(valuesOf('sentiment_score')).toEqual([Number.NaN, -0.5]);
  });

  it('that are cut off are refused', () => {
    expect(() => unpackSongs(new Uint8Array(SONG_BYTES - 1))).toThrow();
    expect(unpackSongs(new Uint8Array(0)).count).toBe(0);
  });
});

describe('the series', () => {
  it('have names of their own and a range that holds every value', () => {
    expect(new Set(SERIES_NAMES).size).toBe(SERIES_NAMES.length);
    expect(SERIES_NAMES).toContain('theme_love');
    expect(SERIES_NAMES).toContain('feeling_love');
    expect(new Set(MEASURES.map(({ name }) => name)).size).toBe(MEASURES.length);
  });

  it('add up the songs of each artist and bin, and leave out what has no value', () => {
    const song = (artistId: number, date: string, themeBits: number, joy?: number) => ({
      ...{ trackId: 1, artistId, date, precision: 0, themeBits },
      measures: joy === undefined ? {} : { joy },
    });
    const songs = unpackSongs(
      packSongs([
        song(1, '2024-05-01', 1, 0.5),
        song(1, '2024-06-01', 0, 0.25),
        song(2, '2024-06-02', 1),
        song(2, '2025-01-01', -1, 1),
        song(3, '1999-01-01', 1, 1),
      ]),
    );
    const time = timeBins('quarter', 1, { months: 12, newest: Date.UTC(2025, 0, 1) / DAY_MS });
    const placed = placeSongs(songs, time);
    expect(placed).toMatchObject({ count: 4, artists: [1, 2] });
    const at = (date: string) => time.binOf(Date.parse(date) / DAY_MS, 0);
    const sumsOfSeries = (name: string) => sumsOf(placed, columnOf(songs, seriesNamed(name)));
    expect(sumsOfSeries('theme_wealth')).toEqual({
      ...{ bins: time.bins.length, artists: [1, 2], starts: Int32Array.of(0, 1, 2), scale: 1 },
      bin: Int32Array.of(at('2024-05-01'), at('2024-06-02')),
      songs: Float64Array.of(2, 1),
      sum: Float64Array.of(1, 1),
    });
    expect(sumsOfSeries('feeling_joy')).toMatchObject({
      ...{ artists: [1, 2], scale: 10_000 },
      bin: Int32Array.of(at('2024-05-01'), at('2025-01-01')),
      sum: Float64Array.of(7500, 10_000),
    });
    const hustle = columnOf(songs, seriesNamed('theme_hustle'));
    expect([valueAt(hustle, 0), valueAt(hustle, 3)]).toEqual([0, Number.NaN]);
  });
});
