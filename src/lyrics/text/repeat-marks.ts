import { fill, UNSUNG } from './voice-marks.ts';

const LAST_MARK = /(?:^|[\s,.;!?…"”–—-])(?:x ?\d{1,2}|× ?\d{1,2}|[2-9] ?[x×])\.?$/;
const NAMED = /\b(?:the|an?|my|your|his|her|our|their|that|this|new|model|bmw|beamer|beemer|bimmer)\s*$/i;
const WORD_OR_TIMES = /[\p{L}\p{N}×]/u;

/**
 * Marks "x4" at the end of a row or of a bracket, unless a name stands before it: "hold the rope x4", but "pull up in the
 * x5" is sung. `end` is exclusive.
 */
export function markRepeat(row: string, voices: Uint8Array, end: number): void {
  const last = row.slice(0, end).trimEnd().length;
  const start = Math.max(0, last - 8);
  const match = LAST_MARK.exec(row.slice(start, last));
  if (!match) return;
  const from = start + match.index;
  if (voices[last - 1] === UNSUNG || NAMED.test(row.slice(Math.max(0, from - 12), from + 1))) return;
  fill(voices, from + match[0].search(WORD_OR_TIMES), last, UNSUNG);
}
