import { spellToPhones } from './letter-to-sound.ts';
import { speakCompound, speakInflected } from './morphology.ts';
import { speakNumber, spellOut } from './numerals.ts';
import { isVowel, type Pronunciation, parsePhones } from './phones.ts';
import type { PronunciationSource, Speak } from './pronunciation-source.ts';
import { speakRespelled } from './respellings.ts';
import { speakSlang } from './slang.ts';
import { type Syllable, syllablesOf } from './syllables.ts';

export interface SpokenWord {
  readonly pronunciations: readonly Pronunciation[];
  /** The syllables of each pronunciation. */
  readonly syllables: readonly (readonly Syllable[])[];
  /** log2 of the count in 51 million spoken words, 0-21; 0 for a word never counted. */
  readonly frequency: number;
  readonly isKnown: boolean;
}

const SILENT: SpokenWord = { pronunciations: [], syllables: [], frequency: 0, isKnown: false };
const MAX_WORD = 32;

function speaker(source: PronunciationSource): Speak {
  return (spelling) => {
    const found = source.find(spelling);
    if (!found) return undefined;
    return found.pronunciations.length > 0 ? found.pronunciations : speakByRule(source, spelling);
  };
}

/**
 * Applies only the rules: a known base with an ending, two known parts, otherwise letter by letter. The compiler omits
 * words from the lexicon that this pronounces correctly.
 */
export function speakByRule(source: PronunciationSource, word: string): readonly Pronunciation[] {
  const speak = speaker(source);
  const built = speakInflected(word, speak) ??
    speakCompound(word, speak, (part) => source.find(part)?.frequency ?? 0) ?? [
      spellToPhones(source.rules, word),
    ];
  return built.slice(0, 2);
}

function speakUnknown(source: PronunciationSource, word: string): readonly Pronunciation[] {
  const respelled = speakRespelled(word, (spelling) => speakSlang(spelling) ?? speaker(source)(spelling));
  if (respelled) return respelled;
  if (!/[aeiouy]/.test(word) && word.length <= 5) return [parsePhones(spellOut(word))];
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
 * All stored pronunciations of a word, best first, as ARPABET integers. Any word with Latin letters gets at least one;
 * a word without Latin letters and digits gets none.
 */
export function pronounce(source: PronunciationSource, spelling: string): SpokenWord {
  return speakWord(source, spelling.slice(0, MAX_WORD));
}

function speakWord(source: PronunciationSource, word: string): SpokenWord {
  if (!/[a-z0-9]/.test(word)) return SILENT;
  if (/\d/.test(word)) return spokenAs(speakDigits(source, word), 0, true);
  const slang = speakSlang(word);
  const found = source.find(word);
  const frequency = found?.frequency ?? 0;
  if (slang) return spokenAs(slang, frequency, true);
  if (found) return spokenAs(speaker(source)(word) ?? [], frequency, true);
  const pronunciations = speakUnknown(source, word).filter((phones) => phones.some(isVowel));
  return spokenAs(pronunciations, frequency, false);
}
