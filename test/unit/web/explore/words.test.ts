import { describe, expect, it } from 'vitest';
import type { TrendWords } from '../../../../src/web/api/types.ts';
import { bandPath, linePath, roundTicks } from '../../../../src/web/explore/chart/scale.ts';
import { layOutLines, spreadLabels } from '../../../../src/web/explore/words/lay-out-lines.ts';
import { searchFor } from '../../../../src/web/explore/words/search-words.ts';
import {
  isWithin,
  readWordsState,
  termsIn,
  wordsHref,
} from '../../../../src/web/explore/words/words-state.ts';

const point = (period: string, per_million: number) => ({
  period,
  songs: 2,
  uses: 3,
  share_of_songs: 0.2,
  share_interval: { low: 0.1, high: 0.4 },
  per_million,
  per_million_interval: { low: per_million / 2, high: per_million * 9 },
  examples: [],
});
const term = (name: string, points: ReturnType<typeof point>[], matched: string[] = []) => ({
  term: name,
  read_as: [name],
  songs: 4,
  uses: 6,
  matched_words: matched.map((word) => ({ word, songs: 1 })),
  read_share: 1,
  points,
});
const answer = (terms: TrendWords['terms']): TrendWords => ({
  by: 'year',
  terms,
  periods: ['2020', '2021', '2022'].map((period) => ({ period, songs: 10, words: 1000 })),
  songs: [],
  left_out: { without_date: 0, announced: 0, only_year: 0 },
  counted: { songs: 30, words: 3000, at: null, waiting: 0 },
  reason: null,
});
const box = { width: 800, height: 300, left: 40, right: 100, top: 10, bottom: 20 };

describe('lines of words', () => {
  it('stand on one scale from 0, with the bands cut off at its top', () => {
    const some = answer([
      term('night', [point('2020', 100), point('2022', 50)]),
      term('day', [point('2021', 10)]),
    ]);
    const { lines, yTicks } = layOutLines(some, 'words', box);
    expect(yTicks.map(({ value }) => value)).toEqual([0, 25, 50, 75, 100]);
    expect(lines[0]?.spots).toEqual([{ x: 40, y: 10 }, null, { x: 700, y: 145 }]);
    expect(lines[0]?.upper[2]?.y).toBe(10);
    expect(lines[1]?.spots.map((spot) => spot !== null)).toEqual([false, true, false]);
  });

  it('of one period, or never found, still have a place', () => {
    const { lines } = layOutLines({ ...answer([term('no', [])]), periods: [] }, 'songs', box);
    expect(lines[0]?.spots).toEqual([]);
    const [one] = layOutLines(answer([term('one', [point('2021', 0)])]), 'words', box).lines;
    expect(linePath(one?.spots ?? [])).toMatch(/^M\d+\.\d \d+\.\dh4$/);
    expect(bandPath(one?.upper ?? [], one?.lower ?? [])).toBe('');
  });

  it('have names that do not touch', () => {
    const placed = spreadLabels([200, 201, 10, 202], 0, 210);
    const sorted = placed.toSorted((a, b) => a - b);
    for (const [i, y] of sorted.entries())
      if (i > 0) expect(y - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(18);
    expect(Math.max(...placed)).toBeLessThanOrEqual(210);
  });

  it('have round numbers on their scale', () => {
    expect(roundTicks(0, 7, 4)).toEqual([0, 2, 4, 6, 8]);
    expect(roundTicks(0, 0.3, 4)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(roundTicks(-0.2, 0.1, 4)).toEqual([-0.2, -0.1, 0, 0.1]);
  });
});

describe('the songs behind a point', () => {
  it('are searched by the words that the term stands for', () => {
    expect(searchFor(term('money|cash', []))).toBe('money or cash');
    expect(searchFor(term('on my mind', []))).toBe('"on my mind"');
    expect(searchFor(term('run*', [], ['run', 'running']))).toBe('run or running');
    expect(searchFor(term('zzz*', []))).toBe('');
  });

  it('are those of the year or of the quarter', () => {
    expect(isWithin('2021', '2021-08-01')).toBe(true);
    expect(isWithin('2021-Q3', '2021-08-01')).toBe(true);
    expect(isWithin('2021-Q2', '2021-08-01')).toBe(false);
    expect(isWithin('2021-Q2', null)).toBe(false);
  });
});

it('the address of the words is read as it was written', () => {
  const state = {
    terms: ['night', 'money|cash', 'on my mind'],
    by: 'quarter' as const,
    of: 'songs' as const,
    fromYear: '1990',
    toYear: '2020',
    term: 'night',
    period: '2001-Q2',
  };
  expect(readWordsState(new URL(wordsHref(state), 'http://x').search)).toEqual(state);
  expect(termsIn(' night, ,money|cash,')).toEqual(['night', 'money|cash']);
  expect(wordsHref(readWordsState('?term=&by=week'))).toBe('/app/explore/words');
});
