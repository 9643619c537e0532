import { readWords } from './read-words.ts';
import type { SourceLine } from './types.ts';
import type { WordTable } from './word-table.ts';

/** More than the table has words, and small enough that a pair of words is a small integer. */
const WIDTH = 1 << 14;
/** Numbers that stand for the start and the end of a line. */
export const LINE_START = WIDTH - 1;
export const LINE_END = WIDTH - 2;

/** Which words of the table the sources have side by side. */
export class WordPairs {
  readonly #seen = new Set<number>();
  readonly #beside: WordPairs | null;

  /** `beside`: further pairs, which other compositions share. */
  constructor(lines: readonly SourceLine[], table: WordTable, beside: WordPairs | null = null) {
    this.#beside = beside;
    for (const { text } of lines) {
      let before = LINE_START;
      for (const { word } of readWords(text)) {
        const number = table.find(word);
        if (before >= 0 && number >= 0) this.#seen.add(before * WIDTH + number);
        before = number;
      }
      if (before >= 0) this.#seen.add(before * WIDTH + LINE_END);
    }
  }

  /** Whether one word stands before the other somewhere, by their numbers. */
  has(first: number, second: number): boolean {
    return this.#seen.has(first * WIDTH + second) || (this.#beside?.has(first, second) ?? false);
  }
}
