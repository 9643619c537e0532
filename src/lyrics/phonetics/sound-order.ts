import { isVowel, type Pronunciation, stressOf, vowelOf } from './phones.ts';

/**
 * The key by which the lexicon orders words for the rhyme finder: vowels from the last to the first, a
 * letter each, stressed apart from unstressed.
 */
export function vowelKey(phones: Pronunciation): string {
  let key = '';
  for (let index = phones.length - 1; index >= 0; index--) {
    const phone = phones[index] ?? 0;
    if (isVowel(phone)) key += String.fromCharCode(65 + vowelOf(phone) * 2 + (stressOf(phone) > 0 ? 1 : 0));
  }
  return key;
}
