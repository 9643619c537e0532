import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markWords } from '../../../src/web/search/mark-words.ts';

const marked = (text: string, asked: string[]) =>
  markWords(text, asked)
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

describe('markWords', () => {
  it('marks whole words whatever their case', () => {
    expect(marked('Rain on the roof, RAIN in the drain', ['rain'])).toEqual(['Rain', 'RAIN']);
  });

  it('marks inflections of longer words', () => {
    expect(marked('He promised, she kept promising promises', ['promise'])).toEqual([
      'promised',
      'promising',
      'promises',
    ]);
  });

  it('leaves short words that only begin alike', () => {
    expect(marked('A carpet for the cart', ['car'])).toEqual([]);
  });

  it('keeps an apostrophe inside its word', () => {
    expect(marked('You don’t owe a don', ['don’t'])).toEqual(['don’t']);
  });

  it('treats markup as text', () => {
    expect(markWords('<script>rain</script>', ['rain']).map((piece) => piece.text)).toEqual([
      '<script>',
      'rain',
      '</script>',
    ]);
  });

  it('loses no character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, asked) => {
        expect(
          markWords(text, asked)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
