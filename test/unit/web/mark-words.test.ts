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

  it.each([
    ['promise', 'He promised, she kept promising promises', ['promised', 'promising', 'promises']],
    ['running', 'I run, you ran, the runner runs', ['run', 'runner', 'runs']],
    ['carry', 'carried what she carries', ['carried', 'carries']],
    ['nights', 'one night, the night’s end', ['night', 'night’s']],
    ['street', "the street's paved", ["street's"]],
    ['running', "runnin' late, runnin’ out", ["runnin'", 'runnin’']],
  ])('marks the inflections of %s', (asked, text, found) => {
    expect(marked(text, [asked])).toEqual(found);
  });

  it('leaves words that only share a beginning', () => {
    expect(marked('Somewhere some carpet stands on a cart', ['someone', 'car'])).toEqual([]);
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
