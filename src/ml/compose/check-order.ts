import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { rangeOf } from './line-range.ts';
import { readWords } from './read-words.ts';
import type { ComposeOrder, Constraint, Infeasible } from './types.ts';
import { readVerse } from './verify-verse.ts';

/** A line of fewer syllables holds too few words to be a line; nobody says more in a breath. */
export const MIN_SYLLABLES = 3;
export const MAX_SYLLABLES = 24;
export const MAX_LINES = 40;
/** Characters of the shortest line with its line end: two or three words. */
const SHORTEST_LINE = 8;

export const infeasible = (constraint: Constraint, message: string): Infeasible => ({
  ok: false,
  constraint,
  message,
});

/** Why an order cannot be met whatever the words, or null. */
export function checkOrder(order: ComposeOrder, lexicon: Lexicon): Infeasible | null {
  return checkShape(order) ?? checkSyllables(order) ?? checkKept(order, lexicon);
}

function checkShape({ lines, scheme, keep, maxCharacters }: ComposeOrder): Infeasible | null {
  if (!Number.isInteger(lines) || lines < 1 || lines > MAX_LINES)
    return infeasible('scheme', `A text has 1 to ${MAX_LINES} lines.`);
  if (scheme.length !== lines)
    return infeasible('scheme', `The scheme has ${scheme.length} letters for ${lines} lines.`);
  if (keep.length > lines)
    return infeasible('keep', `${keep.length} lines are to be kept in a text of ${lines} lines.`);
  const kept = keep.reduce((sum, text) => sum + (text === null ? 0 : text.length + 1), -1);
  const open = lines - keep.filter((text) => text !== null).length;
  if (maxCharacters !== null && kept + open * SHORTEST_LINE > maxCharacters)
    return infeasible('characters', `${lines} lines do not fit into ${maxCharacters} characters.`);
  return null;
}

function checkSyllables(order: ComposeOrder): Infeasible | null {
  for (let line = 0; line < order.lines; line++) {
    if (typeof order.keep[line] === 'string') continue;
    const { min, max } = rangeOf(order, line);
    if (!(min <= max) || max < MIN_SYLLABLES || min > MAX_SYLLABLES) {
      const asked = min === max ? `${min}` : `${min} to ${max}`;
      const limits = `${MIN_SYLLABLES} to ${MAX_SYLLABLES}`;
      return infeasible(
        'syllables',
        `Line ${line + 1} is to have ${asked} ${max === 1 ? 'syllable' : 'syllables'}; lines can have ${limits}.`,
      );
    }
  }
  return null;
}

/** Kept lines of one letter have to rhyme, because they stay as they are. */
function checkKept({ keep, scheme }: ComposeOrder, lexicon: Lexicon): Infeasible | null {
  const ends = new Map<string, { word: string; text: string; line: number }>();
  for (const [line, text] of keep.entries()) {
    const letter = scheme[line] ?? '-';
    if (text === null || letter === '-') continue;
    const word = readWords(text).at(-1)?.word;
    if (word === undefined) return infeasible('keep', `Kept line ${line + 1} has no words that could rhyme.`);
    const other = ends.get(letter);
    if (other && !areHeardToRhyme(other.text, text, lexicon))
      return infeasible(
        'keep',
        `Kept lines ${other.line + 1} and ${line + 1} have the letter ${letter} and do not rhyme: "${other.word}", "${word}".`,
      );
    ends.set(letter, { word, text, line });
  }
  return null;
}

/** Whether the ends of two lines, one after the other, rhyme to the engine. */
function areHeardToRhyme(a: string, b: string, lexicon: Lexicon): boolean {
  const { letters } = readVerse([{ text: a }, { text: b }], lexicon);
  return letters[0] !== '-' && letters[0] === letters[1];
}
