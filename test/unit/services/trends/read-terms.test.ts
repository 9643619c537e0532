import { describe, expect, it } from 'vitest';
import { readTerms } from '../../../../src/services/trends/words/read-terms.ts';

const wordsOf = (written: string) =>
  readTerms(written).terms?.map(({ words }) =>
    words.map(({ text, isBeginning }) => text + (isBeginning ? '*' : '')),
  );

describe('terms', () => {
  it('are separated by commas, their alternatives by bars, phrases by blanks or quotation marks', () => {
    expect(wordsOf('money, cash|dough ,"on my mind",run*')).toEqual([
      ['money'],
      ['cash', 'dough'],
      ['on my mind'],
      ['run*'],
    ]);
  });

  it.each([
    [Array.from({ length: 200 }, (_, n) => `word${n}`).join(','), '200 terms; there may be 10'],
    [Array.from({ length: 31 }, (_, n) => `word${n}`).join('|'), '31 alternatives; there may be 30'],
    ['money,', 'no term or alternative may be empty'],
    [',', 'no term or alternative may be empty'],
    ['a||b', 'no term or alternative may be empty'],
    ['""', 'no term or alternative may be empty'],
    ['!!!', '"!!!" holds no letter or digit'],
    ['🫥', '"🫥" holds no letter or digit'],
    ['*', '"*" holds no letter or digit'],
    ['*ing', 'an asterisk may only stand at the end'],
    ['ru*n', 'an asterisk may only stand at the end'],
    ['run**', 'an asterisk may only stand at the end'],
    ['on my *', 'an asterisk may only stand at the end'],
    ['r*', 'at least 2 letters must stand before the asterisk'],
    ['on my m*', 'at least 2 letters must stand before the asterisk'],
    ['one two three four five six seven eight nine', 'has more than 8 words'],
  ])('%s: %s', (written, fault) => {
    expect(readTerms(written).fault).toContain(fault);
  });

  it('read emoji as words', () => {
    expect(wordsOf('💰,❤️,fire 🔥')).toEqual([['money'], ['love', 'heart'], ['fire  fire']]);
  });
});
