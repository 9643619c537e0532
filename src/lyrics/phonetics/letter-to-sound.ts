import { CONTEXT, letterCode, NO_PHONE } from './lexicon-format.ts';
import { isVowel, stressOf, vowelOf, vowelPhone } from './phones.ts';

export interface LetterToSound {
  readonly tree: Uint32Array;
  readonly classes: Uint8Array;
}

const child = (node: number): number => (node >>> 1) & 0x1ffff;
const letter = (node: number): number => (node >>> 18) & 0x1f;

function findChild(tree: Uint32Array, first: number, wanted: number): number {
  for (let index = first; ; index++) {
    const node = tree[index] ?? 1;
    if (letter(node) === wanted) return index;
    if ((node & 1) === 1) return -1;
  }
}

/**
 * The class of one letter: walks from the letter outwards, one neighbour per level, and keeps the class of the deepest
 * context seen when the tree was trained.
 */
export function classOf(tree: Uint32Array, word: string, position: number): number {
  let first = 0;
  let answer = 0;
  for (const offset of CONTEXT) {
    const found = findChild(tree, first, letterCode(word, position + offset));
    if (found < 0) break;
    const node = tree[found] ?? 0;
    answer = node >>> 23;
    first = child(node);
    if (first === 0) break;
  }
  return answer;
}

/**
 * Pronounces a lower-case word letter by letter. Letters outside a-z are silent; the result is empty only if no letter
 * has a sound. Exactly one vowel carries primary stress.
 */
export function spellToPhones(rules: LetterToSound, word: string): number[] {
  const letters = word.replace(/[^a-z]/g, '');
  const phones: number[] = [];
  for (let position = 0; position < letters.length; position++) {
    const found = classOf(rules.tree, letters, position) * 2;
    for (let part = found; part < found + 2; part++) {
      const phone = rules.classes[part] ?? NO_PHONE;
      const isRepeat = phone === phones.at(-1) && !isVowel(phone);
      if (phone !== NO_PHONE && !isRepeat) phones.push(phone);
    }
  }
  return settleStress(phones);
}

/** Keeps the first primary stress as the only one; without any, stresses the first vowel. */
export function settleStress(phones: number[]): number[] {
  const primary = phones.findIndex((phone) => isVowel(phone) && stressOf(phone) === 1);
  const chosen = primary >= 0 ? primary : phones.findIndex(isVowel);
  return phones.map((phone, index) => {
    if (!isVowel(phone)) return phone;
    if (index === chosen) return vowelPhone(vowelOf(phone), 1);
    return stressOf(phone) === 1 ? vowelPhone(vowelOf(phone), 2) : phone;
  });
}
