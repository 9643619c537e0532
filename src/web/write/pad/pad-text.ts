import type { Stretch } from './edit.ts';

/** The most that the API takes as one line. */
const LONGEST_LINE = 200;
const HAS_WORD = /[\p{L}\p{N}]/u;

/** "[Verse 2]": the name of a section, or what is heard between the lines. */
const isHeader = (line: string): boolean => line.startsWith('[') && line.endsWith(']');

/** A line of the verse: not blank, not dashes alone, no header. */
const isLine = (line: string): boolean => HAS_WORD.test(line) && !isHeader(line.trim());

/** The lines with words up to that of the caret, the last so many. */
export function lastLines(text: string, caret: number, most: number): string[] {
  const end = text.indexOf('\n', caret);
  const before = end === -1 ? text : text.slice(0, end);
  return before
    .split('\n')
    .map((line) => line.trim())
    .filter(isLine)
    .slice(-most);
}

export const tooLongLine = (lines: readonly string[]): boolean =>
  lines.some((line) => line.length > LONGEST_LINE);

/** The stretch grown to whole lines. */
export function wholeLines(text: string, { start, end }: Stretch): Stretch {
  const after = text.indexOf('\n', end);
  const first = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  return { start: first, end: after === -1 ? text.length : after };
}

export const countLines = (text: string): number => text.split('\n').filter(isLine).length;
