import type { Lexicon } from '../phonetics/lexicon.ts';
import type { Section } from '../text/sections.ts';
import type { MultiRhyme, RhymeReport } from './contract.ts';
import { groupRhymes, type HeardRhymes, joinWords } from './groups.ts';
import { type Hearing, hearVerse } from './hear.ts';
import { alliteration, assonance, malmiFactor, rhymedSyllables } from './measures.ts';
import { findMultis } from './multis.ts';
import { findRepeats } from './repeats.ts';
import { type RhymingPair, rhymingPairs } from './rhyming-pairs.ts';
import { findEndRhymes, findSchemes } from './schemes.ts';
import { speakVerse, type Verse } from './verse.ts';
import { MAX_WORDS, readSungText } from './words.ts';

const MAX_MULTIS = 100;

/** Parses a text into pronounced words in lines, the input of rhymeReport and flowReport. */
export const listen = (text: string, sections: readonly Section[], lexicon: Lexicon): Verse =>
  speakVerse(readSungText(text, sections, MAX_WORDS), lexicon);

/** The rhyme report of a text. Finite for any input; null for measures without data. */
export const analyzeRhyme = (text: string, sections: readonly Section[], lexicon: Lexicon): RhymeReport =>
  rhymeReport(text, listen(text, sections, lexicon));

/** Everything that rhymes in a verse by what the models hear. */
export function findRhymes(verse: Verse, hearing: Hearing): HeardRhymes {
  const repeats = findRepeats(verse);
  const ends = findEndRhymes(verse, hearing, repeats);
  return { pairs: rhymingPairs(verse, hearing, ends), ends, repeats };
}

/** The report for a parsed verse; `text` is the text it was read from. */
export function rhymeReport(text: string, verse: Verse): RhymeReport {
  const hearing = hearVerse(verse);
  const rhymes = findRhymes(verse, hearing);
  const { pairs, ends } = rhymes;
  const groups = joinWords(verse, rhymes);
  const multis = findMultis(verse, text, pairs);
  const syllables = verse.vowel.length;
  const rhymed = rhymedSyllables(verse, groups);
  return {
    is_partial: verse.text.isPartial,
    syllables,
    rhymed_syllables: rhymed,
    density: syllables === 0 ? null : round(rhymed / syllables),
    malmi: roundOrNull(malmiFactor(verse)),
    alliteration: roundOrNull(alliteration(verse)),
    assonance: roundOrNull(assonance(verse)),
    counts: { ...countPlaces(verse, pairs), ...countMultis(multis), repeated_ends: ends.repeated },
    longest: multis[0] ?? null,
    groups: groupRhymes(verse, hearing, rhymes, groups),
    multis: multis.slice(0, MAX_MULTIS),
    schemes: findSchemes(verse, ends),
  };
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
const roundOrNull = (value: number | null): number | null => (value === null ? null : round(value));

function countPlaces(
  verse: Verse,
  pairs: readonly RhymingPair[],
): { end: number; internal: number; chain: number } {
  const { words, lines } = verse.text;
  const counts = { end: 0, internal: 0, chain: 0 };
  for (const { left, right } of pairs) {
    const [from, to] = [words[left]?.line ?? 0, words[right]?.line ?? 0];
    const ends = Number(lines[from]?.lastWord === left + 1) + Number(lines[to]?.lastWord === right + 1);
    if (ends === 2) counts.end++;
    else if (from === to || ends === 0) counts.internal++;
    else counts.chain++;
  }
  return counts;
}

const countMultis = (multis: readonly MultiRhyme[]): { multisyllabic: number; mosaic: number } => ({
  multisyllabic: multis.length,
  mosaic: multis.filter(({ is_mosaic }) => is_mosaic).length,
});
