import { FUNCTION_WORDS } from '../../phonetics/function-words.ts';
import { readingsOf } from '../../phonetics/homographs.ts';
import type { Lexicon } from '../../phonetics/lexicon.ts';
import { countVowels, formatPhones, isVowel, type Pronunciation, stressOf } from '../../phonetics/phones.ts';
import { pronounce } from '../../phonetics/pronounce.ts';
import { groupReadings } from '../../phonetics/readings.ts';
import { meansInitials } from '../../phonetics/spoken/initials.ts';
import { syllablesOf } from '../../phonetics/syllables.ts';
import { RowReader } from '../row-reader.ts';
import { type Sounding, soundingsOf } from './soundings.ts';
import { joinSounds, type Sound } from './sounds.ts';

/** A word of the query. */
export interface QueryPart {
  readonly spelling: string;
  /** A function word of one syllable, unstressed in a phrase. */
  readonly isLight: boolean;
  readonly sounds: readonly Sound[];
  readonly soundings: readonly Sounding[];
}

/** One way to read the query. */
export interface QueryReading {
  /** ARPABET: "R EH1 D". */
  readonly pronunciation: string;
  readonly gloss: string | null;
  readonly parts: readonly QueryPart[];
  /** What to look for, the closest first; at least one. */
  readonly soundings: readonly Sounding[];
}

export interface Query {
  /** Its words as the dictionary spells them. */
  readonly words: readonly string[];
  /** The most common first; empty if nothing in it has a sound. */
  readonly readings: readonly QueryReading[];
}

const MAX_READINGS = 4;
const MAX_WORDS = 12;
const BRACKETS = /[()[\]{}<>"“”]/g;
/** Asterisks round the whole query; those inside a word mask letters ("sh*t"). */
const MARKED = /^\*([^*]{1,60})\*$/;
const APOSTROPHES = /[‘’‛ʼʻʹ´′`＇]/g;

interface SpokenWord {
  readonly word: string;
  readonly readings: readonly { readonly phones: Pronunciation; readonly gloss: string | null }[];
}

const isStressed = (phones: Pronunciation): boolean =>
  phones.some((phone) => isVowel(phone) && stressOf(phone) === 1);

function speak(lexicon: Lexicon, word: string): SpokenWord {
  const { pronunciations } = pronounce(lexicon, word);
  const glosses = readingsOf(word);
  const groups = glosses ? pronunciations.map((_, index) => index) : groupReadings(pronunciations);
  const readings = [...new Set(groups)].slice(0, MAX_READINGS).map((group) => {
    const variants = pronunciations.filter((_, index) => groups[index] === group);
    const phones = variants.find(isStressed) ?? variants[0] ?? [];
    const gloss = glosses?.find((reading) => reading.phones.join() === phones.join())?.gloss ?? null;
    return { phones, gloss };
  });
  return { word, readings };
}

/** In a phrase, one-syllable function words are unstressed, unless all are such words. */
function lightWords(words: readonly { word: string; phones: Pronunciation }[]): boolean[] {
  const isLight = words.map(({ word, phones }) => FUNCTION_WORDS.has(word) && countVowels(phones) === 1);
  return isLight.includes(false) ? isLight : isLight.map(() => false);
}

function withReading(
  lexicon: Lexicon,
  spoken: readonly SpokenWord[],
  { at, reading }: { at: number; reading: number },
): QueryReading {
  const words = spoken.map(({ word, readings }, index) => ({
    word,
    phones: (readings[index === at ? reading : 0] ?? readings[0])?.phones ?? [],
  }));
  const isLight = lightWords(words);
  const syllables = words.map(({ phones }, index) =>
    syllablesOf(phones).map((syllable) => (isLight[index] ? { ...syllable, stress: 0 } : syllable)),
  );
  const parts = words.map(({ word }, index) => {
    const sounds = joinSounds([syllables[index] ?? []]);
    return {
      spelling: word,
      isLight: isLight[index] ?? false,
      sounds,
      soundings: soundingsOf(lexicon, sounds, word),
    };
  });
  return {
    pronunciation: words.map(({ phones }) => formatPhones(phones)).join(' '),
    gloss: spoken[at]?.readings[reading]?.gloss ?? null,
    parts,
    soundings: soundingsOf(lexicon, joinSounds(syllables), words.at(-1)?.word ?? ''),
  };
}

/** The word of a phrase whose readings count: the last that is stressed. */
function rhymingWord(spoken: readonly SpokenWord[]): number {
  const heavy = spoken.findLastIndex(({ word }) => !FUNCTION_WORDS.has(word));
  return heavy < 0 ? spoken.length - 1 : heavy;
}

/** Reads a word or phrase as lyrics are read, in any capitals, accents, apostrophes and punctuation. */
export function readQuery(lexicon: Lexicon, query: string): Query {
  const reader = new RowReader(MAX_WORDS, (capitals) => meansInitials(lexicon, capitals));
  reader.read(query.replace(BRACKETS, ' ').trim().replace(MARKED, '$1').replace(APOSTROPHES, "'"), {
    offset: 0,
    line: 0,
    section: -1,
    tongue: 'english',
  });
  const { words } = reader;
  const spoken = words
    .map(({ spelling }) => speak(lexicon, spelling))
    .filter(({ readings }) => readings.length > 0);
  const spellings = words.map(({ spelling }) => spelling);
  const at = rhymingWord(spoken);
  const count = spoken[at]?.readings.length ?? 0;
  const readings = Array.from({ length: count }, (_, reading) =>
    withReading(lexicon, spoken, { at, reading }),
  );
  return { words: spellings, readings: readings.filter(({ soundings }) => soundings.length > 0) };
}
