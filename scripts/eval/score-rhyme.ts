import { withoutChance } from '../../src/lyrics/rhyme/chance-rhymes.ts';
import { findRhymes } from '../../src/lyrics/rhyme/find-rhymes.ts';
import { joinWords } from '../../src/lyrics/rhyme/groups.ts';
import type { Hearing } from '../../src/lyrics/rhyme/hear.ts';
import { rhymedSyllables } from '../../src/lyrics/rhyme/measures.ts';
import { endsRhyme } from '../../src/lyrics/rhyme/schemes.ts';
import type { Verse } from '../../src/lyrics/rhyme/verse.ts';
import { type AnnotatedSong, type Counts, scoreCounts, shareLetter } from './rhyme-annotations.ts';

/** The result of the engine for one song, in the format of the annotation. */
export interface SongPrediction {
  readonly song: string;
  readonly rhymed: boolean[][];
  /** For every line but the first: does its end rhyme with the end before; null when both words are the same. */
  readonly lineEnds: (boolean | null)[];
  readonly density: number;
}

export interface RhymeScores {
  readonly word: { p: number; r: number; f1: number };
  readonly line_end: { p: number; r: number; f1: number };
  readonly density_r: number;
}

export function predictSong({ song, text }: AnnotatedSong, verse: Verse, hearing: Hearing): SongPrediction {
  const { lines, words } = verse.text;
  const groups = joinWords(verse, withoutChance(verse, findRhymes(verse, hearing)));
  const rhymed = lines.map(({ firstWord, lastWord }) =>
    Array.from(groups.subarray(firstWord, lastWord), (group) => group >= 0),
  );
  const last = (line: number): string => {
    const word = words[(lines[line]?.lastWord ?? 0) - 1];
    return text.slice(word?.start, word?.end).toLowerCase();
  };
  const lineEnds = lines
    .slice(1)
    .map((_, index) => (last(index) === last(index + 1) ? null : endsRhyme(hearing, index)));
  const density = verse.vowel.length === 0 ? 0 : rhymedSyllables(verse, groups) / verse.vowel.length;
  return { song, rhymed, lineEnds, density };
}

/** Pearson's r; 0 where either side does not vary. */
export function pearson(pairs: readonly (readonly [number, number])[]): number {
  const n = pairs.length;
  const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / n;
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

/** Scores predictions against gold word by word, by adjacent line ends, by density. */
export function scoreSongs(
  songs: readonly AnnotatedSong[],
  predictions: readonly SongPrediction[],
): RhymeScores {
  const word: Counts = { hits: 0, predicted: 0, gold: 0 };
  const end: Counts = { hits: 0, predicted: 0, gold: 0 };
  const count = (counts: Counts, isPredicted: boolean, isGold: boolean): void => {
    counts.predicted += Number(isPredicted);
    counts.gold += Number(isGold);
    counts.hits += Number(isPredicted && isGold);
  };
  for (const [index, song] of songs.entries()) {
    const prediction = predictions[index];
    for (const [at, isPredicted] of (prediction?.rhymed.flat() ?? []).entries()) {
      count(word, isPredicted, (song.letters[at]?.length ?? 0) > 0);
    }
    const lettersAt = (line: number) => song.letters[(song.sung.lines[line]?.lastWord ?? 0) - 1] ?? [];
    for (const [line, isPredicted] of (prediction?.lineEnds ?? []).entries()) {
      if (isPredicted !== null) count(end, isPredicted, shareLetter(lettersAt(line), lettersAt(line + 1)));
    }
  }
  const densities = songs.map((song, index) => [predictions[index]?.density ?? 0, song.density] as const);
  return { word: scoreCounts(word), line_end: scoreCounts(end), density_r: pearson(densities) };
}
