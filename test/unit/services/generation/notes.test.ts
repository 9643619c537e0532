import { describe, expect, it } from 'vitest';
import { unknownWords } from '../../../../src/services/generation/notes.ts';
import { lexicon } from '../../../support/lexicon.ts';

describe('the words of a prompt that are told to be unknown', () => {
  it.each([
    ['asdfgh qwrtzy zxcvb', ['asdfgh', 'qwrtzy', 'zxcvb']],
    ['напиши про маму', ['напиши', 'про', 'маму']],
    ['Qwrtzy, qwrtzy!', ['qwrtzy']],
  ])('of "%s" stand in it', (prompt, words) => {
    expect(unknownWords(prompt, lexicon)).toEqual(words);
  });

  it('are none if one is known', () => {
    expect(unknownWords('qwrtzy rain', lexicon)).toEqual([]);
  });
});
