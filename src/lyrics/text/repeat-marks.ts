import { fill, UNSUNG } from './voice-marks.ts';

const LAST_MARK = /(?:^|[\s,.;!?…"”–—-])(?:x ?\d{1,2}|× ?\d{1,2}|[2-9] ?[x×])\.?$/;
const CAPITAL_MARK = /(?:^|\s)(?:X ?\d{1,2}|[2-9] ?X)\.?$/;
// "... repeat x2"
const TOLD = /(?:repeat|repeats|repeated)[\s,:-]$/i;
const NAMED = /\b(?:the|an?|my|your|his|her|our|their|that|this|new|model|bmw|beamer|beemer|bimmer)\s*$/i;
const WORD_OR_TIMES = /[\p{L}\p{N}×]/u;

/**
 * Marks "x4" at the end of a row or of a bracket, unless a name stands before it: "hold the rope x4", but "pull up in the
 * x5" is sung. `end` is exclusive.
 */
export function markRepeat(row: string, voices: Uint8Array, end: number): void {
  const last = row.slice(0, end).trimEnd().length;
  const start = Math.max(0, last - 8);
  const tail = row.slice(start, last);
  const match = LAST_MARK.exec(tail) ?? CAPITAL_MARK.exec(tail);
  if (!match) return;
  // A row of "X3" only is a mark; behind other words it may be a car.
  const isOnly = row.slice(0, start + match.index).trim() === '';
  if (!isOnly && match[0].includes('X') && !match[0].endsWith('X2')) return;
  const from = start + match.index;
  if (voices[last - 1] === UNSUNG || NAMED.test(row.slice(Math.max(0, from - 12), from + 1))) return;
  const told = TOLD.exec(row.slice(Math.max(0, from - 12), from + 1));
  fill(voices, from + (told ? 1 - told[0].length : match[0].search(WORD_OR_TIMES)), last, UNSUNG);
}
