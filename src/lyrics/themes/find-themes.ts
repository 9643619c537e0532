import type { Evidence, ThemeFinding } from '../contract.ts';
import { measureThemes } from './measure-themes.ts';
import type { ThemedLine, ThemeHit } from './read-themes.ts';
import { THEME_MODEL } from './theme-model.ts';
import { THEMES, type Theme } from './theme-names.ts';

const MAX_THEMES = 5;
const MAX_EVIDENCE = 5;
/** In a verse; a song, with its many words, has to be surer. */
export const MIN_SCORE = 0.4;
const MIN_SONG_SCORE = 0.6;
const MIN_PIECES = 2;
/** A line is evidence if one of its words usually means the theme, or several together say more than that. */
const TELLING = 2;
const TELLING_TOGETHER = 3;
/** A text of more passages than this is a song, which needs three lines with such a word. */
const VERSE_PASSAGES = 2;
const SONG_EVIDENCE = 3;
const PASSAGE_WORDS = 60;
/** The part of a song that a theme has to fill. */
const FILLED = 1 / 4;

/**
 * Up to five themes, strongest first. The text is read in passages of about 60 words, repeated lines left out; a theme's
 * score is its mean probability in that quarter of the passages which speaks of it most. It needs two
 * different words on two lines, and comes with the lines that say it most plainly.
 */
export function findThemes(lines: readonly ThemedLine[]): ThemeFinding[] {
  const fresh = lines.filter(({ line }) => !line.repeated);
  const passages = passagesOf(fresh);
  const isSong = passages.length > VERSE_PASSAGES;
  const scores = scoreThemes(passages.map(measureThemes));
  return THEMES.map((theme) => ({ theme, score: scores.get(theme) ?? 0 }))
    .filter(({ score }) => score >= (isSong ? MIN_SONG_SCORE : MIN_SCORE))
    .sort((a, b) => b.score - a.score)
    .map(({ theme, score }) => ({ theme, score, evidence: evidenceOf(fresh, theme, isSong) }))
    .filter(({ evidence }) => evidence.length >= (isSong ? SONG_EVIDENCE : 1))
    .slice(0, MAX_THEMES);
}

function scoreThemes(passages: readonly Map<Theme, number[]>[]): Map<Theme, number> {
  const needed = Math.ceil(passages.length * FILLED);
  const scores = new Map<Theme, number>();
  for (const theme of THEMES) {
    const found = passages.flatMap((measured) => measured.get(theme) ?? []);
    if (found.length === 0) continue;
    const probabilities = passages
      .map((measured) => themeProbability(measured.get(theme)))
      .sort((a, b) => b - a)
      .slice(0, needed);
    scores.set(theme, probabilities.reduce((sum, value) => sum + value, 0) / needed);
  }
  return scores;
}

/** The lines in passages of about as many words. */
function passagesOf(lines: readonly ThemedLine[]): ThemedLine[][] {
  const total = lines.reduce((sum, { line }) => sum + line.words.length, 0);
  const count = Math.max(1, Math.round(total / PASSAGE_WORDS));
  const passages: ThemedLine[][] = Array.from({ length: count }, () => []);
  let before = 0;
  for (const themed of lines) {
    const middle = before + themed.line.words.length / 2;
    passages[Math.min(count - 1, Math.floor((middle / total) * count))]?.push(themed);
    before += themed.line.words.length;
  }
  return passages;
}

/** How likely a passage is about a theme from what `measureThemes` gives for it. */
export function themeProbability(
  features: readonly number[] | undefined,
  weights: readonly number[] = THEME_MODEL,
): number {
  if (features === undefined) return 0;
  let sum = weights[features.length] ?? 0;
  features.forEach((value, at) => {
    sum += value * (weights[at] ?? 0);
  });
  return 1 / (1 + Math.exp(-sum));
}

// The strongest lines; none if fewer than two different words on two lines say it.
function evidenceOf(lines: readonly ThemedLine[], theme: Theme, isSong: boolean): Evidence[] {
  const pieces = new Set<string>();
  const found: { hit: ThemeHit; weight: number; isTelling: boolean }[] = [];
  for (const { hits } of lines) {
    const own = hits.filter(({ category }) => category === theme);
    const [first, ...rest] = own;
    if (first === undefined) continue;
    for (const { key } of own) pieces.add(key);
    const hit = rest.reduce((best, one) => (one.weight > best.weight ? one : best), first);
    const weight = own.reduce((sum, one) => sum + one.weight, 0);
    found.push({ hit, weight, isTelling: hit.weight >= TELLING || (!isSong && weight >= TELLING_TOGETHER) });
  }
  if (pieces.size < MIN_PIECES || found.length < MIN_PIECES) return [];
  return found
    .filter(({ isTelling }) => isTelling)
    .sort((a, b) => b.weight - a.weight || a.hit.line - b.hit.line)
    .slice(0, MAX_EVIDENCE)
    .map(({ hit: { line, start, end } }) => ({ line, start, end }));
}
