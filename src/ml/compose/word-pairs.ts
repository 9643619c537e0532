import { readWords } from './read-words.ts';
import type { SourceLine } from './types.ts';

/** Which words the sources have side by side. */
export class WordPairs {
  readonly #seen = new Set<string>();
  readonly #beside: WordPairs | null;

  /** `beside`: further pairs, which other compositions share. */
  constructor(lines: readonly SourceLine[], beside: WordPairs | null = null) {
    this.#beside = beside;
    for (const { text } of lines) {
      let before = '<';
      for (const { word } of readWords(text)) {
        this.#seen.add(`${before} ${word}`);
        before = word;
      }
      this.#seen.add(`${before} >`);
    }
  }

  has(first: string, second: string): boolean {
    return this.#seen.has(`${first} ${second}`) || (this.#beside?.has(first, second) ?? false);
  }
}
