import { isVowel, type Pronunciation, stressOf, VOWELS, vowelOf } from '../../src/lyrics/phonetics/phones.ts';

/** A spelling of the whole pronouncing dictionary. */
export interface DictionaryWord {
  readonly spelling: string;
  readonly pronunciations: readonly Pronunciation[];
  /** Uses in 51 million spoken words. */
  readonly count: number;
}

/** From the last stressed vowel on, without stress; before it, the consonants that begin its syllable. */
interface Ending {
  readonly part: string;
  readonly onset: string;
}

const nameOf = (phone: number): string => (isVowel(phone) ? (VOWELS[vowelOf(phone)] ?? '') : `${phone}`);

/** Where the rhyme begins: the last vowel with primary stress, otherwise the last with secondary, otherwise the first. */
function rhymeStart(phones: Pronunciation): number {
  for (const stress of [1, 2]) {
    const at = phones.findLastIndex((phone) => isVowel(phone) && stressOf(phone) === stress);
    if (at >= 0) return at;
  }
  return phones.findIndex(isVowel);
}

function endingOf(phones: Pronunciation): Ending {
  const start = rhymeStart(phones);
  const before = phones.slice(0, start);
  const vowelBefore = before.findLastIndex(isVowel);
  // Inside a word only the last consonant surely begins the syllable.
  const onset = vowelBefore < 0 ? before : before.slice(vowelBefore + 1).slice(-1);
  return { part: phones.slice(start).map(nameOf).join(' '), onset: onset.join(' ') };
}

const ENDINGS = [
  's',
  'es',
  'd',
  'ed',
  'r',
  'er',
  'ers',
  'ing',
  'ings',
  "in'",
  "'s",
  "s'",
  'y',
  'ly',
  'ness',
  'less',
];

/** Whether one word is the other with an ending. */
function isInflected(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const stems = [short, short.replace(/e$/, ''), short.replace(/y$/, 'i'), `${short}${short.at(-1)}`];
  return stems.some(
    (stem) => long.startsWith(stem) && (long === stem || ENDINGS.includes(long.slice(stem.length))),
  );
}

/** The dictionary arranged by rhyming part. */
export class RhymeList {
  readonly #byPart = new Map<string, { word: DictionaryWord; onset: string }[]>();
  readonly #byLastVowel = new Map<string, string[]>();

  constructor(words: readonly DictionaryWord[]) {
    for (const word of words) {
      for (const phones of word.pronunciations) {
        const { part, onset } = endingOf(phones);
        this.#byPart.set(part, [...(this.#byPart.get(part) ?? []), { word, onset }]);
      }
      const key = lastVowelOn(word.pronunciations[0] ?? []);
      this.#byLastVowel.set(key, [...(this.#byLastVowel.get(key) ?? []), word.spelling]);
    }
  }

  /**
   * Every word that shares all sounds from the last stressed vowel on and begins that syllable otherwise, no inflection
   * of the word, the most frequent first.
   */
  of(spelling: string, pronunciations: readonly Pronunciation[]): string[] {
    const found = new Map<string, number>();
    for (const phones of pronunciations) {
      const { part, onset } = endingOf(phones);
      for (const { word, onset: other } of this.#byPart.get(part) ?? [])
        if (other !== onset && !isInflected(spelling, word.spelling)) found.set(word.spelling, word.count);
    }
    return [...found].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
  }

  /** The simple method: everything from the last vowel of the first pronunciation on, whatever its stress, by alphabet. */
  byLastVowel(spelling: string, [phones = []]: readonly Pronunciation[]): string[] {
    return (this.#byLastVowel.get(lastVowelOn(phones)) ?? []).filter((word) => word !== spelling).sort();
  }
}

const lastVowelOn = (phones: Pronunciation): string =>
  phones.slice(phones.findLastIndex(isVowel)).map(nameOf).join(' ');
