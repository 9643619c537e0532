import { isVowel, type Pronunciation, stressOf, vowelOf } from './phones.ts';

export interface Syllable {
  /** Index in VOWELS. */
  readonly vowel: number;
  /** 0 none, 1 primary, 2 secondary. */
  readonly stress: number;
  /** Consonants before the vowel, back to the previous vowel or the word's start. */
  readonly head: readonly number[];
  /** Consonants after the vowel, up to the next vowel or the word's end. */
  readonly tail: readonly number[];
}

/**
 * Splits a pronunciation into syllables. Consonants between two vowels belong to both, as tail of one and head of the
 * other: rhyme compares whole consonant runs, so no boundary inside them has to be guessed.
 */
export function syllablesOf(phones: Pronunciation): Syllable[] {
  const vowels = phones.flatMap((phone, index) => (isVowel(phone) ? [index] : []));
  return vowels.map((at, index) => {
    const phone = phones[at] ?? 0;
    return {
      vowel: vowelOf(phone),
      stress: stressOf(phone),
      head: phones.slice((vowels[index - 1] ?? -1) + 1, at),
      tail: phones.slice(at + 1, vowels[index + 1] ?? phones.length),
    };
  });
}

/** The syllable that carries a word's rhyme: its last stressed one, otherwise its first. */
export function anchorOf(syllables: readonly Pick<Syllable, 'stress'>[]): number {
  const primary = syllables.findLastIndex((syllable) => syllable.stress === 1);
  return primary >= 0
    ? primary
    : Math.max(
        0,
        syllables.findLastIndex((syllable) => syllable.stress === 2),
      );
}
