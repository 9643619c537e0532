import { parseHeader } from './header-grammar.ts';
import { isInterjection } from './interjections.ts';
import { markRepeat } from './repeat-marks.ts';
import { isPerformer, isUnsung } from './stage-directions.ts';
import { ASIDE, fill, REACH, UNSUNG } from './voice-marks.ts';

// Quotation marks belong to the same classes of Unicode.
const OPEN = /(?![‚„⹂「『《〈｢〝﹁﹃︽︿])\p{Ps}/u;
const CLOSE = /(?![」』》〉｣〞〟﹂﹄︾﹀])\p{Pe}/u;
const WORD = /[\p{L}\p{N}]/u;
const WORDS = /[\p{L}\p{N}'’]+/gu;
const WORDLESS = /^[^\p{L}\p{N}]*$/u;
const SMILE = /[:;=]-?$/;
const LONGEST_NOTE = 80;

interface Bracket {
  readonly from: number;
  /** Whether no word of the main voice stands before it. */
  readonly isFirst: boolean;
}

/** Marks what stands in brackets. A closing bracket ends the last one opened, whatever its shape. */
export function markBrackets(row: string, voices: Uint8Array): void {
  const open: Bracket[] = [];
  let isFirst = true;
  for (let at = 0; at < row.length; at++) {
    const char = row.charAt(at);
    if (isLetter(char)) isFirst &&= open.length > 0 || voices[at] === UNSUNG;
    else if (isOpen(char)) {
      if (!isSmile(row, at)) open.push({ from: at, isFirst });
    } else if (open.length > 0 && CLOSE.test(char)) {
      const bracket = open.pop();
      if (bracket) markBracket(row, voices, { ...bracket, to: at + 1, isOuter: open.length === 0 });
    }
  }
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const bracket = open[depth];
    if (bracket) markBracket(row, voices, { ...bracket, to: row.length, isOuter: depth === 0 });
  }
}

function isLetter(char: string): boolean {
  const code = char.charCodeAt(0);
  if (code >= 128) return WORD.test(char);
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

const isOpen = (char: string): boolean => (char < '\x80' ? '([{'.includes(char) : OPEN.test(char));

const isSmile = (row: string, at: number): boolean =>
  !isLetter(row.charAt(at + 1)) && SMILE.test(row.slice(Math.max(0, at - 2), at));

function markBracket(
  row: string,
  voices: Uint8Array,
  { from, to, isFirst, isOuter }: Bracket & { to: number; isOuter: boolean },
): void {
  const isHeading = isFirst && isOuter;
  const isNote = (isHeading || to - from <= LONGEST_NOTE) && isForReader(row, from, to, isHeading);
  if (isNote) fill(voices, from, to, UNSUNG);
  else if (isOuter) {
    fill(voices, from, to, ASIDE);
    markRepeat(row, voices, CLOSE.test(row.charAt(to - 1)) ? to - 1 : to);
  }
}

// A row of nothing but square brackets is a heading or a direction, whatever it says, unless it only cries ("[grrah]").
function isForReader(row: string, from: number, to: number, isFirst: boolean): boolean {
  const isClosed = CLOSE.test(row.charAt(to - 1));
  const content = row.slice(from + 1, isClosed ? to - 1 : to);
  const isMarked = '[［【'.includes(row.charAt(from));
  if (isUnsung({ content, before: row.slice(Math.max(0, from - REACH), from), isMarked })) return true;
  if (!isMarked || !isClosed || !WORD.test(content)) return false;
  if (isFirst && WORDLESS.test(row.slice(to))) return !(content.match(WORDS) ?? []).every(isInterjection);
  return (isFirst && isPerformer(content)) || parseHeader(`[${content}]`) !== null;
}
