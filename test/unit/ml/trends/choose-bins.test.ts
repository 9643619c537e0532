import { describe, expect, it } from 'vitest';
import { chooseBins, countSongs, type DatedSongs } from '../../../../src/ml/trends/choose-bins.ts';
import { DAY_MS } from '../../../../src/ml/trends/time-bins.ts';

const NEWEST = Date.UTC(2025, 8, 30) / DAY_MS;

/** `count` songs evenly over the `days` before the newest release. */
function evenly(count: number, days: number, precision = 0): DatedSongs {
  const step = days / count;
  return {
    count,
    days: Array.from({ length: count }, (_, n) => NEWEST - Math.floor(n * step)),
    precisions: Array.from({ length: count }, () => precision),
  };
}

const choose = (songs: DatedSongs, months: number) => {
  const { time, least } = chooseBins(songs, { months, newest: NEWEST });
  return [time.unit, time.width, time.bins.length, least];
};
const YEARS = 365.25;

describe('bins', () => {
  it.each([
    ['many songs in ten years', evenly(4000, 10 * YEARS), 120, ['quarter', 1, 40, 20]],
    ['fewer songs: half-years', evenly(450, 10 * YEARS), 120, ['quarter', 2, 20, 20]],
    ['still fewer', evenly(220, 10 * YEARS), 120, ['quarter', 2, 20, 10]],
    ['too few for 10 in half a year', evenly(120, 10 * YEARS), 120, ['quarter', 2, 20, 5]],
    ['too few for 5 in half a year: years', evenly(60, 10 * YEARS), 120, ['quarter', 4, 10, 5]],
    ['too few for 5 a year', evenly(30, 10 * YEARS), 120, ['quarter', 4, 10, 0]],
    ['three years', evenly(900, 3 * YEARS), 36, ['month', 1, 36, 20]],
    ['a year', evenly(600, YEARS), 12, ['month', 1, 12, 20]],
    ['three months', evenly(400, 91), 3, ['week', 1, 13, 20]],
    ['half a year', evenly(300, 182), 6, ['week', 1, 26, 10]],
    ['dates by month only, three months', evenly(400, 91, 1), 3, ['month', 1, 3, 0]],
    ['dates by year only', evenly(4000, 10 * YEARS, 2), 120, ['year', 1, 10, 20]],
    ['no song', evenly(0, 1), 60, ['quarter', 2, 10, 0]],
    ['all on one day', evenly(500, 0.9), 60, ['quarter', 2, 10, 0]],
  ])('for %s', (_, songs, months, expected) => {
    expect(choose(songs, months)).toEqual(expected);
  });

  it('are calendar years once more than a fifth of the songs are dated by year', () => {
    const mixed = (byYear: number): DatedSongs => ({
      ...evenly(4000, 10 * YEARS),
      precisions: Array.from({ length: 4000 }, (_, n) => (n % 10 < byYear ? 2 : 0)),
    });
    expect(choose(mixed(2), 120)[0]).toBe('quarter');
    expect(choose(mixed(3), 120)[0]).toBe('year');
  });

  it('leave out old years that hold next to nothing, and no song after them', () => {
    const songs = evenly(2000, 5 * YEARS);
    const old = {
      ...songs,
      count: 2001,
      days: [...Array.from(songs.days), NEWEST - 3600],
      precisions: [...Array.from(songs.precisions), 0],
    };
    const { time } = chooseBins(old, { months: 120, newest: NEWEST });
    const counts = countSongs(old, time);
    expect(counts.reduce((a, b) => a + b, 0)).toBeGreaterThan(1900);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(20);
    expect(time.bins.length).toBeLessThan(22);
  });
});
