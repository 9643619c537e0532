import { readWords } from './read-words.ts';

/** The longest run of words that a composed text may share with one source line. */
export const MAX_SHARED_WORDS = 4;

const KEY_WORDS = MAX_SHARED_WORDS + 1;

/** Words as they are compared: without apostrophes, hyphens apart, so that another spelling is still a copy. */
export const plainWords = (text: string): string[] => readWords(text).flatMap(({ word }) => plainWord(word));

const LETTERS = /^[a-z]+$/;

/** The same of one word, in lower case. */
export const plainWord = (word: string): string[] =>
  LETTERS.test(word)
    ? [word]
    : word
        .replaceAll("'", '')
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a of five words with the spaces between: one of 40,000 runs is taken for another once in 100,000 times. */
function runCode(words: readonly string[], at: number): number {
  let code = OFFSET;
  for (let word = at; word < at + KEY_WORDS; word++) {
    const letters = words[word] ?? '';
    for (let i = 0; i < letters.length; i++) code = Math.imul(code ^ letters.charCodeAt(i), PRIME);
    code = Math.imul(code ^ 0x20, PRIME);
  }
  return code >>> 0;
}

/** A number for every run of five words. */
export function runCodes(words: readonly string[]): number[] {
  return Array.from({ length: Math.max(0, words.length - MAX_SHARED_WORDS) }, (_, at) => runCode(words, at));
}

/** Every run of five words of some lines; a text that holds none of them copies at most four words in a row. */
export class CopyLimit {
  readonly #runs = new Set<number>();
  readonly #beside: CopyLimit | null;

  /** `beside`: further runs, which other compositions share. */
  constructor(beside: CopyLimit | null = null) {
    this.#beside = beside;
  }

  add(line: string): void {
    this.addRuns(runCodes(plainWords(line)));
  }

  /** The same of runs by their numbers. */
  addRuns(codes: Iterable<number>): void {
    for (const code of codes) this.#runs.add(code);
  }

  /** Whether the words hold a run of five that a source line holds too. */
  forbids(words: readonly string[]): boolean {
    for (let at = 0; at + KEY_WORDS <= words.length; at++)
      if (this.#runs.has(runCode(words, at))) return true;
    return this.#beside?.forbids(words) ?? false;
  }
}

/** The longest run of consecutive words that a text shares with one of the lines. */
export function longestSharedRun(text: string, lines: Iterable<string>): number {
  const words = plainWords(text);
  let longest = 0;
  for (const line of lines) longest = Math.max(longest, sharedRun(words, plainWords(line)));
  return longest;
}

function sharedRun(a: readonly string[], b: readonly string[]): number {
  let longest = 0;
  let before = new Uint16Array(b.length + 1);
  for (const word of a) {
    const here = new Uint16Array(b.length + 1);
    for (let at = 0; at < b.length; at++) {
      if (b[at] !== word) continue;
      const run = (before[at] ?? 0) + 1;
      here[at + 1] = run;
      if (run > longest) longest = run;
    }
    before = here;
  }
  return longest;
}
