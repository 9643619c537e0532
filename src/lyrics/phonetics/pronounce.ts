import { speakAccented } from './accented.ts';
import { spellToPhones } from './letter-to-sound.ts';
import { speakCompound, speakInflected } from './morphology.ts';
import { isVowel, type Pronunciation } from './phones.ts';
import { plainLetters } from './plain-letters.ts';
import type { PronunciationSource, Speak } from './pronunciation-source.ts';
import { speakRespelled } from './respellings.ts';
import { initialsOf, speakInitials } from './spoken/initials.ts';
import { plainWord } from './spoken/leet.ts';
import { spellOut } from './spoken/letter-names.ts';
import { plainNumber } from './spoken/number-words.ts';
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
/** Words of a number that are said. */
const MAX_PARTS = 32;
const ACCENT = /[^\0-\x7f]/;
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
  if (!/[aeiouy']/.test(word) && word.length <= MAX_INITIALS) return [spellOut(word)];
  return speakByRule(source, word);
}

const spokenAs = (
  pronunciations: readonly Pronunciation[],
  frequency: number,
  isKnown: boolean,
): SpokenWord => ({ pronunciations, syllables: pronunciations.map(syllablesOf), frequency, isKnown });

/**
 * All pronunciations of what a reader of rows found, best first, as ARPABET integers: a lower-case word, several ("two
 * thousand"), initials ("n.b.a.") or a word with signs for letters ("sh!t"). Whatever has a Latin letter or a digit
 * has at least one, and every pronunciation has a vowel; anything else has none.
 */
export function pronounce(source: PronunciationSource, spelling: string): SpokenWord {
  if (!spelling.includes(' ')) return speakPart(source, spelling);
  const parts = spelling
    .split(' ', MAX_PARTS)
    .map((part) => speakPart(source, part))
    .filter(({ pronunciations }) => pronunciations.length > 0);
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const phones = parts.flatMap(({ pronunciations: [first = []] }) => [...first]);
  return phones.length === 0 ? SILENT : spokenAs([phones], 0, true);
}

function speakPart(source: PronunciationSource, spelling: string): SpokenWord {
  const initials = speakInitials(spelling);
  if (initials) {
    const frequency = source.find(initialsOf(spelling) ?? '')?.frequency ?? 0;
    return spokenAs([initials], frequency, true);
  }
  const lower = spelling.toLowerCase();
  const accented = ACCENT.test(lower) ? speakAccented(source, lower) : undefined;
  if (accented) return spokenAs(accented, source.find(plainLetters(lower))?.frequency ?? 0, true);
  return speakWord(source, squeezeRuns(plainLetters(lower)).slice(0, MAX_WORD));
}

function speakWord(source: PronunciationSource, word: string): SpokenWord {
  const found = source.find(word);
  if (found) return spokenAs(found.pronunciations, found.frequency, true);
  if (/[^a-z']/.test(word)) return speakSigns(source, word);
  if (!/[a-z]/.test(word)) return SILENT;
  const pronunciations = speakUnknown(source, word).filter(isVoiced);
  return spokenAs(pronunciations.length > 0 ? pronunciations : [speakNoise(word)], 0, false);
}

/** The word that digits and signs stand for; if there is none, letters and numbers one after the other. */
function speakSigns(source: PronunciationSource, word: string): SpokenWord {
  const plain = plainWord(source, word);
  if (plain !== undefined) return pronounce(source, plain);
  const parts = word.match(/[a-z']+|\d+/g) ?? [];
  return pronounce(
    source,
    parts.map((part) => (/\d/.test(part) ? plainNumber(part).join(' ') : part)).join(' '),
  );
}
