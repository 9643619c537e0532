import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLexicon } from '../../../../src/lyrics/phonetics/lexicon.ts';
import { formatPhones, isVowel, parsePhones, stressOf } from '../../../../src/lyrics/phonetics/phones.ts';
import { pronounce } from '../../../../src/lyrics/phonetics/pronounce.ts';
import { lexicon } from '../../../support/lexicon.ts';

const say = (word: string): string[] => pronounce(lexicon, word).pronunciations.map(formatPhones);

describe('the lexicon', () => {
  it('knows common words with their stress and frequency', () => {
    expect(say('rhythm')).toEqual(['R IH1 DH AH0 M']);
    expect(pronounce(lexicon, 'the').frequency).toBeGreaterThan(pronounce(lexicon, 'rhythm').frequency);
  });

  it('keeps several pronunciations', () => {
    expect(say('either')).toEqual(expect.arrayContaining(['IY1 DH ER0', 'AY1 DH ER0']));
  });

  it('finds every entry by its own spelling', () => {
    for (let id = 0; id < lexicon.size; id += 97) {
      const { spelling } = lexicon.entry(id);
      expect(lexicon.find(spelling)?.id).toBe(id);
    }
  });

  it('returns undefined for a word before the first, after the last and in between', () => {
    for (const word of ['', '!', 'zzzzzz', 'rhymeqqq']) expect(lexicon.find(word)).toBeUndefined();
  });

  it('rejects bytes that are not a lexicon', () => {
    expect(() => openLexicon(new ArrayBuffer(8))).toThrow(RangeError);
    expect(() => openLexicon(new ArrayBuffer(4096))).toThrow(RangeError);
  });
});

describe('rap spellings', () => {
  it.each([
    ["rhymin'", 'R AY1 M IH0 N'],
    ['talkin', 'T AO1 K IH0 N'],
    ['playa', 'P L EY1 AH0'],
    ['killas', 'K IH1 L AH0 Z'],
    ['dawg', 'D AO1 G'],
    ["'bout", 'B AW1 T'],
    ['soooo', 'S OW1'],
    ['aint', 'EY1 N T'],
    ['skatez', 'S K EY1 T S'],
  ])('pronounces %s as %s', (word, phones) => {
    expect(say(word)[0]).toBe(phones);
  });

  it('reads numbers as they are rapped', () => {
    expect(say('99')[0]).toBe('N AY1 N T IY0 N AY1 N');
    expect(say('2003')[0]).toContain('TH AW1 Z AH0 N D');
  });

  it('spells out initials', () => {
    expect(say('dj')[0]).toMatch(/JH EY1$/);
    expect(say('mcs')[0]).toMatch(/^EH1 M S IY1/);
  });
});

describe('older spellings', () => {
  it.each([
    ["call'd", 'K AO1 L D'],
    ["heav'n", 'HH EH1 V AH0 N'],
    ['loue', 'L AH1 V'],
  ])('pronounces %s as %s', (word, phones) => {
    expect(say(word)[0]).toBe(phones);
  });
});

describe('words missing from the dictionary', () => {
  it('pronounces an ending after a known base, and a compound by its parts', () => {
    expect(say('moonwalkers')[0]).toMatch(/W AO2 K ER0 Z$/);
    expect(say('remixable')[0]).toMatch(/AH0 B AH0 L$/);
  });

  it('pronounces any letters, with one primary stress when there is a vowel', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,24}$/), (word) => {
        for (const phones of pronounce(lexicon, word).pronunciations) {
          expect(phones.some(isVowel)).toBe(true);
          expect(phones.some((phone) => isVowel(phone) && stressOf(phone) > 0) || phones.length < 4).toBe(
            true,
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has no pronunciation for a word without Latin letters', () => {
    for (const word of ['слово', '言葉', '🔥', "'", '']) expect(say(word)).toEqual([]);
  });
});

describe('ARPABET', () => {
  it('is written as it was read', () => {
    expect(formatPhones(parsePhones('R AY1 M IH0 NG'))).toBe('R AY1 M IH0 NG');
  });

  it('rejects an unknown symbol', () => {
    expect(() => parsePhones('R AY3')).toThrow(RangeError);
  });
});
