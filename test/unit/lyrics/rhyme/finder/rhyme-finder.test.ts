import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RHYME_KINDS, type RhymeKind } from '../../../../../src/lyrics/rhyme/finder/contract.ts';
import { findRhymes } from '../../../../../src/lyrics/rhyme/finder/rhyme-finder.ts';
import { lexicon } from '../../../../support/lexicon.ts';

const ask = (query: string, kind: RhymeKind, limit = 20) => findRhymes(lexicon, query, { kind, limit });
const find = (query: string, kind: RhymeKind, limit = 20) => ask(query, kind, limit).items;
const words = (query: string, kind: RhymeKind, limit = 20) =>
  find(query, kind, limit).map(({ word }) => word);

describe('perfect rhymes', () => {
  it.each([
    ['night', ['light', 'right', 'write']],
    ['money', ['honey', 'funny', 'sunny']],
    ['city', ['pretty', 'pity', 'committee']],
    ['heart', ['start', 'part', 'smart']],
    ['ocean', ['motion', 'emotion', 'devotion']],
    ['trouble', ['double', 'bubble']],
    ['world', ['swirled', 'hurled']],
    ['tonight', ['right', 'fight', 'light']],
    ['heaven', ['seven', 'eleven']],
    ['dreams', ['seems', 'teams', 'schemes']],
    ['here', ['year', 'near', 'dear']],
    ['miracle', ['empirical', 'satirical']],
  ])('of %s are found, frequent ones first', (query, expected) =>
    expect(words(query, 'perfect')).toEqual(expect.arrayContaining(expected)),
  );

  it.each([
    ['night', ['night', 'knight', 'tonight', 'nights']],
    ['kendrick', ['pick', 'sick', 'kick', 'trick']],
    ['love', ['move', 'lover', 'loved', 'beloved']],
    ['side', ['inside', 'outside']],
    ['two', ['too', 'to']],
    ['close', ['closed', 'closes']],
  ])('of %s are not %j', (query, wrong) => {
    const found = words(query, 'perfect', 100);
    for (const word of wrong) expect(found).not.toContain(word);
  });

  it('rhyme on the stressed syllable of both words', () =>
    expect(words('present', 'perfect', 100).includes('sent')).toBe(true));

  it('come in the order of use', () => {
    const frequencies = find('night', 'perfect').map(({ frequency }) => frequency);
    expect(frequencies).toEqual(frequencies.toSorted((a, b) => b - a));
  });

  it.each([
    ['clown', 'chinatown'],
    ['ice', 'sacrifice'],
    ['crown', 'breakdown'],
  ])('of %s on a secondary stress, as %s, score less and come last', (query, secondary) => {
    const found = find(query, 'perfect', 100);
    const at = found.findIndex(({ word }) => word === secondary);
    expect(found[at]?.score).toBe(0.9);
    expect(found.slice(at).every(({ score }) => score < 1)).toBe(true);
  });

  it.each(['tea', 'day', 'sell', 'car'])('of %s are no letters and no abbreviations', (query) => {
    for (const word of words(query, 'perfect', 100)) expect(word).toMatch(/[aeiouy]|^[aio]$/);
  });
});

describe('near rhymes', () => {
  it.each([
    ['night', ['like', 'ride']],
    ['love', ['enough', 'tough']],
    ['orange', ['foreign', 'storage', 'warrant']],
    ['running', ['coming', 'something']],
  ])('of %s have similar sounds', (query, expected) =>
    expect(words(query, 'near', 60)).toEqual(expect.arrayContaining(expected)),
  );

  it.each(['night', 'love', 'running', 'orange'])('of %s are never perfect', (query) => {
    const perfect = new Set(words(query, 'perfect', 100));
    for (const { word, score } of find(query, 'near', 100)) {
      expect(perfect).not.toContain(word);
      expect(score).toBeLessThan(1);
    }
  });

  it('that share only an unstressed ending score lower than any other and come last', () => {
    const found = find('poet', 'near', 100);
    const firstWeak = found.findIndex(({ matched }) => matched === 1);
    expect(firstWeak).toBeGreaterThan(0);
    for (const { score } of found.slice(firstWeak)) expect(score).toBeLessThanOrEqual(0.4);
  });
});

describe('multisyllabic rhymes', () => {
  it.each([
    ['education', 'dedication'],
    ['position', 'condition'],
    ['poet', 'know it'],
  ])('of %s match two syllables and more, such as %s', (query, expected) => {
    const found = find(query, 'multi', 100);
    expect(found.map(({ word }) => word)).toContain(expected);
    for (const { matched } of found) expect(matched).toBeGreaterThanOrEqual(2);
  });
});

describe('the forms of a word are no rhymes of it', () => {
  it.each([
    ['elephant', 'elephants'],
    ['run', 'running'],
    ['running', 'runner'],
    ['love', 'lovers'],
    ['happy', 'happily'],
    ['city', 'cities'],
    ['dance', 'dancing'],
    ['stop', 'stopped'],
    ['lyrical', 'lyric'],
    ['miracle', 'miracles'],
    ['create', 'recreate'],
    ['friend', 'friendship'],
  ])('%s: not %s', (query, form) => {
    for (const kind of RHYME_KINDS) expect(words(query, kind, 100)).not.toContain(form);
  });

  it.each([
    ['sing', 'king'],
    ['other', 'mother'],
    ['late', 'great'],
    ['ever', 'never'],
    ['able', 'table'],
    ['nation', 'station'],
    ['lack', 'black'],
  ])('%s: but %s', (query, other) => expect(words(query, 'perfect', 100)).toContain(other));
});

describe('phrases', () => {
  it.each([
    ['got it', 'shot it'],
    ['hold on', 'sold on'],
    ['make it rain', 'take his train'],
    ['on my mind', 'on my grind'],
    ['lyrical miracle', 'empirical satirical'],
    ['never give up', 'live up'],
  ])('%s: %s', (query, expected) => {
    const found = find(query, 'perfect').find(({ word }) => word === expected);
    expect(found).toMatchObject({ is_phrase: true, score: 1 });
  });

  it.each(['got it', 'on my mind', 'late at night', 'make it rain', 'in the city', 'feel the pain'])(
    'of %s are two to four words, and words come after them',
    (query) => {
      const found = find(query, 'multi', 40);
      for (const { word, is_phrase } of found)
        expect(word.split(' ').length > 1 && word.split(' ').length < 5).toBe(is_phrase);
      const places = found.map(({ is_phrase }) => is_phrase);
      expect(places.lastIndexOf(true)).toBeLessThan(places.concat(false).indexOf(false));
    },
  );

  it('hold no stressed word of the query', () => {
    for (const { word } of find('lyrical miracle', 'multi', 100))
      for (const own of ['lyrical', 'miracle', 'miracles']) expect(word.split(' ')).not.toContain(own);
  });

  it('that match more syllables come first', () => {
    const [first] = find('make it rain', 'perfect');
    expect(first?.matched).toBe(3);
  });
});

describe('readings', () => {
  it.each([
    ['read', ['need', 'bed']],
    ['live', ['give', 'five']],
    ['wind', ['pinned', 'find']],
    ['tear', ['there', 'here']],
    ['close', ['dose', 'those']],
    ['lead', ['need', 'bed']],
    ['bow', ['go', 'now']],
    ['row', ['go', 'now']],
    ['sow', ['go', 'now']],
    ['bass', ['face', 'class']],
    ['dove', ['love', 'drove']],
    ['wound', ['tuned', 'found']],
    ['use', ['news', 'loose']],
    ['house', ['mouse', 'cows']],
    ['excuse', ['lose', 'juice']],
    ['minute', ['linnet', 'fruit']],
    ['desert', ['hurt']],
    ['record', ['lord']],
    ['content', ['went']],
    ['lives', ['drives', 'gives']],
    ['does', ['because', 'those']],
    ['resume', ['room', 'day']],
    ['route', ['boot', 'out']],
    ['either', ['breather', 'neither']],
    ['polish', ['abolish']],
  ])('of %s have their own rhymes: %j', (query, expected) => {
    const { items, readings } = ask(query, 'perfect', 60);
    expect(readings.length).toBeGreaterThan(1);
    for (const word of expected.filter((each) => lexicon.find(each)))
      expect(items.map((item) => item.word)).toContain(word);
  });

  it.each(['read', 'live', 'wind', 'tear', 'lead', 'bow', 'use', 'does'])(
    'of %s share the limit fairly, and each item names its own',
    (query) => {
      const { items, readings } = ask(query, 'perfect', 10);
      const counts = readings.map((_, index) => items.filter(({ reading }) => reading === index).length);
      expect(counts).toEqual([5, 5]);
      expect(items.map(({ reading }) => reading)).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    },
  );

  it('are labelled by sound, by rhyme and by meaning', () =>
    expect(ask('read', 'perfect').readings).toEqual([
      { pronunciation: 'R IY1 D', label: 'like "need"', gloss: 'to read' },
      { pronunciation: 'R EH1 D', label: 'like "said"', gloss: 'past of read' },
    ]));

  it('are one where pronunciations are variants of each other', () => {
    for (const query of ['dog', 'friends', 'family', 'when', 'night'])
      expect(ask(query, 'perfect').readings).toHaveLength(1);
  });
});

describe('spoken forms', () => {
  it.each([
    ['sh*t', ['hit', 'bit', 'quit']],
    ['f**k', ['luck', 'truck', 'stuck']],
    ['b*tch', ['rich', 'switch', 'pitch']],
    ['*light*', ['night', 'right', 'fight']],
  ])('of the masked or marked %s are read as in a line', (query, expected) =>
    expect(words(query, 'perfect', 40)).toEqual(expect.arrayContaining(expected)),
  );

  it.each([
    ["runnin'", "gunnin'"],
    ['runnin’', "stunnin'"],
    ["comin'", "hummin'"],
    ['playa', 'layer'],
    ['finna', 'dinner'],
    ['brotha', 'mother'],
    ['Versace', 'hibachi'],
    ['Eminem', 'them'],
    ['Tupac', 'rock'],
    ['2Pac', 'rock'],
    ['Beyoncé', 'day'],
    ['fiancé', 'day'],
    ["y'all", 'call'],
    ["c'mon", 'upon'],
    ['NBA', 'today'],
    ['24/7', 'heaven'],
    ['A$AP', 'map'],
    ['24', 'more'],
  ])('%s rhymes with %s', (query, expected) => expect(words(query, 'perfect', 60)).toContain(expected));
});

describe('queries', () => {
  it.each([
    ['NIGHT', 'night'],
    ['  night ', 'night'],
    ['night!', 'night'],
    ['(night)', 'night'],
    ['“night”', 'night'],
    ['don’t', "don't"],
    ['don＇t', "don't"],
    ['on  my   mind', 'on my mind'],
    ['café', 'cafe'],
  ])('%s is asked as %s', (query, plain) => expect(find(query, 'perfect')).toEqual(find(plain, 'perfect')));

  it('filter by syllables and respect the limit', () => {
    for (const query of ['light', 'make it rain']) {
      const found = findRhymes(lexicon, query, { kind: 'perfect', syllables: 2, limit: 5 }).items;
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(5);
      expect(found.every(({ syllables }) => syllables === 2)).toBe(true);
    }
  });

  it('for a single rhyme give the first of many', () => {
    for (const query of ['night', 'world', 'on my mind', 'never'])
      expect(find(query, 'perfect', 1)[0]?.word).toBe(find(query, 'perfect')[0]?.word);
  });

  it('of words that the lexicon lacks are pronounced', () =>
    expect(words('spone', 'perfect', 100)).toContain('stone'));

  it('with any text give a stable answer within its limits', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(..."aeiou rst'’-(24é字!"), maxLength: 40 }),
    );
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(...RHYME_KINDS),
        fc.integer({ min: 1, max: 30 }),
        (query, kind, limit) => {
          const answer = ask(query, kind, limit);
          expect(answer).toEqual(ask(query, kind, limit));
          expect(answer.items.length).toBeLessThanOrEqual(limit);
          expect(answer.reason === null).toBe(answer.items.length > 0);
          expect(new Set(answer.items.map(({ word }) => word)).size).toBe(answer.items.length);
          for (const { score, reading, matched, syllables } of answer.items) {
            expect(score > 0 && score <= 1).toBe(true);
            expect(answer.readings[reading]).toBeDefined();
            expect(matched > 0 && matched <= syllables).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('nothing found has its reason', () => {
  it.each([
    ['...', 'perfect', 'no_words'],
    ['🔥', 'multi', 'no_words'],
    ['слово', 'perfect', 'unknown_script'],
    ['言葉', 'near', 'unknown_script'],
    ['cat', 'multi', 'one_syllable'],
    ['orange', 'perfect', 'none'],
    ['month', 'perfect', 'none'],
    ['silver', 'perfect', 'none'],
  ] as const)('%s, %s: %s', (query, kind, code) => {
    const { items, reason } = ask(query, kind);
    expect(items).toEqual([]);
    expect(reason).toMatchObject({ code, detail: expect.stringMatching(/\w.*\.$/) });
  });

  it('and names the kinds that find something', () => {
    expect(ask('orange', 'perfect').reason?.try_kinds).toContain('near');
    expect(ask('cat', 'multi').reason?.try_kinds).toEqual(['perfect', 'near']);
    expect(ask('слово', 'perfect').reason?.try_kinds).toEqual([]);
  });

  it('and says so when the filter is the cause', () => {
    const { reason } = findRhymes(lexicon, 'night', { kind: 'perfect', syllables: 9, limit: 5 });
    expect(reason).toMatchObject({ code: 'filtered', try_kinds: ['perfect'] });
  });
});
