import { expect, it } from 'vitest';
import { soundOf } from '../../../../src/ml/compose/word-sounds.ts';
import { lexicon } from '../../../support/lexicon.ts';

it.each([
  ['1', 'one'],
  ['1st', 'first'],
  ['2021', 'twenty twenty one'],
  ['1,000', 'one thousand'],
])('%s sounds as %s', (digits, words) => {
  const { endKey, whole, syllables } = soundOf(lexicon, digits);
  const said = soundOf(lexicon, words);
  expect([endKey, whole, syllables]).toEqual([said.endKey, said.whole, said.syllables]);
});

it('letters among digits are no number', () => {
  expect(soundOf(lexicon, '2pac').syllables).toBe(2);
});
