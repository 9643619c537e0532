import { isVowel, type Pronunciation, stressOf, vowelOf } from './phones.ts';

const SHIFTS = [10, 5, 0] as const;
export const KEY_VOWELS = SHIFTS.length;

/** One vowel as 1-30, with stressed and unstressed ones distinct; 0 means no vowel. */
const vowelCode = (vowel: number, stress: number): number => 1 + vowel * 2 + (stress > 0 ? 1 : 0);

/** The vowel at a position of a key, counted from the word's end. */
export const keyPart = (vowel: number, stress: number, back: number): number =>
  vowelCode(vowel, stress) << (SHIFTS[back] ?? 0);

/** How many keys share their first `count` vowels: the width of a range of keys. */
export const keySpan = (count: number): number => 1 << (SHIFTS[count - 1] ?? 0);

/**
 * The key by which the lexicon orders words for the rhyme finder: the last three vowels, last first, five bits each,
 * so that words with similar endings are adjacent.
 */
export function soundKey(phones: Pronunciation): number {
  let key = 0;
  let back = 0;
  for (let index = phones.length - 1; index >= 0 && back < KEY_VOWELS; index--) {
    const phone = phones[index] ?? 0;
    if (!isVowel(phone)) continue;
    key |= keyPart(vowelOf(phone), stressOf(phone), back);
    back++;
  }
  return key;
}
