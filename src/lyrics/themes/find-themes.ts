import type { Evidence, ThemeFinding } from '../contract.ts';
import type { Song } from '../text/song.ts';
import type { TermHit } from '../text/term-index.ts';
import { THEMES, type Theme } from './theme-names.ts';
import { THEME_TYPICAL } from './theme-typical.ts';

const MAX_THEMES = 5;
const MAX_EVIDENCE = 5;
const MIN_SCORE = 0.5;
const MIN_LINES = 2;
const SHORT_SONG_LINES = 8;
const MAX_REPEATS = 3;
const MIN_WORDS = 50;
const MIN_WEIGHT = 2;
const ENOUGH_WEIGHT = 4;

/**
 * Weighted theme words per 100 words, each line counted once and each word at most three times, so that a hook or a
 * refrain does not make a theme alone. Unbounded, 0 if the theme has no word.
 */
export function themeDensities(song: Song, hits: readonly TermHit<Theme>[]): Record<Theme, number> {
  const totals = Object.fromEntries(THEMES.map((theme) => [theme, 0])) as Record<Theme, number>;
  const used = new Map<string, number>();
  for (const hit of hits) {
    const key = `${hit.category} ${song.text.slice(hit.start, hit.end).toLowerCase()}`;
    const times = (used.get(key) ?? 0) + 1;
    used.set(key, times);
    if (times <= MAX_REPEATS) totals[hit.category] += hit.weight * hit.weight;
  }
  const words = song.lines.reduce((sum, line) => sum + (line.repeated ? 0 : line.words.length), 0);
  for (const theme of THEMES) totals[theme] *= 100 / Math.max(words, MIN_WORDS);
  return totals;
}

/**
 * Up to five themes, strongest first. Score = d / (d + typical), d the theme's density and `typical` the density that a
 * quarter of the reference songs exceed; so 0.5 is what such a song has. A theme needs two
 * different words that mean it, on two lines (one of each in a song under eight lines); it comes with its strongest lines.
 */
export function findThemes(song: Song, hits: readonly TermHit<Theme>[]): ThemeFinding[] {
  const densities = themeDensities(song, hits);
  const support = supportOf(song, hits);
  const needed = song.lines.length < SHORT_SONG_LINES ? 1 : MIN_LINES;
  return THEMES.map((theme) => ({
    theme,
    score: densities[theme] / (densities[theme] + THEME_TYPICAL[theme]),
  }))
    .filter(
      ({ theme, score }) =>
        score >= MIN_SCORE && (support.get(theme) ?? 0) >= (needed === 1 ? MIN_WEIGHT : ENOUGH_WEIGHT),
    )
    .sort((a, b) => b.score - a.score)
    .map(({ theme, score }) => ({ theme, score, evidence: bestLines(hits, theme) }))
    .filter(({ evidence }) => evidence.length >= needed)
    .slice(0, MAX_THEMES);
}

// Summed weight of the different words of each theme that mean it by themselves; hints (weight 1) do not carry a theme.
function supportOf(song: Song, hits: readonly TermHit<Theme>[]): Map<Theme, number> {
  const seen = new Set<string>();
  const support = new Map<Theme, number>();
  for (const { category, weight, start, end } of hits) {
    const key = `${category} ${song.text.slice(start, end).toLowerCase()}`;
    if (weight < 2 || seen.has(key)) continue;
    seen.add(key);
    support.set(category, (support.get(category) ?? 0) + weight);
  }
  return support;
}

function bestLines(hits: readonly TermHit<Theme>[], theme: Theme): Evidence[] {
  const best = new Map<number, TermHit<Theme>>();
  const weights = new Map<number, number>();
  for (const hit of hits) {
    if (hit.category !== theme) continue;
    weights.set(hit.line, (weights.get(hit.line) ?? 0) + hit.weight);
    if (hit.weight > (best.get(hit.line)?.weight ?? 0)) best.set(hit.line, hit);
  }
  return [...best.values()]
    .sort((a, b) => (weights.get(b.line) ?? 0) - (weights.get(a.line) ?? 0) || a.line - b.line)
    .slice(0, MAX_EVIDENCE)
    .map(({ line, start, end }) => ({ line, start, end }));
}
