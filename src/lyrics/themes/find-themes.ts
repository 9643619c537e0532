import type { Evidence, ThemeFinding } from '../contract.ts';
import { measureThemes } from './measure-themes.ts';
import type { ThemedLine, ThemeHit } from './read-themes.ts';
import { THEME_MODEL } from './theme-model.ts';
import { THEMES, type Theme } from './theme-names.ts';

const MAX_THEMES = 5;
const MAX_EVIDENCE = 5;
const MIN_SCORE = 0.4;
const MIN_PIECES = 2;
/** A line is evidence if its words together say as much as one that usually means the theme. */
const TELLING = 2;
const PASSAGE_LINES = 5;
/** The part of a song that a theme has to fill. */
const FILLED = 1 / 3;

/**
 * Up to five themes, strongest first. The song is read in passages of about five lines, repeated lines left out; a theme's
 * score is its mean probability in that third of the passages which speaks of it most. It needs two
 * different words on two lines, and comes with the lines that say it most plainly.
 */
export function findThemes(lines: readonly ThemedLine[]): ThemeFinding[] {
  const fresh = lines.filter(({ line }) => !line.repeated);
  const scores = scoreThemes(fresh);
  return THEMES.map((theme) => ({ theme, score: scores.get(theme) ?? 0 }))
    .filter(({ score }) => score >= MIN_SCORE)
    .sort((a, b) => b.score - a.score)
    .map(({ theme, score }) => ({ theme, score, evidence: evidenceOf(fresh, theme) }))
    .filter(({ evidence }) => evidence.length > 0)
    .slice(0, MAX_THEMES);
}

function scoreThemes(fresh: readonly ThemedLine[]): Map<Theme, number> {
  const passages = passagesOf(fresh).map(measureThemes);
  const needed = Math.ceil(passages.length * FILLED);
  const scores = new Map<Theme, number>();
  for (const theme of THEMES) {
    const found = passages.flatMap((measured) => measured.get(theme) ?? []);
    if (found.length === 0) continue;
    const probabilities = passages
      .map((measured) => probability(measured.get(theme)))
      .sort((a, b) => b - a)
      .slice(0, needed);
    scores.set(theme, probabilities.reduce((sum, value) => sum + value, 0) / needed);
  }
  return scores;
}

/** The lines in passages of about equal length. */
export function passagesOf(lines: readonly ThemedLine[]): ThemedLine[][] {
  const count = Math.max(1, Math.round(lines.length / PASSAGE_LINES));
  return Array.from({ length: count }, (_, at) =>
    lines.slice(Math.round((at * lines.length) / count), Math.round(((at + 1) * lines.length) / count)),
  );
}

function probability(features: readonly number[] | undefined): number {
  if (features === undefined) return 0;
  let sum = THEME_MODEL[features.length] ?? 0;
  features.forEach((value, at) => {
    sum += value * (THEME_MODEL[at] ?? 0);
  });
  return 1 / (1 + Math.exp(-sum));
}

// The strongest lines; none if fewer than two different words on two lines say it.
function evidenceOf(lines: readonly ThemedLine[], theme: Theme): Evidence[] {
  const pieces = new Set<string>();
  const found: { hit: ThemeHit; weight: number }[] = [];
  for (const { hits } of lines) {
    const own = hits.filter(({ category }) => category === theme);
    const [first, ...rest] = own;
    if (first === undefined) continue;
    for (const { key } of own) pieces.add(key);
    const hit = rest.reduce((best, one) => (one.weight > best.weight ? one : best), first);
    found.push({ hit, weight: own.reduce((sum, { weight }) => sum + weight, 0) });
  }
  if (pieces.size < MIN_PIECES || found.length < MIN_PIECES) return [];
  return found
    .filter(({ weight }) => weight >= TELLING)
    .sort((a, b) => b.weight - a.weight || a.hit.line - b.hit.line)
    .slice(0, MAX_EVIDENCE)
    .map(({ hit: { line, start, end } }) => ({ line, start, end }));
}
