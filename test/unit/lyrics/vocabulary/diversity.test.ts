import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSong } from '../../../../src/lyrics/text/song.ts';
import { classicIndices } from '../../../../src/lyrics/vocabulary/classic-indices.ts';
import {
  hypergeometricDiversity,
  measureDiversity,
  movingTtr,
  mtld,
  segmentTtr,
  yuleK,
} from '../../../../src/lyrics/vocabulary/diversity.ts';
import { measureVocabulary } from '../../../../src/lyrics/vocabulary/measure-vocabulary.ts';
import { selectTokens, toSequence } from '../../../../src/lyrics/vocabulary/word-sequence.ts';

const sequence = (text: string) => toSequence(text.split(' ').filter((word) => word !== ''));
const anyWords = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { maxLength: 120 });

describe('lexical diversity', () => {
  it('matches counts by hand', () => {
    const words = sequence('a b a c');
    expect(movingTtr(words, 2)).toBe(1);
    expect(movingTtr(words, 3)).toBeCloseTo((2 / 3 + 1) / 2);
    expect(segmentTtr(words, 2)).toBe(1);
    expect(yuleK(words)).toBe((10_000 * (6 - 4)) / 16);
    // Drawing all four tokens always shows all three types.
    expect(hypergeometricDiversity(words, 4)).toBeCloseTo(3 / 4);
    // Two draws: pairs without repetition are 5 of 6, so the expected number of types is 2 - 1/6.
    expect(hypergeometricDiversity(words, 2)).toBeCloseTo((2 - 1 / 6) / 2);
  });

  it('closes a factor of MTLD where the ratio reaches the threshold', () => {
    // a a: 1/2 ends a factor; b b the same: two factors over four words, in both directions.
    expect(mtld(sequence('a a b b'), 0.72)).toBe(2);
    expect(mtld(sequence('a b c d'), 0.72)).toBe(4);
  });

  it('agrees with a direct count of windows', () => {
    fc.assert(
      fc.property(anyWords, fc.integer({ min: 1, max: 60 }), (words, window) => {
        const windows = words
          .slice(window - 1)
          .map((_, at) => new Set(words.slice(at, at + window)).size / window);
        const expected = windows.length === 0 ? null : windows.reduce((a, b) => a + b, 0) / windows.length;
        const got = movingTtr(toSequence(words), window);
        if (expected === null) expect(got).toBeNull();
        else expect(got).toBeCloseTo(expected, 10);
      }),
    );
  });

  it('stays finite and in range for any words', () => {
    fc.assert(
      fc.property(anyWords, (words) => {
        for (const value of Object.values(measureDiversity(toSequence(words)))) {
          expect(value === null || Number.isFinite(value)).toBe(true);
        }
        const { ttr, mattr, hdd, hapax_ratio } = measureDiversity(toSequence(words));
        for (const share of [ttr, mattr, hdd, hapax_ratio]) {
          if (share !== null) expect(share).toBeGreaterThanOrEqual(0);
          if (share !== null) expect(share).toBeLessThanOrEqual(1);
        }
        for (const value of Object.values(classicIndices(toSequence(words)) ?? {}))
          expect(value).toBeTypeOf('number');
      }),
    );
  });

  it('selects tokens as if the others did not exist', () => {
    fc.assert(
      fc.property(anyWords, fc.integer({ min: 1, max: 4 }), (words, step) => {
        const chosen = words.filter((_, at) => at % step === 0);
        expect(selectTokens(toSequence(words), (at) => at % step === 0)).toEqual(toSequence(chosen));
      }),
    );
  });
});

describe('measureVocabulary', () => {
  it('counts a repeated line once, and separately as sung', () => {
    const song = readSong("[Chorus]\nrollin' home again (hey)\nrolling home again\n\ncopper kettle 1995");
    const vocabulary = measureVocabulary(song);
    expect(vocabulary).toMatchObject({ tokens: 9, types: 6 });
    const repeated = measureVocabulary(readSong('hold the rope\nhold the rope (hey)\nlet it go'));
    expect(repeated).toMatchObject({ tokens: 6, distinct_line_ratio: 2 / 3, words_per_line: 3 });
    expect(repeated.as_sung.tokens).toBe(10);
  });

  it('measures nothing without sung lines', () => {
    expect(measureVocabulary(readSong('[Verse 1]\n… 🔥'))).toMatchObject({
      tokens: 0,
      ttr: null,
      mtld: null,
      mean_word_length: null,
      words_per_line: null,
      distinct_line_ratio: null,
    });
  });
});
