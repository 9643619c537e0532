import type { Sentiment, ThemeFinding } from '../contract.ts';
import { THEME_LABELS } from '../themes/theme-names.ts';
import { COMMON_WORDS } from './common-words.ts';
import type { Song, SongLine } from './song.ts';

const MAX_QUOTE = 120;
const MIN_CONTENT_WORDS = 2;
const USUAL_WORDS = 9;
const EVIDENCE_BONUS = 1.5;

/**
 * One sentence in the song's own words: its themes, its tone (null: not judged), and its most central line, the one
 * whose content words are most frequent in the song relative to its length (lines that are evidence of the first theme
 * are preferred). Null without words.
 */
export function summarize(
  song: Song,
  themes: readonly ThemeFinding[],
  sentiment: Sentiment | null,
): string | null {
  const line = centralLine(song, themes);
  if (!line) return null;
  const named = themes.slice(0, 2).map(({ theme }) => THEME_LABELS[theme]);
  const about =
    named.length === 0
      ? 'A song'
      : `A song about ${named.join(named.some((name) => name.includes(' and ')) ? ', and ' : ' and ')}`;
  const tone = sentiment === null ? '' : ` ${sentiment} in tone,`;
  return `${about},${tone} centred on the line “${shorten(line.text.trim())}”.`;
}

function centralLine(song: Song, themes: readonly ThemeFinding[]): SongLine | undefined {
  const isContentNorm = Uint8Array.from(song.norms, (norm) => (isContent(norm) ? 1 : 0));
  const frequency = new Int32Array(song.norms.length);
  for (const [at, id] of song.normIds.entries()) {
    if (isContentNorm[id] === 1 && !song.words[at]?.aside) frequency[id] = (frequency[id] ?? 0) + 1;
  }
  const evidence = new Set(themes[0]?.evidence.map(({ line }) => line));
  let best = song.lines[0];
  let bestScore = -1;
  for (const line of song.lines) {
    if (line.repeated) continue;
    const score = centrality(song, line, frequency) * (evidence.has(line.number) ? EVIDENCE_BONUS : 1);
    if (score > bestScore) {
      best = line;
      bestScore = score;
    }
  }
  return best;
}

/** `frequency` of the content words by norm, 0 for any other. */
function centrality({ normIds }: Song, line: SongLine, frequency: Int32Array): number {
  const content: number[] = [];
  for (const [at, { aside }] of line.words.entries()) {
    const id = normIds[line.firstWord + at] ?? 0;
    if (!aside && frequency[id] !== 0 && !content.includes(id)) content.push(id);
  }
  if (content.length < MIN_CONTENT_WORDS) return 0;
  let sum = 0;
  for (const id of content) sum += Math.log1p(frequency[id] ?? 0);
  const length = line.words.length;
  return (sum / content.length) * Math.min(1, content.length / 4) * Math.min(1, USUAL_WORDS / length);
}

function isContent(norm: string): boolean {
  return norm.length > 2 && !COMMON_WORDS.has(norm);
}

function shorten(line: string): string {
  if (line.length <= MAX_QUOTE) return line;
  const cut = line.slice(0, MAX_QUOTE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_QUOTE / 2)).trimEnd()}…`;
}
