import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { readWords } from '../../ml/compose/read-words.ts';
import type { ComposeOrder, Infeasible } from '../../ml/compose/types.ts';
import { REACH } from '../../ml/compose/verify-verse.ts';
import { hearVerse } from './measure-verse.ts';
import { hasRhymes, rangeAt } from './model/line-judge.ts';
import { CHARACTERS_A_SYLLABLE } from './plan-verse.ts';

const FREE = '-';

interface KeptLine {
  /** From 0. */
  at: number;
  text: string;
  letter: string;
  end: string;
}

type Reason = Pick<Infeasible, 'constraint' | 'message'>;

/**
 * The constraint that a caller has to change: lines that were not found may fail because of what is kept or of the length
 * that is allowed, which the composer meets only in the line that it cannot write.
 */
export function explainInfeasible(order: ComposeOrder, found: Infeasible, lexicon: Lexicon): Reason {
  if (found.constraint !== 'scheme' && found.constraint !== 'syllables') return found;
  return (
    keptThatRhyme(order, lexicon) ??
    keptWithoutRhymes(order, lexicon) ??
    tooFewCharacters(order) ??
    unansweredKept(order, found) ??
    found
  );
}

function keptLines({ keep, scheme }: ComposeOrder): KeptLine[] {
  return keep.flatMap((text, at) => {
    const letter = scheme[at] ?? FREE;
    if (text === null || letter === FREE) return [];
    return [{ at, text, letter, end: readWords(text).at(-1)?.word ?? '' }];
  });
}

/** Kept lines of two letters that rhyme, so near that the engine hears it. */
function keptThatRhyme(order: ComposeOrder, lexicon: Lexicon): Reason | null {
  const kept = keptLines(order);
  for (const [nth, one] of kept.entries())
    for (const other of kept.slice(nth + 1)) {
      if (one.letter === other.letter || other.at - one.at > REACH) continue;
      const { scheme } = hearVerse([one.text, other.text], lexicon);
      if (scheme[0] === FREE || scheme[0] !== scheme[1]) continue;
      const message = `Kept lines ${one.at + 1} and ${other.at + 1} rhyme and have the letters ${one.letter} and ${other.letter}: "${one.end}", "${other.end}".`;
      return { constraint: 'keep', message };
    }
  return null;
}

/** A kept line that lines are to rhyme with, although hardly a word does. */
function keptWithoutRhymes(order: ComposeOrder, lexicon: Lexicon): Reason | null {
  const { scheme, keep } = order;
  for (const { at, text, letter, end } of keptLines(order)) {
    const needed = [...scheme].filter(
      (one, place) => one === letter && (keep[place] ?? null) === null,
    ).length;
    if (needed === 0 || hasRhymes(lexicon, text, needed)) continue;
    const message = `Too few words rhyme with "${end}", the end of kept line ${at + 1}.`;
    return { constraint: 'keep', message };
  }
  return null;
}

/** A kept line that words do rhyme with, but none that the composer could end the missing line with. */
function unansweredKept(order: ComposeOrder, { line }: Infeasible): Reason | null {
  if (line === undefined) return null;
  const kept = keptLines(order).find(({ letter }) => letter === order.scheme[line]);
  if (kept === undefined) return null;
  const { min, max } = rangeAt(order, line);
  const asked = min === max ? `${min}` : `${min} to ${max}`;
  const message = `No line ${line + 1} of ${asked} syllables was found that rhymes with "${kept.end}", the end of kept line ${kept.at + 1}: end it with another word, or allow other syllables.`;
  return { constraint: 'keep', message };
}

function tooFewCharacters(order: ComposeOrder): Reason | null {
  const { lines, keep, maxCharacters } = order;
  if (maxCharacters === null) return null;
  const kept = keep.reduce((sum, text) => sum + (text === null ? 0 : text.length + 1), 0);
  const open = Array.from({ length: lines }, (_, at) => at).filter((at) => (keep[at] ?? null) === null);
  const room = Math.floor((maxCharacters + 1 - kept) / open.length) - 1;
  const least = Math.max(...open.map((at) => rangeAt(order, at).min));
  if (room >= least * CHARACTERS_A_SYLLABLE) return null;
  const message = `A line of ${least} syllables has about ${Math.round(least * CHARACTERS_A_SYLLABLE)} characters; ${maxCharacters} characters leave ${room} for each of ${open.length} lines.`;
  return { constraint: 'characters', message };
}
