import type { ThemedLine, ThemeHit } from './read-themes.ts';
import { THEMES, type Theme } from './theme-names.ts';

const MANY = 4;
const MOST_SQUARED = 30;
const SPOKEN = 1;

interface Tally {
  /** The strongest weight of each different word or phrase. */
  best: Map<string, number>;
  lines: Map<number, number>;
}

/**
 * For each theme of a passage: the squared weights of different words (as logarithm), how many there are and on how many
 * lines, the strongest one, and the share of all themes' weights. Null for a theme without any word.
 */
export function measureThemes(passage: readonly ThemedLine[]): Map<Theme, number[]> {
  const tallies = new Map<Theme, Tally>();
  for (const { hits } of passage) for (const hit of hits) count(tallies, hit);
  const squares = new Map<Theme, number>();
  for (const [theme, { best }] of tallies)
    squares.set(
      theme,
      [...best.values()].reduce((sum, weight) => sum + weight * weight, 0),
    );
  let total = 0;
  for (const value of squares.values()) total += Math.min(MOST_SQUARED, value);
  const measured = new Map<Theme, number[]>();
  for (const theme of THEMES) {
    const tally = tallies.get(theme);
    const squared = squares.get(theme) ?? 0;
    if (tally === undefined || squared === 0) continue;
    const lines = [...tally.lines.values()].filter((weight) => weight >= SPOKEN).length;
    measured.set(theme, [
      Math.log1p(squared),
      Math.min(tally.best.size, MANY) / MANY,
      Math.min(lines, MANY) / MANY,
      Math.max(...tally.best.values()) / 3,
      Math.min(MOST_SQUARED, squared) / total,
    ]);
  }
  return measured;
}

function count(tallies: Map<Theme, Tally>, { category, key, weight, line }: ThemeHit): void {
  let tally = tallies.get(category);
  if (tally === undefined) {
    tally = { best: new Map(), lines: new Map() };
    tallies.set(category, tally);
  }
  tally.best.set(key, Math.max(weight, tally.best.get(key) ?? 0));
  tally.lines.set(line, (tally.lines.get(line) ?? 0) + weight);
}
