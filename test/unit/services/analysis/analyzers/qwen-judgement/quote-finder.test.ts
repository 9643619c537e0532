import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isTelling,
  QuoteFinder,
} from '../../../../../../src/services/analysis/analyzers/qwen-judgement/quote-finder.ts';
import { VERSE } from '../../../../../support/judged-verse.ts';

const finder = new QuoteFinder(VERSE, new Set());
const found = (quote: string, line: number) => {
  const place = finder.find(quote, line);
  return place === null ? null : { line: place.line, words: VERSE.slice(place.start, place.end) };
};

describe('a quote is found', () => {
  it.each([
    ['as it stands', 'paper wings', 2, 'paper wings', 2],
    ['in other capitals and punctuation', '“HALSEY street”: the owner!', 3, 'Halsey Street, the owner', 3],
    ['with curly apostrophes', 'what he couldn’t mend', 13, "what he couldn't mend", 13],
    ['in a line nearby', 'paper wings', 5, 'paper wings', 2],
    ['far away, if it is long', 'riding up the rear', 2, 'riding up the rear', 10],
    ['nearest to the line that was named', 'Hold on, hold on', 9, 'Hold on, hold on', 9],
    [
      'over a line break, as the part in its longer line',
      'kettle sings Mama wore the night',
      1,
      'Mama wore the night',
      2,
    ],
  ])('%s', (_, quote, line, words, at) => {
    expect(found(quote, line)).toEqual({ line: at, words });
  });

  it.each([
    ['kettle sings Mama', 'kettle sings', 1],
    ['kettle sings Mama wore', 'kettle sings', 1],
    ['sings Mama wore', 'Mama wore', 2],
  ])('over a line break, as its longer part, or the first of equal ones: %s', (quote, words, line) => {
    expect(found(quote, 1)).toEqual({ line, words });
  });

  it('in a script without spaces in the line nearest to the one that was named', () => {
    const text = '夜に歌う\n君を待つ\n朝が来る\n夜に歌う';
    const finder = new QuoteFinder(text, new Set());
    expect([0, 1, 2, 3].map((line) => finder.find('夜に歌う', line)?.line)).toEqual([0, 0, 3, 3]);
  });

  it('in a script without spaces at most three lines away', () => {
    const text = `夜に歌う\n${'君を待つ\n'.repeat(9)}`;
    const finder = new QuoteFinder(text, new Set());
    expect([3, 4].map((line) => finder.find('夜に歌う', line)?.line ?? null)).toEqual([0, null]);
  });

  it('in a script without spaces', () => {
    const text = '[Verse]\n月が昇る夜に歌う\n君を待つ';
    const place = new QuoteFinder(text, new Set()).find('夜に歌う', 1);
    expect(place && text.slice(place.start, place.end)).toBe('夜に歌う');
    expect(new QuoteFinder(text, new Set()).find('朝に眠る', 1)).toBeNull();
  });
});

describe('a quote is not found', () => {
  it.each([
    ['that nobody sings', 'golden chains and diamonds', 2],
    ['with a word changed', 'I keep the cash in a coffee can', 1],
    ['that ends inside a word', 'paper win', 2],
    ['short and far away', 'paper wings', 10],
    ['from a header line', 'Verse 1', 0],
    ['without words', '...', 1],
    ['that is empty', '', 1],
  ])('%s', (_, quote, line) => {
    expect(found(quote, line)).toBeNull();
  });

  it('in a hidden line', () => {
    expect(new QuoteFinder(VERSE, new Set([2])).find('paper wings', 2)).toBeNull();
  });
});

it('any run of words of a line is found in that line', () => {
  const rows = VERSE.split('\n').flatMap((row, line) => (/^\[|^$/.test(row) ? [] : [{ row, line }]));
  fc.assert(
    fc.property(
      fc.constantFrom(...rows),
      fc.nat(9),
      fc.integer({ min: 1, max: 9 }),
      ({ row, line }, from, count) => {
        const words = row
          .split(' ')
          .slice(from, from + count)
          .join(' ');
        fc.pre(/\p{L}/u.test(words));
        const place = finder.find(words, line);
        expect(place?.line).toBe(line);
        const spoken = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}' -]/gu, '');
        expect(spoken(VERSE.slice(place?.start, place?.end))).toBe(spoken(words));
      },
    ),
  );
});

it('all occurrences with the same spelling are counted, other capitalisation is not', () => {
  const text = 'Rose sold a rose\nRose went home';
  const all = new QuoteFinder(text, new Set());
  const first = all.find('Rose', 0);
  expect(first && all.findAll(first).map(({ line, start }) => [line, start])).toEqual([
    [0, 0],
    [1, 17],
  ]);
});

it.each([
  ['the', false],
  ['ice', false],
  ['grief', true],
  ['my own', true],
  ['...', false],
])('"%s" is sufficient as proof: %s', (quote, telling) => {
  expect(isTelling(quote)).toBe(telling);
});
