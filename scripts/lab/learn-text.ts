import { tokenize } from '../../src/lyrics/text/tokenize.ts';
import type { Point, TextModel } from './catalogue-model.ts';
import { quantilesOf } from './quantiles.ts';

const RANKS = [
  1, 2, 3, 5, 8, 12, 20, 32, 50, 80, 125, 200, 320, 500, 800, 1250, 2000, 3200, 5000, 8000, 12_500,
];
const LENGTHS = [50, 100, 200, 400, 800];
/** Fine, for the few very long lines not to draw the others with them. */
const LINE_QUANTILES = 101;

/** The words of a song in order, lower case. */
export const wordsOf = (lyrics: string): string[] => tokenize(lyrics).map(({ norm }) => norm);

const linesOf = (lyrics: string): string[] => lyrics.split('\n').filter((line) => line.trim() !== '');

function countWords(songs: readonly (readonly string[])[]): { counts: number[]; total: number } {
  const counts = new Map<string, number>();
  for (const words of songs) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts.values()].sort((a, b) => b - a);
  return { counts: sorted, total: sorted.reduce((sum, count) => sum + count, 0) };
}

/** Mean number of different words among the first n of a song, over the songs that are long enough. */
export function typesCurve(songs: readonly (readonly string[])[]): Point[] {
  return LENGTHS.flatMap((length): Point[] => {
    const long = songs.filter((words) => words.length >= length);
    if (long.length === 0) return [];
    const types = long.map((words) => new Set(words.slice(0, length)).size);
    return [[length, types.reduce((sum, n) => sum + n, 0) / types.length]];
  });
}

/** Share of the songs that hold the word of each rank, by how many songs hold it. */
export function documentFrequencies(songs: readonly (readonly string[])[]): Point[] {
  const counts = new Map<string, number>();
  for (const words of songs) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sorted = [...counts.values()].sort((a, b) => b - a);
  return RANKS.flatMap((rank): Point[] => {
    const count = sorted[rank - 1];
    return count === undefined ? [] : [[rank, count / songs.length]];
  });
}

function repeatedLines(lyrics: readonly string[]): number {
  let [lines, repeated] = [0, 0];
  for (const text of lyrics) {
    const all = linesOf(text);
    lines += all.length;
    repeated += all.length - new Set(all).size;
  }
  return repeated / lines;
}

/** All of the text model that is counted; how often a song comes back to a word is fitted afterwards. */
export function learnText(lyrics: readonly string[]): Omit<TextModel, 'recurrence'> {
  const songs = lyrics.map(wordsOf);
  const { counts, total } = countWords(songs);
  let sum = 0;
  const cumulative = counts.map((count) => {
    sum += count;
    return sum / total;
  });
  return {
    words: quantilesOf(songs.map((words) => words.length)),
    line_words: quantilesOf(
      lyrics.flatMap((text) => linesOf(text).map((line) => wordsOf(line).length)),
      LINE_QUANTILES,
    ),
    rank_shares: RANKS.flatMap((rank): [number, number][] => {
      const share = cumulative[rank - 1];
      return share === undefined ? [] : [[rank, share]];
    }),
    unseen_share: counts.filter((count) => count === 1).length / total,
    repeated_lines: repeatedLines(lyrics),
  };
}
