import type { Lexicon } from '../../../lyrics/phonetics/lexicon.ts';
import { findRhymes } from '../../../lyrics/rhyme/finder/rhyme-finder.ts';
import { isHeaderLine } from '../../../lyrics/text/sections.ts';
import { type CopyLimit, plainWords } from '../../../ml/compose/copy-limit.ts';
import { readWords } from '../../../ml/compose/read-words.ts';
import type { ComposeOrder, SyllableRange } from '../../../ml/compose/types.ts';
import { addressesModel } from '../../models/addresses-model.ts';
import { hearVerse, offScheme } from '../measure-verse.ts';

const FREE = '-';
const MAX_LINE_CHARACTERS = 200;
/** A line of one syllable a word has at least so many characters a syllable, blanks included. */
const SHORTEST_SYLLABLE = 2.5;
/** An end that opens a rhyme must have more rhymes than the lines that follow need, so that the verse can be finished. */
const SPARE_RHYMES = 4;
const FOREIGN = /[^\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}$+=]/u;

export const rangeAt = (order: ComposeOrder, at: number): SyllableRange =>
  order.syllables[at] ?? order.syllables.at(-1) ?? { min: 1, max: 40 };

export interface JudgeParts {
  order: ComposeOrder;
  lexicon: Lexicon;
  /** Runs of words that no line may hold. */
  limit: CopyLimit;
}

/** Why a line cannot stand at its place among the lines that stand already, for the model to read; null if it can. */
export function faultOfLine(
  parts: JudgeParts,
  standing: readonly (string | null)[],
  { at, text }: { at: number; text: string },
): string | null {
  const { order, lexicon, limit } = parts;
  if (text.length > MAX_LINE_CHARACTERS || isHeaderLine(text) || FOREIGN.test(text) || addressesModel(text))
    return 'is not a line of lyrics';
  if (limit.forbids(plainWords(text)))
    return 'repeats five words in a row of an existing song or of the order';
  return (
    faultOfSyllables(parts, { at, text }) ??
    faultOfLength(order, standing, { at, text }) ??
    faultOfRhyme(order, lexicon, standing.with(at, text), at)
  );
}

function faultOfSyllables({ order, lexicon }: JudgeParts, { at, text }: { at: number; text: string }) {
  const { min, max } = rangeAt(order, at);
  const [syllables = 0] = hearVerse([text], lexicon).syllables;
  if (syllables >= min && syllables <= max) return null;
  return `has ${syllables} syllables, ${min === max ? min : `${min} to ${max}`} are ordered`;
}

function faultOfLength(
  order: ComposeOrder,
  standing: readonly (string | null)[],
  { at, text }: { at: number; text: string },
): string | null {
  if (order.maxCharacters === null) return null;
  const lengths = standing.map((line, place) => {
    if (place === at) return text.length;
    return line === null ? rangeAt(order, place).min * SHORTEST_SYLLABLE : line.length;
  });
  const least = lengths.reduce((sum, length) => sum + length, order.lines - 1);
  return least <= order.maxCharacters ? null : 'is too long for the characters that are left';
}

function faultOfRhyme(
  { scheme }: ComposeOrder,
  lexicon: Lexicon,
  lines: readonly (string | null)[],
  at: number,
): string | null {
  const letter = scheme[at] ?? FREE;
  if (letter === FREE) return null;
  const places = lines.flatMap((line, place) => (line === null ? [] : [place]));
  const heard = hearVerse(
    places.map((place) => lines[place] ?? ''),
    lexicon,
  ).scheme;
  const asked = places.map((place) => scheme[place] ?? FREE).join('');
  if (offScheme(heard, asked).length > 0) {
    const partner = places.find((place) => place !== at && scheme[place] === letter);
    return partner === undefined
      ? 'ends on a rhyme of another letter'
      : `does not rhyme with line ${partner + 1}, or rhymes with another letter`;
  }
  const needed = [...scheme].filter((one, place) => one === letter && lines[place] === null).length;
  return needed === 0 || hasRhymes(lexicon, lines[at] ?? '', needed)
    ? null
    : 'ends on a word that hardly any word rhymes with';
}

/** Whether so many lines can rhyme with a line, with some choice. */
export function hasRhymes(lexicon: Lexicon, line: string, needed: number): boolean {
  const end = readWords(line).at(-1)?.word ?? '';
  const limit = needed + SPARE_RHYMES;
  return findRhymes(lexicon, end, { kind: 'perfect', limit }).items.length >= limit;
}
