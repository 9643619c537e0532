import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/lib/errors.ts';
import {
  plansOf,
  planVerse,
  spellScheme,
  topicOf,
  type VerseInput,
} from '../../../../src/services/generation/plan-verse.ts';

const INPUT: VerseInput = {
  prompt: 'walking home before sunrise',
  temperature: 0.8,
  maxLength: 200,
  lines: null,
  scheme: null,
  syllables: null,
  rhyme: null,
  keep: [],
  seed: 1,
};
const plan = (given: Partial<VerseInput>) => planVerse({ ...INPUT, ...given }, null);

describe('a scheme', () => {
  it.each([
    ['AABB', 4, 'AABB'],
    ['AABB', 8, 'AABBCCDD'],
    ['ABAB', 6, 'ABABCD'],
    ['AAAA', 8, 'AAAABBBB'],
    ['A-A-', 8, 'A-A-B-B-'],
    ['XYYX', 4, 'ABBA'],
    ['free', 3, '---'],
  ])('%s over %i lines is %s', (scheme, lines, spelt) => {
    expect(spellScheme(scheme, lines)).toBe(spelt);
  });
});

it('letters of a scheme are letters, also the thirty-second', () => {
  const spelt = spellScheme('ABCD', 32);
  expect(spelt).toMatch(/^[A-Za-z]{32}$/);
  expect(new Set(spelt).size).toBe(32);
});

describe('the number of lines', () => {
  it('grows with the length that is allowed, in quatrains', () => {
    expect([50, 200, 370, 500].map((maxLength) => plan({ maxLength }).lines)).toEqual([1, 4, 8, 8]);
  });

  it('is that of a scheme of own letters', () => {
    expect(plan({ scheme: 'ABABCC' })).toMatchObject({ lines: 6, scheme: 'ABABCC' });
  });

  it('reaches the last line that is kept', () => {
    expect(plan({ maxLength: 50, keep: [{ line: 3, text: 'Here I stand' }] })).toMatchObject({
      lines: 3,
      keep: [null, null, 'Here I stand'],
    });
  });
});

const STYLE = {
  artistId: 1,
  artist: 'Marlow Vane',
  songs: 4,
  foreignSongs: 0,
  syllables: { mean: 22, low: 20, high: 24 },
  wordsPerLine: 18,
  wordLength: 4,
  densities: [0.4],
  malmis: [1.5],
  themes: [],
  typical: [],
  counts: new Map(),
};
const plans = (given: Partial<VerseInput>) => [...plansOf({ ...INPUT, ...given }, STYLE)];

describe('lines as long as those of a style', () => {
  it('are shortened to the characters that are allowed', () => {
    expect(planVerse({ ...INPUT, lines: 4, maxLength: 300 }, STYLE).syllables).toEqual([
      { min: 14, max: 16 },
    ]);
  });

  it('are given up before the verse is', () => {
    expect(plans({ lines: 4 }).map(({ lines, syllables, rhyme }) => [lines, syllables, rhyme])).toEqual([
      [4, [{ min: 9, max: 11 }], 'dense'],
      [4, [{ min: 8, max: 12 }], 'single'],
    ]);
  });

  it('are tried in a handful of orders at most, because each may take all the time that one verse has', () => {
    expect(plans({ maxLength: 500, syllables: { min: 3, max: 4 } }).map(({ lines }) => lines)).toEqual([
      16, 16, 15, 14, 8, 1,
    ]);
  });

  it('never change what the caller asked for', () => {
    const asked = { lines: 4, syllables: { min: 20, max: 24 }, rhyme: 'multi' } as const;
    for (const { syllables, rhyme } of plans(asked))
      expect([syllables, rhyme]).toEqual([[asked.syllables], 'multi']);
  });
});

describe('parameters that contradict each other', () => {
  it.each<[string, Partial<VerseInput>, string]>([
    ['a scheme longer than the verse', { scheme: 'ABABCC', lines: 4 }, 'scheme'],
    ['a line behind the last', { lines: 2, keep: [{ line: 3, text: 'x' }] }, 'keep.0.line'],
    ['a line kept twice', { lines: 4, keep: [1, 1].map((line) => ({ line, text: 'x' })) }, 'keep.1.line'],
    ['nothing left to write', { lines: 1, keep: [{ line: 1, text: 'x' }] }, 'keep'],
  ])('%s', (_, given, path) => {
    const attempt = () => plan(given);
    expect(attempt).toThrow(AppError);
    try {
      attempt();
    } catch (error) {
      expect((error as AppError).errors[0]?.path).toBe(path);
    }
  });
});

describe('the subject', () => {
  it('is the words of the prompt without the common ones', () => {
    const words = topicOf('the money and the rain').filter(({ weight }) => weight === 1);
    expect(words.map(({ word }) => word)).toEqual(['money', 'rain']);
  });

  it('is also the English words for those of another language', () => {
    expect(topicOf('amor y dinero').map(({ word }) => word)).toEqual(
      expect.arrayContaining(['love', 'money']),
    );
  });

  it('includes words that songs about it use, with less weight', () => {
    const sad = topicOf('sadness').find(({ word }) => word === 'tears');
    expect(sad?.weight).toBeLessThan(1);
  });
});
