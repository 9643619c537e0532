import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { type LineWord, readWords } from './read-words.ts';
import { isAmbiguous, type Tag, tagWords } from './tag-words.ts';
import type { SourceLine } from './types.ts';
import { soundOf } from './word-sounds.ts';
import type { WordTable } from './word-table.ts';

/** A word of a line that others may stand for, or not. */
export interface Slot extends LineWord {
  readonly tag: Tag;
  /** Its number in the table, -1 for none. */
  readonly number: number;
  readonly syllables: number;
  /** Whether another word may stand in its place. */
  readonly isOpen: boolean;
}

/** A source line read as a shape: its closed words stay, its open ones can be others of the same kind. */
export interface Skeleton {
  readonly slots: readonly Slot[];
  readonly syllables: number;
  readonly weight: number;
  readonly source: number;
  /** Its place among the lines of the sources: the line after it has the next number. */
  readonly place: number;
}

const OPEN_NOUNS = 'nus';
const OPEN = 'nusjgdbzmr';
/** Verbs more usual than this (log2 of the count) are part of how a line is built: get, know, want. */
const MAX_VERB = 14;
const MAX_ADVERB = 11;
/** Nouns and adjectives that mean little by themselves. */
const HOLLOW = new Set(
  'thing things one ones lot lots kind way ways time times day night side end rest back bit part such same other own more most last first next whole many much few good right left ain lil lil’ ol lot mr mrs ms'.split(
    ' ',
  ),
);
/** No line ends on "the thing'll". */
const UNFINISHED = /'(?:ll|d|ve|re)$/;
const MIN_WORDS = 4;
const MAX_WORDS = 14;

function isOpen(table: WordTable, number: number, word: string, tag: Tag): boolean {
  if (number < 0 || !OPEN.includes(tag) || HOLLOW.has(word) || word.length < 3) return false;
  if ((table.tags[number] ?? '').startsWith('f')) return false;
  const frequency = table.frequency[number] ?? 0;
  if (tag === 'r') return frequency <= MAX_ADVERB && word.endsWith('ly');
  return OPEN_NOUNS.includes(tag) || tag === 'j' || frequency <= MAX_VERB;
}

/** Two nouns in a row are one thing ("golf course"): neither is exchanged, except the last word of the line. */
function closeCompounds(slots: readonly Slot[]): Slot[] {
  const joins = (at: number): boolean =>
    'nu'.includes(slots[at]?.tag ?? '-') &&
    OPEN_NOUNS.includes(slots[at + 1]?.tag ?? '-') &&
    slots[at]?.after === '';
  return slots.map((slot, at) =>
    joins(at) || (joins(at - 1) && at < slots.length - 1) ? { ...slot, isOpen: false } : slot,
  );
}

/** Reads a line as a shape; null for one that is too short, too long or not of English words. */
export function readSkeleton(
  { text, weight, source }: SourceLine,
  place: number,
  { table, lexicon }: { table: WordTable; lexicon: Lexicon },
): Skeleton | null {
  const words = readWords(text);
  if (words.length < MIN_WORDS || words.length > MAX_WORDS) return null;
  const tags = tagWords(
    table,
    words.map(({ word }) => word),
  );
  if (tags.includes('?')) return null;
  const read = words.map((word, at): Slot => {
    const number = table.find(word.word);
    const tag = tags[at] ?? '?';
    const { syllables } = soundOf(lexicon, word.word);
    const before = words[at - 1]?.word ?? '';
    const isSure = !isAmbiguous(table.tags[number] ?? '', before);
    return { ...word, tag, number, syllables, isOpen: isSure && isOpen(table, number, word.word, tag) };
  });
  if (read.some(({ syllables }) => syllables === 0) || UNFINISHED.test(read.at(-1)?.word ?? '')) return null;
  const slots = closeCompounds(read);
  return { slots, syllables: slots.reduce((sum, slot) => sum + slot.syllables, 0), weight, source, place };
}
