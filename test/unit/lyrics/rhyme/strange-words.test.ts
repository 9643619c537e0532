import { describe, expect, it } from 'vitest';
import { untilStrange } from '../../../../src/lyrics/rhyme/strange-words.ts';
import { readVoices } from '../../../../src/lyrics/rhyme/words.ts';
import { lexicon } from '../../../support/lexicon.ts';

const invented = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, n) => `zv${[...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}qo`,
  );
const cut = (text: string) => untilStrange(readVoices(text, []).main, lexicon);

describe('a text of invented words', () => {
  it('is cut before the line of the 301st, spellings included', () => {
    const { words, lines, spellings, tongues, isPartial } = cut(invented(1000).join('\n'));
    expect([words.length, lines.length, spellings.length, tongues.length]).toEqual([300, 300, 300, 300]);
    expect(isPartial).toBe(true);
  });

  it('keeps whole lines', () => {
    const { words, lines } = cut(
      invented(700)
        .map((word, at) => (at % 7 === 6 ? `${word}\n` : `${word} `))
        .join(''),
    );
    expect(words.length).toBe(294);
    expect(lines.at(-1)?.lastWord).toBe(294);
  });
});

describe('a text of known words', () => {
  it('is never cut', () => {
    const text = 'one two three four five six seven eight\n'.repeat(100) + invented(300).join(' ');
    expect(cut(text).isPartial).toBe(false);
  });
});
