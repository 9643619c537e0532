import { FEATURES, MAX_LETTERS, SpelledWord } from '../../src/lyrics/phonetics/letter-features.ts';
import { MAX_CLASSES_PER_LETTER } from '../../src/lyrics/phonetics/lexicon-format.ts';
import { type AlignedWord, phonesOf } from './align.ts';

/** Everything that one letter of the alphabet speaks in the dictionary. */
export interface LetterSamples {
  readonly count: number;
  /** FEATURES answers per sample. */
  readonly features: Uint8Array;
  /** Index in `classes`. */
  readonly answers: Uint8Array;
  /** Parts as align.ts codes them, most frequent first. */
  readonly classes: readonly number[];
}

export const LETTER_CODES = 27;
const letterCode = (letters: string, at: number): number => letters.charCodeAt(at) - 96;

function countParts(words: readonly AlignedWord[]): Map<number, number>[] {
  const counts = Array.from({ length: LETTER_CODES }, () => new Map<number, number>());
  for (const { letters, parts } of words) {
    for (const [at, part] of parts.entries()) {
      const found = counts[letterCode(letters, at)];
      found?.set(part, (found.get(part) ?? 0) + 1);
    }
  }
  return counts;
}

const total = (counts: Map<number, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Asks every feature at every letter of the aligned words, with the word's true sounds after it. */
export function collectSamples(words: readonly AlignedWord[]): LetterSamples[] {
  const counts = countParts(words);
  const samples = counts.map((found) => ({
    count: 0,
    features: new Uint8Array(total(found) * FEATURES),
    answers: new Uint8Array(total(found)),
    classes: [...found]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MAX_CLASSES_PER_LETTER)
      .map(([part]) => part),
  }));
  const numbers = samples.map(({ classes }) => new Map(classes.map((part, index) => [part, index])));
  const word = new SpelledWord();
  for (const { letters, parts } of words) {
    if (letters.length > MAX_LETTERS) continue;
    word.open(letters);
    for (let at = letters.length - 1; at >= 0; at--) {
      const part = parts[at] ?? 0;
      const of = samples[letterCode(letters, at)];
      const answer = numbers[letterCode(letters, at)]?.get(part);
      if (of && answer !== undefined) {
        word.moveTo(at);
        of.features.set(word.answers, of.count * FEATURES);
        of.answers[of.count] = answer;
        of.count++;
      }
      for (const phone of phonesOf(part).reverse()) word.say(phone);
    }
  }
  return samples;
}
