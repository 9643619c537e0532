import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Spelling } from '../../../../../src/db/queries/spellings.ts';
import { looksLikeName, togetherIn } from '../../../../../src/services/search/spelling/check-correction.ts';
import { chooseCorrection } from '../../../../../src/services/search/spelling/choose-correction.ts';
import { correctQuery, spellingQuestion } from '../../../../../src/services/search/spelling/correct-query.ts';
import { likelySpellings } from '../../../../../src/services/search/spelling/likely-spellings.ts';
import { spellingCost } from '../../../../../src/services/search/spelling/spelling-cost.ts';
import { suspectWords } from '../../../../../src/services/search/spelling/suspect-words.ts';
import { lexicon } from '../../../../support/lexicon.ts';

const SUNG =
  'prison poison mother grandmother harbour engine funeral marriage rhythm phone school girl night bus cardboard fence winter sunflower the their okoro achterberg'.split(
    ' ',
  );
const word = fc.stringMatching(/^[a-z]{1,14}$/);
const sung = fc.constantFrom(...SUNG.filter((one) => one.length >= 6));

/** What the catalogue answers about words that it does not know. */
const answersFor = (...unknown: string[]): Spelling[] => [
  ...unknown.map((one) => ({ unknown: one, word: null, songs: 0 })),
  ...SUNG.map((one) => ({ unknown: null, word: one, songs: 3 })),
];
const choose = (typed: string): string | null =>
  chooseCorrection(lexicon, {
    word: typed,
    before: null,
    after: null,
    candidates: SUNG.map((one) => ({ word: one, songs: 3 })),
  })?.meant ?? null;
const correct = (query: string, ...unknown: string[]): string | null =>
  correctQuery(lexicon, { query, typed: query.toLowerCase().split(' ') }, answersFor(...unknown))?.query ??
  null;

describe('the cost of an error', () => {
  it('is nothing for the same word, and something for any other', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(spellingCost(a, a)).toBe(0);
        if (a !== b) expect(spellingCost(a, b)).toBeGreaterThan(0);
        expect(spellingCost(a, b)).toBeLessThanOrEqual(a.length + b.length + 2);
      }),
    );
  });

  it.each([
    ['swapped letters', 'engnie', 'engxxe', 'engine'],
    ['a doubled letter', 'moother', 'moather', 'mother'],
    ['a vowel left out', 'hrbour', 'habour', 'harbour'],
    ['a vowel for another', 'prisan', 'prisxn', 'prison'],
    ['a letter inside', 'fexce', 'xence', 'fence'],
  ])('is less for %s', (_, likely, unlikely, meant) => {
    expect(spellingCost(likely, meant)).toBeLessThan(spellingCost(unlikely, meant));
  });
});

it('every word is among the likely spellings of what one error makes of it', () => {
  fc.assert(
    fc.property(sung, fc.nat(), fc.constantFrom('swap', 'double', 'drop'), (meant, n, kind) => {
      const at = n % (meant.length - 1);
      const [head, letter, next, tail] = [meant.slice(0, at), meant[at], meant[at + 1], meant.slice(at + 2)];
      const typed = {
        swap: `${head}${next}${letter}${tail}`,
        double: `${head}${letter}${letter}${next}${tail}`,
        drop: `${head}${next}${tail}`,
      }[kind];
      if (typed.length <= 8 || kind !== 'drop') expect([typed, ...likelySpellings(typed)]).toContain(meant);
    }),
  );
});

describe('words that may be misspelt', () => {
  it.each([
    ...'prison poison plow trumpet runnin killa finna yall nite 1990s b xx montaña мама dont mothers lonelyness taylor jayden garcia'.split(
      ' ',
    ),
    "y'all",
    "didn't",
    'pneumonoultramicroscopicsilicovolcanoconiosis',
  ])('%s is none of them', (one) => {
    expect(suspectWords(lexicon, [one]).filter((key) => key !== 'dont')).toEqual([]);
  });

  it.each(['prision', 'trumpit', 'nightbus', 'skool', 'looove', 'okora'])('%s is one of them', (one) => {
    expect(suspectWords(lexicon, [one])).toEqual([one]);
  });

  it('are five at most, each once', () => {
    const typed = 'abzq bczq cdzq dezq efzq fgzq abzq'.split(' ');
    expect(suspectWords(lexicon, typed)).toEqual(typed.slice(0, 5));
  });

  it('ask the catalogue nothing if English has them all', () => {
    expect(spellingQuestion(lexicon, ['waiting', 'for', 'the', 'night', 'bus'])).toBeNull();
  });
});

describe('a misspelt word', () => {
  it.each([
    ['prision', 'prison'],
    ['poisen', 'poison'],
    ['granmother', 'grandmother'],
    ['grandmotherr', 'grandmother'],
    ['funral', 'funeral'],
    ['fewneral', 'funeral'],
    ['mariage', 'marriage'],
    ['rythm', 'rhythm'],
    ['fone', 'phone'],
    ['skool', 'school'],
    ['gurl', 'girl'],
    ['teh', 'the'],
    ['thier', 'their'],
    ['wintter', 'winter'],
    ['okora', 'okoro'],
    ['nightbus', 'night bus'],
    ['carboards', 'cardboards'],
    // English has it, and no song.
    ['tommorow', 'tomorrow'],
    ['weirrd', 'weird'],
  ])('%s is taken for %s', (typed, meant) => {
    expect(choose(typed)).toBe(meant);
  });

  it.each(['velociraptor', 'asdfgh', 'aaaaaaaa', 'yeat', 'joulupukki', 'grndmthr', 'xqz'])(
    '%s is left as it is',
    (typed) => {
      expect(choose(typed)).toBeNull();
    },
  );

  it('is taken for nothing that is further than what was typed is long', () => {
    fc.assert(
      fc.property(word, (typed) => {
        const meant = choose(typed);
        if (meant !== null) expect(spellingCost(typed, meant)).toBeLessThan(Math.max(2, typed.length));
      }),
    );
  });
});

describe('a corrected query', () => {
  it.each([
    ['my Prision, years', ['prision'], 'my prison, years'],
    ['sun flower seeds', ['flower'], 'sunflower seeds'],
    ['the prision and the prision', ['prision'], 'the prison and the prison'],
    ['"the prision" funral', ['prision', 'funral'], '"the prision" funeral'],
    ['funral -prision', ['prision', 'funral'], 'funeral -prision'],
  ])('of %s with %j unknown is %s', (query, unknown, meant) => {
    expect(correct(query, ...unknown)).toBe(meant);
  });

  it('is none where the catalogue knows the words', () => {
    expect(correct('prision funral')).toBeNull();
  });

  it('differs from what was typed in the unknown words alone', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(sung, word), { minLength: 1, maxLength: 6 }), fc.nat(), (words, n) => {
        const unknown = words[n % words.length] ?? '';
        const meant = correct(words.join(' '), unknown);
        if (meant === null || meant.split(' ').length !== words.length) return;
        for (const [i, one] of meant.split(' ').entries())
          if (words[i] !== unknown) expect(one).toBe(words[i]);
      }),
    );
  });
});

describe('whether a correction was meant', () => {
  const name = { typed: 'taylor', meant: 'tailor' };
  const typo = { typed: 'prision', meant: 'prison' };
  const split = { typed: 'nightbus', meant: 'night bus' };

  it.each([
    ['taylor', 'tailor', [name], null],
    ['prision letter', 'prison letter', [typo], null],
    ['Prision letter', 'prison letter', [typo], null],
    ['a letter for Taylor', 'a letter for tailor', [name], { corrected: [['tailor']], others: ['letter'] }],
    ['Taylor Swift', 'tailor Swift', [name], { corrected: [['tailor']], others: ['swift'] }],
    ['nightbus', 'night bus', [split], { corrected: [['night', 'bus']], others: [] }],
    [
      'nightbus prision',
      'night bus prison',
      [split, typo],
      { corrected: [['night', 'bus']], others: ['prison'] },
    ],
  ])('%s is for songs that hold the words to say, if it is doubtful', (typed, query, words, together) => {
    expect(togetherIn(typed, { query, words })).toEqual(together);
  });

  it.each([
    ['for Taylor', 'for tailor', true],
    ['Taylor', 'tailor', false],
    ['taylor', 'tailor', false],
    ['TAYLOR', 'tailor', false],
    ['for Taylor Swift', 'for tailor Swift', false],
  ])('%s is a name by its spelling', (typed, query, isName) => {
    expect(looksLikeName(typed, { query, words: [name] })).toBe(isName);
  });
});
