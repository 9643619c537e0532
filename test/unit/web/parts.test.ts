import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSort, sortRows } from '../../../src/web/parts/sort-rows.ts';
import { sparkPieces } from '../../../src/web/parts/spark-pieces.ts';
import { secondsLeft } from '../../../src/web/parts/time-left.ts';
import { partsText } from '../../../src/web/text/parts.ts';

describe('sorting', () => {
  const read = (row: number | null) => row;

  it('puts what is not known last in both directions', () => {
    expect(sortRows([2, null, 10, 1], read, false)).toEqual([1, 2, 10, null]);
    expect(sortRows([2, null, 10, 1], read, true)).toEqual([10, 2, 1, null]);
  });

  it('compares words without their case, and the numbers in them as numbers', () => {
    expect(sortRows(['track 10', 'Track 9', 'álbum', 'Zeal'], (row) => row, false)).toEqual([
      'álbum',
      'Track 9',
      'track 10',
      'Zeal',
    ]);
  });

  it('keeps all rows and the order of equal ones', () => {
    const rowsOf = fc.array(fc.tuple(fc.option(fc.integer({ min: 0, max: 3 })), fc.nat()));
    fc.assert(
      fc.property(rowsOf, fc.boolean(), (rows, isDescending) => {
        const sorted = sortRows(rows, ([value]) => value, isDescending);
        expect(sorted).toHaveLength(rows.length);
        for (const value of [null, 0, 1, 2, 3]) {
          const same = (row: (typeof rows)[number]) => row[0] === value;
          expect(sorted.filter(same)).toEqual(rows.filter(same));
        }
      }),
    );
  });

  it('starts with the greatest number, and turns around at the second choice', () => {
    const first = nextSort(null, 'year', true);
    expect(first).toEqual({ key: 'year', isDescending: true });
    expect(nextSort(first, 'year', true)).toEqual({ key: 'year', isDescending: false });
    expect(nextSort(first, 'title', false)).toEqual({ key: 'title', isDescending: false });
  });
});

describe('the time that is left', () => {
  it('is not told before enough is done to know', () => {
    expect(secondsLeft(0, 100, 60_000)).toBeNull();
    expect(secondsLeft(1, 100, 60_000)).toBeNull();
    expect(secondsLeft(50, 100, 100)).toBeNull();
  });

  it('follows from the speed so far', () => {
    expect(secondsLeft(25, 100, 10_000)).toBe(30);
    expect(secondsLeft(100, 100, 10_000)).toBe(0);
  });

  it.each([
    [4, 'a few seconds left'],
    [31, 'about 40 seconds left'],
    [119, 'about 120 seconds left'],
    [121, 'about 3 minutes left'],
  ])('%i s is said as "%s"', (seconds, text) => {
    expect(partsText.timeLeft(seconds)).toBe(text);
  });
});

it('a line of values breaks where nothing was measured', () => {
  const box = { min: 0, max: 10, width: 44, height: 14 };
  expect(sparkPieces([0, 10, null, 5], box)).toEqual(['2.0,12.0 15.3,2.0', '42.0,7.0']);
  expect(sparkPieces([3], { ...box, min: 3, max: 3 })).toEqual(['2.0,12.0']);
});

describe('a place among the songs', () => {
  it.each([
    [0, 'below nearly all songs'],
    [0.43, 'above 43 % of songs'],
    [0.994, 'above 99 % of songs'],
    [1, 'above nearly all songs'],
  ])('of %d is told in words, and never as above all of them', (share, text) => {
    expect(partsText.percentile(share)).toBe(text);
  });
});
