import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRows } from '../../../../src/lyrics/text/rows.ts';
import { tokenize } from '../../../../src/lyrics/text/tokenize.ts';

const texts = (text: string) => tokenize(text).map((word) => word.text);

describe('tokenize', () => {
  it.each([
    ["'Cause I'm rollin' wit' 'em, yo'", ["'Cause", "I'm", "rollin'", 'wit', "'em", "yo'"]],
    ['B.I.G. and U.S.A. end. A. b', ['B.I.G.', 'and', 'U.S.A.', 'end', 'A', 'b']],
    ['A$AP for $45, sh*t f*** *laughs* ****', ['A$AP', 'for', '$45', 'sh*t', 'f***']],
    ['uh-uh mother-in-law—yes', ['uh', 'uh', 'mother', 'in', 'law', 'yes']],
    ['Да ты что, naïve 日本', ['Да', 'ты', 'что', 'naïve', '日本']],
    ['🔥 … !!!', []],
  ])('splits %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('folds case and typographic apostrophes in norm only', () => {
    expect(tokenize('AIN’T')).toEqual([
      { text: 'AIN’T', norm: "ain't", line: 0, start: 0, end: 5, aside: false },
    ]);
  });

  it('marks words in brackets, and ends an unclosed bracket at the line end', () => {
    expect(tokenize('go (yeah\nback) on').map((word) => word.aside)).toEqual([false, true, false, false]);
  });

  it('passes over marks without a letter in linear time', () => {
    const marks = '\u0301'.repeat(60_000);
    expect(texts(marks)).toEqual([]);
    expect(texts(`${marks}a b`)).toEqual([`${marks}a`, 'b']);
  });

  it('gives offsets into the text, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        let last = 0;
        for (const word of tokenize(text)) {
          expect(text.slice(word.start, word.end)).toBe(word.text);
          expect(word.start).toBeGreaterThanOrEqual(last);
          expect(splitRows(text.slice(0, word.start)).length - 1).toBe(word.line);
          expect(word.text).not.toContain('\n');
          last = word.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps offsets right when lowercasing a letter lengthens the text', () => {
    const [, second] = tokenize('İİİ River');
    expect(second).toMatchObject({ text: 'River', norm: 'river', start: 4, end: 9 });
  });
});
