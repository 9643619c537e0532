import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellToPhones } from '../../../../src/lyrics/phonetics/letter-to-sound.ts';
import { countVowels, formatPhones, isVowel, stressOf } from '../../../../src/lyrics/phonetics/phones.ts';
import { pronounce } from '../../../../src/lyrics/phonetics/pronounce.ts';
import { lexicon } from '../../../support/lexicon.ts';

const say = (word: string): string => formatPhones(pronounce(lexicon, word).pronunciations[0] ?? []);
const count = (word: string): number => pronounce(lexicon, word).syllables[0]?.length ?? 0;

describe('names and rare words that only the rules know', () => {
  it.each([
    ['forbes', 1], ['karl', 1], ['teflon', 2], ['gemma', 2], ['jones', 1], ['hughes', 1], ['giles', 1], ['kline', 1],
    ['abbas', 2], ['boaz', 2], ['jeter', 2], ['abe', 1], ['brice', 1], ['swanke', 1], ['everton', 3], ['penland', 2],
    ['izaguirre', 4], ['mcauliffe', 3], ['michihiro', 4], ['starfleet', 2], ['aaronson', 3], ['vives', 1],
    ['nashua', 3], ['rydell', 2], ['wetherby', 3], ['fitzsimmons', 3], ['hernandez', 3], ['rodriguez', 3],
    ['kowalski', 3], ['nguyen', 2], ['oconnell', 3], ['dempsey', 2], ['valdez', 2], ['tyrese', 2],
  ] as const)('%s has %i syllables', (word, expected) => expect(count(word)).toBe(expected)); // biome-ignore format: a table

  it.each([
    ['lamborghini', 'L AE2 M B AO0 R G IY1 N IY0'],
    ['versace', 'V ER0 S AA1 CH IY0'],
    ['gucci', 'G UW1 CH IY0'],
    ['kanye', 'K AA1 N Y EY0'],
    ['tupac', 'T UW1 P AA2 K'],
    ['eminem', 'EH1 M IH0 N EH2 M'],
    ['beyonce', 'B IY0 AA1 N S EY0'],
    ['rihanna', 'R IY0 AE1 N AH0'],
    ['balenciaga', 'B AH0 L EH2 N S IY0 AA1 G AH0'],
    ['hennessy', 'HH EH1 N AH0 S IY0'],
    ['finna', 'F IH1 N AH0'],
  ])('%s is %s', (word, phones) => expect(say(word)).toBe(phones));
});

describe('sounds without a vowel get one', () => {
  it.each([
    'brr',
    'brrr',
    'brrrrrrr',
    'grr',
    'krrk',
    'hmm',
    'hmmmm',
    'mm',
    'mmm',
    'shh',
    'shhhhh',
    'psst',
    'pfft',
    'tsk',
  ])('%s is one syllable', (word) => expect(count(word)).toBe(1));
  it.each(['skrrt', 'skrrrrt', 'zzz', 'zzzzz', 'nth', 'pst', 'pff', 'ffs', 'ssss', 'rrrr', 'kss', 'vvv'])(
    '%s too',
    (word) => expect(count(word)).toBe(1),
  );
});

describe('drawn-out spellings are heard as the plain word', () => {
  it.each([
    ['fuuuuck', 'fuck'], ['sooo', 'so'], ['yesss', 'yes'], ['nooooo', 'no'], ['heyyy', 'hey'], ['pleeease', 'please'],
    ['goooood', 'good'], ['baaaaaby', 'baby'], ['loooove', 'love'], ['yeeeeah', 'yeah'], ['helllllo', 'hello'],
    ['feeeeel', 'feel'], ['whyyyyy', 'why'], ['maaaan', 'man'], ['yeahhhh', 'yeah'], ['niiiice', 'nice'],
    ['dannnng', 'dang'], ['wooooow', 'wow'], ['rollllin', 'rollin'], ['ohhhhhhh', 'oh'], ['whaaaat', 'what'],
    ['riiiight', 'right'], ['moneyyyy', 'money'], ['okayyyyy', 'okay'], ['crazyyyy', 'crazy'],
  ])('%s: %s', (stretched, plain) => expect(say(stretched)).toBe(say(plain))); // biome-ignore format: a table
});

describe('letters that English does not have', () => {
  it.each([
    ['straße', 'strasse'], ['łódź', 'lodz'], ['smørrebrød', 'smorrebrod'], ['æther', 'aether'], ['œuvre', 'oeuvre'],
    ['ｈｅｌｌｏ', 'hello'], ['ħello', 'hello'], ['čvor', 'cvor'], ['þing', 'thing'],
  ])('%s is read as %s', (word, plain) => expect(say(word)).toBe(say(plain))); // biome-ignore format: a table
});

describe('any word with a Latin letter has a sound', () => {
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzàéîõüßæøłđðþŋəɪʒꜱʀʏƿɐⱡ');
  const word = fc.oneof(
    fc.string({ unit: letter, minLength: 1, maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...'bcdfghjklmnpqrstvwxz'), minLength: 1, maxLength: 12 }),
    fc
      .string({ unit: fc.constantFrom(..."aab'rm"), minLength: 1, maxLength: 12 })
      .filter((text) => /[a-z]/.test(text)),
  );

  it('with a vowel, and one primary stress, in every pronunciation', () => {
    fc.assert(
      fc.property(word, (spelling) => {
        const { pronunciations } = pronounce(lexicon, spelling);
        expect(pronunciations.length).toBeGreaterThan(0);
        for (const phones of pronunciations) expect(countVowels(phones)).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('letter by letter with exactly one primary stress', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,40}$/), (spelling) => {
        const stressed = spellToPhones(lexicon.rules, spelling).filter(
          (phone) => isVowel(phone) && stressOf(phone) === 1,
        );
        expect(stressed.length).toBe(1);
      }),
      { numRuns: 500 },
    );
  });

  it('which is bounded for a word of 5,000 letters', () => {
    for (const word of [
      'a'.repeat(5000),
      'ab'.repeat(2500),
      'brr'.repeat(1700),
      'ha'.repeat(2500),
      'x'.repeat(5000),
    ]) {
      expect(count(word)).toBeGreaterThan(0);
      expect(count(word)).toBeLessThanOrEqual(48);
    }
    expect(say(`s${'o'.repeat(5000)}`)).toBe(say('so'));
  });
});
