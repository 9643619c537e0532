import { tokenize } from '../../lyrics/text/tokenize.ts';

/** A sung line of a text with the words of its main voice in lower case. */
export interface TextLine {
  /** 0-based row of the text. */
  row: number;
  text: string;
  words: string[];
}

/** The sung lines of a text, headers and asides left out. */
export function linesOf(lyrics: string): TextLine[] {
  const rows = lyrics.split('\n');
  const byRow = Map.groupBy(
    tokenize(lyrics).filter(({ aside }) => !aside),
    ({ line }) => line,
  );
  return Array.from(byRow, ([row, words]) => ({
    row,
    text: rows[row]?.trim() ?? '',
    words: words.map(({ norm }) => norm),
  }));
}

/** How often each word occurs; a line that is repeated counts once. */
export function countWords(lines: readonly TextLine[]): Map<string, number> {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const { words } of lines) {
    const key = words.join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
