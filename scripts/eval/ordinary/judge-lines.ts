import { analyzeLyrics } from '../../../src/lyrics/analyze.ts';
import type { Lexicon } from '../../../src/lyrics/phonetics/lexicon.ts';
import { exactText } from '../../../src/lyrics/text/exact-text.ts';
import type { LabelledLine } from './read-sets.ts';
import type { Judged } from './tally.ts';

/** Groups of vowel letters: what a count of syllables gives without a dictionary. */
export const vowelGroups = (text: string): number =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .match(/[aeiouy]+/gi)?.length ?? 0;

function countSyllables(text: string, lexicon: Lexicon): { main: number; aside: number } {
  const { lines } = analyzeLyrics(exactText(text), { lexicon }).flow;
  return {
    main: lines.reduce((sum, { syllables }) => sum + syllables, 0),
    aside: lines.reduce((sum, { aside_syllables: aside }) => sum + aside, 0),
  };
}

const inWords = (main: string | number, aside: number): string => (aside ? `${main} + ${aside}` : `${main}`);

/** Right when the syllables of the main voice and those of the asides are both as labelled. */
export function judgeLine(line: LabelledLine, lexicon: Lexicon): Judged {
  const { kind, text, syllables, aside_syllables: aside } = line;
  const counted = countSyllables(text, lexicon);
  return {
    kind,
    text,
    expected: inWords(syllables.join(' or '), aside),
    got: inWords(counted.main, counted.aside),
    isRight: syllables.includes(counted.main) && counted.aside === aside,
    isBaselineRight: aside === 0 && syllables.includes(vowelGroups(text)),
  };
}
