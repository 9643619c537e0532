import { MAX_LETTERS, SpelledWord } from './letter-features.ts';
import { NO_PHONE } from './lexicon-format.ts';
import { consonant, isVowel, stressOf, vowel, vowelOf, vowelPhone } from './phones.ts';

/** The compiled rules, read in place; see lexicon-format.ts. */
export interface LetterToSound {
  readonly roots: Uint32Array;
  readonly tree: Uint8Array;
  readonly classes: Uint8Array;
}

const LEAF = 0x80;
const NEGATED = 0x80;

/** Walks the tree of the letter at a position: the number of its class among all classes. */
function classAt({ roots, tree }: LetterToSound, word: SpelledWord, position: number): number {
  const letter = word.letter(position);
  word.moveTo(position);
  const { answers } = word;
  let at = roots[letter * 2] ?? 0;
  for (let head = tree[at] ?? LEAF; head < LEAF; head = tree[at] ?? LEAF) {
    const value = tree[at + 1] ?? 0;
    const isEqual = answers[head & 31] === (value & 63);
    const width = head >> 5;
    at += 2 + width;
    if (isEqual === value >= NEGATED) at += width === 0 ? 1 : skipOf(tree, at, width);
  }
  return (roots[letter * 2 + 1] ?? 0) + ((tree[at] ?? LEAF) & 0x7f);
}

/** Bytes of the first branch, little-endian in the `width` bytes before `at`. */
function skipOf(tree: Uint8Array, at: number, width: number): number {
  const low = tree[at - width] ?? 0;
  if (width === 1) return low;
  return low | ((tree[at - width + 1] ?? 0) << 8) | (width === 3 ? (tree[at - 1] ?? 0) << 16 : 0);
}

const SPELLED = new SpelledWord();
/** The phones of the word at hand, filled from the end. */
const SPOKEN = new Uint8Array(2 * MAX_LETTERS);
const OTHER = /[^a-z]/;
const OTHERS = /[^a-z]/g;

/**
 * Pronounces a word of letters a-z letter by letter, by a decision tree per letter that was learned from the whole
 * dictionary (Black, Lenzo and Pagel 1998), from the last letter to the first. Other characters are passed over. The result
 * has a vowel if there is any letter, and exactly one vowel with primary stress.
 */
export function spellToPhones(rules: LetterToSound, word: string): number[] {
  const letters = OTHER.test(word) ? word.replace(OTHERS, '') : word;
  if (letters === '') return [];
  SPELLED.open(letters);
  let first = SPOKEN.length;
  let stresses = 0;
  let hasVowel = false;
  for (let position = SPELLED.length - 1; position >= 0; position--) {
    const found = classAt(rules, SPELLED, position) * 2;
    for (let part = found + 1; part >= found; part--) {
      const phone = rules.classes[part] ?? NO_PHONE;
      if (phone === NO_PHONE || (phone === SPOKEN[first] && first < SPOKEN.length && !isVowel(phone)))
        continue;
      SPOKEN[--first] = phone;
      SPELLED.say(phone);
      if (!isVowel(phone)) continue;
      hasVowel = true;
      if (stressOf(phone) === 1) stresses++;
    }
  }
  const phones: number[] = [];
  for (let at = first; at < SPOKEN.length; at++) phones.push(SPOKEN[at] ?? 0);
  if (stresses === 1) return phones;
  return settleStress(hasVowel ? phones : voiced(phones));
}

const R = consonant('R');
const SYLLABIC = new Set((['M', 'N', 'NG', 'L'] as const).map(consonant));
const UH = vowelPhone(vowel('AH'), 1);

/** Gives a vowel to sounds without one, as people say them: "brr" by its r, "hmm" before the m, "tsk" before the last. */
export function voiced(phones: number[]): number[] {
  if (phones.some(isVowel)) return phones;
  const r = phones.indexOf(R);
  if (r >= 0) return phones.with(r, vowelPhone(vowel('ER'), 1));
  const syllabic = phones.findIndex((phone) => SYLLABIC.has(phone));
  // The h of "hm" is breath before the vowel.
  const at = syllabic >= 0 ? syllabic : Math.max(Math.min(1, phones.length), phones.length - 1);
  return phones.toSpliced(at, 0, UH);
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
