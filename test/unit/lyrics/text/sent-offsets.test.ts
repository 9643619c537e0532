import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeLyrics } from '../../../../src/lyrics/analyze.ts';
import { exactText } from '../../../../src/lyrics/text/exact-text.ts';
import { offsetsAsSent } from '../../../../src/lyrics/text/sent-offsets.ts';
import { tokenize } from '../../../../src/lyrics/text/tokenize.ts';
import { lexicon } from '../../../support/lexicon.ts';

const LINE_ENDS = ['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];
const WORDS = [
  'night',
  'light',
  'café',
  'naïve',
  "can't",
  'won’t',
  'с',
  'хлеб',
  '한글',
  'ệ',
  'Ωhm',
  'Åse',
  'ﬁne',
  '😀',
];
// Marks alone and in a row, parts of Hangul syllables, controls, a byte order mark, and what composes oddly.
const ODD = [
  ...[
    '\u0301',
    '\u0323\u0302',
    '\u0338',
    '\u1100',
    '\u1161',
    '\u11a8',
    '\ufeff',
    '\t',
    '\u0000',
    '\u0007',
    '\u200d',
  ],
  ...[
    '\u0344',
    '\u212b',
    '\u2126',
    '\uf900',
    '\u0958',
    '\u{1d15e}',
    '=',
    '(',
    '\ud800',
    '\u{16d63}',
    '\u09c7',
    '\u09be',
  ],
];
/** Notes that NFC takes apart into a head and a stem, of which only the stem counts as part of a word. */
const TAKEN_APART = /[\u{1d15e}-\u{1d164}\u{1d1bb}-\u{1d1c0}]/u;
const piece = fc.oneof(
  fc.constantFrom(...LINE_ENDS),
  fc.constantFrom(' ', ', '),
  fc
    .tuple(fc.constantFrom(...WORDS), fc.constantFrom('NFC', 'NFD'))
    .map(([word, form]) => word.normalize(form)),
  fc.constantFrom(...ODD),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
/** A report must not contain lone surrogates. */
const codesOf = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join(' ');
const messy = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('offsets in the text as it was sent', () => {
  it('select the same text as offsets in the normalised text', () => {
    fc.assert(
      fc.property(messy, (sent) => {
        fc.pre(!TAKEN_APART.test(sent));
        const exact = exactText(sent);
        const words = tokenize(exact);
        const moved = offsetsAsSent(words, sent);
        for (const [i, { start, end, text }] of moved.entries()) {
          expect(codesOf(exactText(sent.slice(start, end)))).toBe(codesOf(text));
          expect(start).toBeGreaterThanOrEqual(moved[i - 1]?.end ?? 0);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('enclose any other range, in order and within the text', () => {
    fc.assert(
      fc.property(messy, fc.nat(), fc.nat(), (sent, a, b) => {
        const exact = exactText(sent);
        const [start = 0, end = 0] = [a % (exact.length + 1), b % (exact.length + 1)].sort((x, y) => x - y);
        const moved = offsetsAsSent({ start, end }, sent);
        expect(moved.end).toBeLessThanOrEqual(sent.length);
        if (start < end)
          expect(exactText(sent.slice(moved.start, moved.end))).toContain(exact.slice(start, end));
      }),
      { numRuns: 2000 },
    );
  });

  it('are unchanged when both texts are the same', () => {
    const value = { spans: [{ start: 1, end: 3 }] };
    expect(offsetsAsSent(value, 'plain\ntext')).toBe(value);
  });

  it('do not change the given value', () => {
    const value = { start: 5, end: 8 };
    expect(offsetsAsSent(value, 'one\r\n\r\ntwo')).toEqual({ start: 7, end: 10 });
    expect(value).toEqual({ start: 5, end: 8 });
  });
});

describe('an analysis of a text with other line ends and letters', () => {
  const verse =
    'Café lights are calling in the night\nI love the money and the street is bright\nDetroit is cold, I cried';
  it.each(LINE_ENDS)('refers to the same words: %j', (lineEnd) => {
    const sent = verse.normalize('NFD').replaceAll('\n', lineEnd);
    const plain = analyzeLyrics(verse, { lexicon });
    const moved = offsetsAsSent(analyzeLyrics(exactText(sent), { lexicon }), sent);
    expect(moved.flow).toEqual(plain.flow);
    const wordsAt = (value: unknown, text: string): string[] => {
      if (typeof value !== 'object' || value === null) return [];
      const own =
        'start' in value && 'end' in value ? [text.slice(Number(value.start), Number(value.end))] : [];
      return [...own, ...Object.values(value).flatMap((part) => wordsAt(part, text))];
    };
    expect(wordsAt(plain, verse).length).toBeGreaterThan(5);
    expect(wordsAt(moved, sent).map(exactText)).toEqual(wordsAt(plain, verse));
  });
});
