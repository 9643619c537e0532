import { isHeaderLine } from '../../src/lyrics/text/sections.ts';
import { type Random, seeded } from '../../src/ml/compose/random.ts';
import type { EvalSong } from './read-songs.ts';

/** A line of a song, the lines before it, and lines of other songs that could have come instead. */
export interface NextLineCase {
  readonly given: readonly string[];
  readonly truth: string;
  readonly others: readonly string[];
}

export const CANDIDATES = 300;
const MIN_LINES = 8;
/** Lines that are known before the first one that is asked for. */
const MIN_GIVEN = 4;
const MIN_WORDS = 3;

const versesOf = ({ lyrics }: EvalSong): string[] =>
  lyrics.split('\n').filter((line) => !isHeaderLine(line) && line.trim().split(/\s+/).length >= MIN_WORDS);

/** Cases drawn by seed: `aSong` lines of each song, each with 299 lines of other songs. */
export function drawCases(songs: readonly EvalSong[], aSong: number, seed: number): NextLineCase[] {
  const random = seeded(seed);
  const texts = songs.map(versesOf);
  const pool = texts.flatMap((lines, song) => lines.map((line) => ({ line, song })));
  return texts.flatMap((lines, song) => {
    if (lines.length < MIN_LINES) return [];
    return Array.from({ length: aSong }, () => {
      const at = MIN_GIVEN + Math.floor(random() * (lines.length - MIN_GIVEN));
      const truth = lines[at] ?? '';
      return { given: lines.slice(0, at), truth, others: drawOthers(pool, { song, truth }, random) };
    });
  });
}

function drawOthers(
  pool: readonly { line: string; song: number }[],
  { song, truth }: { song: number; truth: string },
  random: Random,
): string[] {
  const others: string[] = [];
  while (others.length < CANDIDATES - 1) {
    const drawn = pool[Math.floor(random() * pool.length)];
    if (drawn && drawn.song !== song && drawn.line !== truth) others.push(drawn.line);
  }
  return others;
}
