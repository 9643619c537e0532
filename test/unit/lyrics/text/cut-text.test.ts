import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteLength, cutText } from '../../../../src/lyrics/text/cut-text.ts';

const unit = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('river ', 'of light, ', 'ab', ' ', 'x'.repeat(90)) },
  { weight: 2, arbitrary: fc.constantFrom('a\u0301', '👩‍👩‍👧‍👦', '🇫🇷', 'ночь', '東京', '\t', '\u3000') },
);
const text = fc.array(unit, { maxLength: 80 }).map((units) => units.join(''));
const withoutSpace = (value: string) => value.replaceAll(/\s+/g, '');
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
const graphemes = (value: string) => Array.from(segmenter.segment(value), ({ segment }) => segment);

describe('a text split by bytes', () => {
  it('loses only white space, and no piece is longer than the limit', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 64, max: 300 }), (value, maxBytes) => {
        const pieces = cutText(value, maxBytes);
        for (const piece of pieces) {
          expect(byteLength(piece)).toBeLessThanOrEqual(maxBytes);
          expect(piece.trim()).toBe(piece);
          expect(piece).not.toBe('');
        }
        expect(withoutSpace(pieces.join(''))).toBe(withoutSpace(value));
      }),
    );
  });

  it('is split between graphemes, and between words when a whole word fits', () => {
    fc.assert(
      fc.property(text, (value) => {
        const pieces = cutText(value, 200);
        expect(pieces.flatMap(graphemes).filter((one) => one.trim() !== '')).toEqual(
          graphemes(value).filter((one) => one.trim() !== ''),
        );
      }),
    );
    const words = Array.from({ length: 500 }, (_, i) => `word${i}`);
    expect(cutText(words.join(' '), 100).flatMap((piece) => piece.split(' '))).toEqual(words);
  });

  it.each([
    ['one grapheme without end', `love ${'a\u0301'.repeat(20)}${'\u0301'.repeat(20_000)}`],
    ['one word', 'b'.repeat(199_000)],
    ['emoji', '👩‍👩‍👧‍👦'.repeat(8000)],
    ['nothing but white space', ' '.repeat(10_000)],
  ])('terminates for %s and stays well-formed', (_, value) => {
    const pieces = cutText(value, 2000);
    expect(pieces.every((piece) => piece.isWellFormed() && byteLength(piece) <= 2000)).toBe(true);
    expect(withoutSpace(pieces.join(''))).toBe(withoutSpace(value));
    expect(pieces.length).toBeLessThanOrEqual(Math.ceil(byteLength(value) / 900) + 1);
  });
});
