/** The unit in which lyrics are shown and counted: a longer line counts as several. */
export const MAX_UNIT_LENGTH = 80;
/** The most characters of a song that one hit shows. */
export const MAX_PIECE_LENGTH = 160;

export interface Span {
  start: number;
  end: number;
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text[at] ?? '');

/**
 * The end of a unit that begins at `start`: the line's end, before the last word that does not fit, or inside a word
 * that is too long.
 */
function unitEnd(line: string, start: number): number {
  const limit = start + MAX_UNIT_LENGTH;
  if (limit >= line.length) return line.length;
  for (let end = limit; end > start; end--) if (isSpace(line, end)) return end;
  const cutsPair = /[\uD800-\uDBFF]/.test(line[limit - 1] ?? '') && /[\uDC00-\uDFFF]/.test(line[limit] ?? '');
  return cutsPair ? limit - 1 : limit;
}

/**
 * Splits a line into pieces of at most 80 characters (UTF-16), cut between words from its beginning. The cuts depend
 * only on the line, never on the query, so pieces do not overlap and each can be counted.
 */
export function unitSpans(line: string): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < line.length; ) {
    if (isSpace(line, at)) {
      at += 1;
      continue;
    }
    const end = unitEnd(line, at);
    spans.push({ start: at, end });
    at = end;
  }
  return spans;
}

/**
 * The units of a text of one or more lines; for a text that begins and ends with a unit, the same as in the whole
 * text.
 */
export const lineUnits = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) => unitSpans(line).map(({ start, end }) => line.slice(start, end).trimEnd()));

/** The last units of a line that together are no longer than a hit may show. */
export function lastUnits(line: string): string {
  const end = line.trimEnd().length;
  const first = unitSpans(line).find(({ start }) => end - start <= MAX_PIECE_LENGTH);
  return line.slice(first?.start ?? end, end);
}
