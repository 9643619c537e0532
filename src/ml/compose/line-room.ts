import type { ComposedLine, ComposeOrder } from './types.ts';

/** How much longer than its share of the characters a line may be. */
const LENGTH_LEAVE = 1.15;

/** Characters that a line may have after those written, so that the lines after it still have theirs. */
export function longestLine(
  { maxCharacters, lines, keep }: Pick<ComposeOrder, 'maxCharacters' | 'lines' | 'keep'>,
  written: readonly ComposedLine[],
  line: number,
): number {
  if (maxCharacters === null) return Number.POSITIVE_INFINITY;
  const used = written.reduce((sum, { text }) => sum + text.length + 1, 0);
  const later = Array.from({ length: lines - line - 1 }, (_, at) => keep[line + 1 + at]);
  const kept = later.reduce((sum, text) => sum + (typeof text === 'string' ? text.length + 1 : 0), 0);
  const open = later.filter((text) => typeof text !== 'string').length;
  const room = maxCharacters - used - kept - open;
  return open === 0 ? room : (room / (open + 1)) * LENGTH_LEAVE;
}
