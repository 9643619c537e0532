import { spellToPhones } from './letter-to-sound.ts';
import { speakCompound, speakInflected } from './morphology.ts';
import { speakNumber, spellOut } from './numerals.ts';
import { isVowel, type Pronunciation, parsePhones } from './phones.ts';
import { plainLetters } from './plain-letters.ts';
import type { PronunciationSource, Speak } from './pronunciation-source.ts';
import { speakRespelled } from './respellings.ts';
import { squeezeRuns, unstretch } from './stretched.ts';
import { type Syllable, syllablesOf } from './syllables.ts';
import { isNoise, speakNoise } from './vowelless.ts';

export interface SpokenWord {
  readonly pronunciations: readonly Pronunciation[];
  /** The syllables of each pronunciation. */
  readonly syllables: readonly (readonly Syllable[])[];
  /** log2 of the count in 51 million spoken words, 0-21; 0 for a word never counted. */
  readonly frequency: number;
  readonly isKnown: boolean;
}

const SILENT: SpokenWord = { pronunciations: [], syllables: [], frequency: 0, isKnown: false };
/** Letters after which a word is cut; nobody hears a longer one as a word. */
const MAX_WORD = 48;
/** A shorter compound is not looked for: few exist, and any string can be split. */
const MIN_COMPOUND = 7;
/** An unknown word without a vowel is spelled out up to this length ("mlk"); a longer one is read. */
const MAX_INITIALS = 5;

function speaker(source: PronunciationSource): Speak {
  return (spelling) => source.find(spelling)?.pronunciations;
}

/** A known base with an ending, two known parts, both at once ("moonwalkers"), otherwise letter by letter. */
function speakByRule(source: PronunciationSource, word: string): readonly Pronunciation[] {
  const speak = speaker(source);
  const speakParts: Speak = (spelling) =>
    spelling.length < MIN_COMPOUND
      ? undefined
      : speakCompound(spelling, speak, (part) => source.find(part)?.frequency ?? 0);
  const built = speakInflected(word, speak) ?? speakParts(word) ?? speakInflected(word, speakParts);
  return built?.slice(0, 2) ?? [spellToPhones(source.rules, word)];
}

const isVoiced = (phones: Pronunciation): boolean => phones.some(isVowel);

/** Pronounces a word that the dictionary lacks. The compiler omits words from the lexicon that this pronounces rightly. */
export function speakUnknown(source: PronunciationSource, word: string): readonly Pronunciation[] {
  const plain = unstretch(source, word);
  if (plain !== undefined) return speaker(source)(plain) ?? speakRespelled(plain, speaker(source)) ?? [];
  if (isNoise(word)) return [speakNoise(word)];
  const respelled = speakRespelled(word, speaker(source));
  if (respelled) return respelled;
  if (!/[aeiouy]/.test(word) && word.length <= MAX_INITIALS) return [parsePhones(spellOut(word))];
  return speakByRule(source, word);
}

function speakDigits(source: PronunciationSource, word: string): readonly Pronunciation[] {
  const parts = word.match(/\d+|[^\d]+/g) ?? [];
  const phones = parts.flatMap((part) => {
    const words = /\d/.test(part) ? speakNumber(part) : [part];
    return words.flatMap((each) => [...(pronounce(source, each).pronunciations[0] ?? [])]);
  });
  return [phones];
}

const spokenAs = (
  pronunciations: readonly Pronunciation[],
  frequency: number,
  isKnown: boolean,
): SpokenWord => ({ pronunciations, syllables: pronunciations.map(syllablesOf), frequency, isKnown });

/**
 * All pronunciations of a lower-case word, best first, as ARPABET integers. Any word with a Latin letter has at least
 * one, and every pronunciation has a vowel; a word without Latin letters and digits has none.
 */
export function pronounce(source: PronunciationSource, spelling: string): SpokenWord {
  return speakWord(source, squeezeRuns(plainLetters(spelling)).slice(0, MAX_WORD));
}

function speakWord(source: PronunciationSource, word: string): SpokenWord {
  if (!/[a-z0-9]/.test(word)) return SILENT;
  if (/\d/.test(word)) return spokenAs(speakDigits(source, word), 0, true);
  const found = source.find(word);
  if (found) return spokenAs(found.pronunciations, found.frequency, true);
  const pronunciations = speakUnknown(source, word).filter(isVoiced);
  return spokenAs(pronunciations.length > 0 ? pronunciations : [speakNoise(word)], 0, false);
}
