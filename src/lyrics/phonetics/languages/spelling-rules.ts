import { CONSONANTS, type Consonant, consonant, VOWELS, type Vowel, vowel, vowelPhone } from '../phones.ts';

/**
 * A spelling and its sounds: ARPABET names without stress, a vowel that the spelling itself accents with an apostrophe.
 * `next` and `previous` are the letters allowed beside it; "#" is the word's edge, and "^" in front forbids them instead.
 */
export type SpellingRule = readonly [spelling: string, sounds: string, next?: string, previous?: string];

interface Sound {
  /** A vowel's index in VOWELS, -1 for a consonant. */
  readonly vowel: number;
  /** A consonant's phone. */
  readonly phone: number;
  readonly isAccented: boolean;
}

interface CompiledRule {
  readonly spelling: string;
  readonly sounds: readonly Sound[];
  readonly next: string;
  readonly previous: string;
}

/** How one language with regular spelling is spoken. */
export interface LanguageSound {
  /** ISO 639-1. */
  readonly code: string;
  /** Short words over which speech passes. */
  readonly functionWords: ReadonlySet<string>;
  /** Vowels, by their index in VOWELS, with the same number rhyme. */
  vowelClass(vowel: number): number;
  /**
   * Least similarity of the consonants, 0-1, for an assonance of words that stress the last syllable, and an earlier one.
   */
  readonly assonance: { readonly last: number; readonly earlier: number };
  /** Phones of a word in lower case with its accents; empty if it has no letter of the language. */
  speak(word: string): number[];
}

function toSound(name: string): Sound {
  const isAccented = name.endsWith("'");
  const plain = isAccented ? name.slice(0, -1) : name;
  if (VOWELS.some((known) => known === plain)) return { vowel: vowel(plain as Vowel), phone: -1, isAccented };
  if (!CONSONANTS.some((known) => known === plain)) throw new RangeError(`not a sound: ${name}`);
  return { vowel: -1, phone: consonant(plain as Consonant), isAccented: false };
}

function compile(rules: readonly SpellingRule[]): Map<string, CompiledRule[]> {
  const byLetter = new Map<string, CompiledRule[]>();
  for (const [spelling, sounds, next = '', previous = ''] of rules) {
    const compiled = { spelling, sounds: sounds.split(' ').filter(Boolean).map(toSound), next, previous };
    byLetter.set(spelling.charAt(0), [...(byLetter.get(spelling.charAt(0)) ?? []), compiled]);
  }
  for (const known of byLetter.values()) {
    known.sort((a, b) => b.spelling.length - a.spelling.length || conditionsOf(b) - conditionsOf(a));
  }
  return byLetter;
}

const conditionsOf = ({ next, previous }: CompiledRule): number =>
  Number(next !== '') + Number(previous !== '');

function fits(allowed: string, letter: string): boolean {
  if (allowed === '') return true;
  const known = letter === '' ? '#' : letter;
  return allowed.startsWith('^') ? !allowed.includes(known) : allowed.includes(known);
}

const matches = ({ spelling, next, previous }: CompiledRule, word: string, at: number): boolean =>
  word.startsWith(spelling, at) &&
  fits(next, word.charAt(at + spelling.length)) &&
  fits(previous, word.charAt(at - 1));

export interface StressedWord {
  readonly word: string;
  readonly vowels: number;
}

/**
 * Compiles the spelling rules of a language. Of the rules that fit at a letter the longest is used, of those the one
 * with most conditions; a letter without a rule is silent. `stress` gives the stressed vowel, counted from the last, of a word whose spelling
 * does not accent one.
 */
export function speakBySpelling(
  rules: readonly SpellingRule[],
  stress: (word: StressedWord) => number,
): (word: string) => number[] {
  const byLetter = compile(rules);
  return (word) => {
    const sounds: Sound[] = [];
    for (let at = 0; at < word.length; ) {
      const start = at;
      const rule = byLetter.get(word.charAt(at))?.find((known) => matches(known, word, start));
      if (rule) sounds.push(...rule.sounds);
      at += rule?.spelling.length ?? 1;
    }
    return stressed(sounds, (vowels) => stress({ word, vowels }));
  };
}

function stressed(sounds: readonly Sound[], stress: (vowels: number) => number): number[] {
  const vowels = sounds.filter(({ vowel: index }) => index >= 0);
  const accented = vowels.findLastIndex(({ isAccented }) => isAccented);
  const chosen = accented >= 0 ? accented : Math.max(0, vowels.length - 1 - stress(vowels.length));
  let at = 0;
  return sounds.map(({ vowel: index, phone }) =>
    index < 0 ? phone : vowelPhone(index, at++ === chosen ? 1 : 0),
  );
}

/** Rules for letters with one sound each: "b" to "B". */
export const letters = (table: Readonly<Record<string, string>>): SpellingRule[] =>
  Object.entries(table).map(([spelling, sounds]) => [spelling, sounds]);

export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** The first vowel of each set for all of it. */
export function sameVowels(...sets: readonly (readonly Vowel[])[]): (vowel: number) => number {
  const classes = VOWELS.map((name, index) => {
    const set = sets.find((known) => known.includes(name));
    return set?.[0] ? vowel(set[0]) : index;
  });
  return (index) => classes[index] ?? index;
}
