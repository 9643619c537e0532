import { ENGLISH_VOCABULARY } from './english-vocabulary.ts';
import { ENGLISH, listedIn } from './languages.ts';

/** Endings of English words, and what stands in their place in the word they come from. */
const ENDINGS: readonly (readonly [ending: string, instead: readonly string[]])[] = [
  ['ies', ['y']],
  ['es', ['', 'e']],
  ['s', ['']],
  ['ed', ['', 'e']],
  ['ing', ['', 'e']],
  ['er', ['', 'e']],
  ['ly', ['']],
  ['y', ['', 'e']],
];
/** Spellings that lyrics have for sounds: "roadz", "dodgin", "neva", "krew". */
const SPELLINGS: readonly (readonly [spelled: RegExp, meant: string])[] = [
  [/z$/, 's'],
  [/in'?$/, 'ing'],
  [/a$/, 'er'],
  [/^k(?=[raouln])/, 'c'],
  [/(.)\1\1+/g, '$1'],
];
const MIN_STEM = 3;
let vocabulary: ReadonlySet<string> | undefined;

/** Whether a word is among the most frequent of English. */
export function isFrequentEnglish(word: string): boolean {
  vocabulary ??= new Set(ENGLISH_VOCABULARY.split(' '));
  return vocabulary.has(word);
}

/** Whether it is one of them with an ending, or in a spelling of lyrics. */
export function isSpelledFromEnglish(word: string): boolean {
  if (isInflected(word)) return true;
  return SPELLINGS.some(([spelled, meant]) => {
    const other = word.replace(spelled, meant);
    return other !== word && (isKnown(other) || isInflected(other));
  });
}

const isKnown = (word: string): boolean => isFrequentEnglish(word) || listedIn(word).includes(ENGLISH);

const isInflected = (word: string): boolean =>
  ENDINGS.some(
    ([ending, instead]) =>
      word.endsWith(ending) &&
      instead.some((letters) => {
        const stem = word.slice(0, -ending.length);
        return stem.length >= MIN_STEM && (isKnown(stem + letters) || isKnown(undoubled(stem)));
      }),
  );

/** "runn" of "running" without the second n. */
const undoubled = (stem: string): string => (stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem);
