import { type LetterToSound, spellToPhones } from '../../src/lyrics/phonetics/letter-to-sound.ts';
import {
  countVowels,
  isVowel,
  type Pronunciation,
  stressOf,
  vowel,
  vowelOf,
  vowelPhone,
} from '../../src/lyrics/phonetics/phones.ts';
import { speakUnknown } from '../../src/lyrics/phonetics/pronounce.ts';
import type { PronunciationSource } from '../../src/lyrics/phonetics/pronunciation-source.ts';
import { rhymePart } from '../../src/lyrics/phonetics/readings.ts';
import type { SourceWord } from './dictionary-sources.ts';

export interface ChosenEntries {
  /** What the lexicon lists, sorted by spelling. */
  readonly entries: readonly SourceWord[];
  /** Those of them that the letter-to-sound rules pronounce rightly. */
  readonly byLetter: ReadonlySet<string>;
}

/** Common words are stored even where the rules are right, because reading is faster. */
const MIN_KEPT_FREQUENCY = 10;

const [AA, AO, AH, IH] = [vowel('AA'), vowel('AO'), vowel('AH'), vowel('IH')];

/** Vowels that speakers do not tell apart: weak AH and IH, and AA and AO. */
function heardPhone(phone: number): number {
  if (!isVowel(phone)) return phone;
  if (stressOf(phone) === 0 && vowelOf(phone) === IH) return vowelPhone(AH, 0);
  return vowelOf(phone) === AO ? vowelPhone(AA, stressOf(phone)) : phone;
}

/** Whether both are heard as one word by who counts syllables and listens for rhymes. */
export const isHeardAlike = (left: Pronunciation, right: Pronunciation): boolean =>
  countVowels(left) === countVowels(right) &&
  rhymePart(left).map(heardPhone).join() === rhymePart(right).map(heardPhone).join();

const written = (pronunciations: readonly Pronunciation[]): string =>
  pronunciations.map((phones) => phones.join()).join(';');

/**
 * Chooses what the lexicon lists: every word worth its frequency, and of the others those that the rules would
 * pronounce with a wrong number of syllables or a wrong rhyming part.
 */
export function chooseEntries(words: readonly SourceWord[], rules: LetterToSound): ChosenEntries {
  const known = new Map<string, SourceWord>();
  const source: PronunciationSource = { rules, find: (spelling) => known.get(spelling) };
  // The rules build on shorter words.
  for (const word of words.toSorted((a, b) => a.spelling.length - b.spelling.length)) {
    const [spoken] = word.isListed ? [] : speakUnknown(source, word.spelling);
    const isRight = spoken && word.pronunciations.some((phones) => isHeardAlike(spoken, phones));
    if (!isRight) known.set(word.spelling, word);
  }
  const entries = words.filter(({ spelling }) => known.has(spelling));
  const byLetter = entries.filter(({ spelling, pronunciations, frequency, isListed }) => {
    if (frequency >= MIN_KEPT_FREQUENCY) return false;
    const spelt = spellToPhones(rules, spelling);
    if (isListed) return written([spelt]) === written(pronunciations);
    return pronunciations.some((phones) => isHeardAlike(spelt, phones));
  });
  return { entries, byLetter: new Set(byLetter.map(({ spelling }) => spelling)) };
}
