import type { Lexicon } from '../phonetics/lexicon.ts';
import { meansInitials } from '../phonetics/spoken/initials.ts';
import type { Section } from '../text/sections.ts';
import { letterAsideRows } from './aside-rows.ts';
import { withoutChance } from './chance-rhymes.ts';
import type { MultiRhyme, RhymeGroup, RhymeReport } from './contract.ts';
import { findRhymes } from './find-rhymes.ts';
import { groupAsides } from './group-asides.ts';
import { groupRhymes, type HeardRhymes, joinWords, type WordGroups } from './groups.ts';
import { hearAsides } from './hear-asides.ts';
import { type HeardVoices, hearVoices } from './hear-voices.ts';
import { alliteration, assonance, malmiFactor, rhymedSyllables } from './measures.ts';
import { type FoundMulti, findMultis } from './multis.ts';
import type { RhymingPair } from './rhyming-pairs.ts';
import { findSchemes } from './schemes.ts';
import { findTongues } from './section-tongues.ts';
import { speakVoices, unheardOf, type Verse } from './verse.ts';
import { MAX_WORDS, readVoices, type Voices } from './words.ts';

const MAX_MULTIS = 100;

/** Parses a text into pronounced words in lines, voice by voice: the input of rhymeReport and flowReport. */
export function listen(text: string, sections: readonly Section[], lexicon: Lexicon): Voices<Verse> {
  const tongueOf = findTongues(text, sections);
  const isInitials = (capitals: string): boolean => meansInitials(lexicon, capitals);
  return speakVoices(readVoices(text, sections, { maxWords: MAX_WORDS, tongueOf, isInitials }), lexicon);
}

/** The rhyme report of a text. Finite for any input; null for measures without data. */
export const analyzeRhyme = (text: string, sections: readonly Section[], lexicon: Lexicon): RhymeReport =>
  rhymeReport(text, listen(text, sections, lexicon));

/** What is told of the rhymes of a text: of its report and of its map of syllables. */
export interface ToldRhymes {
  readonly rhymes: HeardRhymes;
  readonly words: WordGroups;
  readonly groups: readonly RhymeGroup[];
  readonly multis: readonly FoundMulti[];
}

/** Decides what rhymes in a parsed text by what the models heard in it. */
export function tellRhymes(text: string, voices: Voices<Verse>, heard: HeardVoices): ToldRhymes {
  const { main: verse } = voices;
  const rhymes = withoutChance(verse, findRhymes(verse, heard.main));
  const words = joinWords(verse, rhymes);
  const asides = hearAsides(voices, heard.asides);
  const groups = groupAsides(groupRhymes(verse, heard.main, rhymes, words), voices, asides);
  return { rhymes, words, groups, multis: findMultis(verse, text, rhymes.pairs) };
}

/**
 * The report for a parsed text; `text` is the text it was read from. Every measure is of the main voice; asides add
 * members to groups, groups of their own, and the letters of rows that hold nothing else.
 */
export const rhymeReport = (text: string, voices: Voices<Verse>): RhymeReport =>
  reportRhymes(voices, tellRhymes(text, voices, hearVoices(voices)));

/** The report of what was decided. */
export function reportRhymes(voices: Voices<Verse>, told: ToldRhymes): RhymeReport {
  const { main: verse, asides } = voices;
  const { pairs, ends } = told.rhymes;
  const multis = told.multis.map(({ rhyme }) => rhyme);
  const syllables = verse.vowel.length;
  const rhymed = rhymedSyllables(verse, told.words);
  return {
    is_partial: verse.text.isPartial || asides.text.isPartial,
    syllables,
    aside_syllables: asides.vowel.length,
    rhymed_syllables: rhymed,
    density: syllables === 0 ? null : round(rhymed / syllables),
    malmi: roundOrNull(malmiFactor(verse)),
    alliteration: roundOrNull(alliteration(verse)),
    assonance: roundOrNull(assonance(verse)),
    counts: { ...countPlaces(verse, pairs), ...countMultis(multis), repeated_ends: ends.repeated },
    longest: multis[0] ?? null,
    groups: [...told.groups],
    multis: multis.slice(0, MAX_MULTIS),
    schemes: letterAsideRows(findSchemes(verse, ends), told.groups, voices),
    unheard: unheardOf(verse),
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
