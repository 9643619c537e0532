import { plainWords } from '../../src/ml/compose/copy-limit.ts';
import type { ComposedLine } from '../../src/ml/compose/types.ts';
import { syntheticSong, wordsAt } from '../bench/synthetic-songs.ts';

/** Longer runs are counted as so long. */
const LONGEST = 12;
/** As many songs as the benchmarks of search have. */
const MADE_UP = 57_718;

/** The different lines of the songs that the benchmarks make up. */
export function madeUpLines(): Set<string> {
  const lines = new Set<string>();
  for (let index = 0; index < MADE_UP; index++)
    for (const line of syntheticSong(index, wordsAt((index + 0.5) / MADE_UP)).split('\n')) lines.add(line);
  return lines;
}

interface Verse {
  readonly lines: readonly ComposedLine[];
  readonly sources: readonly { readonly text: string }[];
}

/** The most words in a row that any verse has in common with one of the lines, or with a line of its own sources. */
export function longestCopiedRun(verses: readonly Verse[], songs: readonly Iterable<string>[]): number {
  const runs = new Set(
    verses.flatMap(({ lines }) => runsOf(plainWords(lines.map(({ text }) => text).join('\n')))),
  );
  const texts = new Set([
    ...songs.flatMap((lines) => [...lines]),
    ...verses.flatMap(({ sources }) => sources.map(({ text }) => text)),
  ]);
  let longest = 0;
  for (const text of texts) {
    const words = plainWords(text);
    for (let at = 0; at < words.length; at++) {
      let length = longest + 1;
      while (
        length <= LONGEST &&
        at + length <= words.length &&
        runs.has(words.slice(at, at + length).join(' '))
      )
        length++;
      longest = Math.max(longest, length - 1);
    }
  }
  return longest;
}

const runsOf = (words: readonly string[]): string[] =>
  words.flatMap((_, at) =>
    Array.from({ length: Math.min(LONGEST, words.length - at) }, (__, more) =>
      words.slice(at, at + more + 1).join(' '),
    ),
  );
