import type { Song } from './text/song.ts';
import { type TermHit, TermIndex } from './text/term-index.ts';
import { THEME_LEXICON } from './themes/theme-lexicon.ts';
import { THEMES, type Theme } from './themes/theme-names.ts';

let index: TermIndex<Theme> | undefined;

/** The theme words of a song with their places, of lines that are not repeats. The lexicon is English. */
export function findHits(song: Song): TermHit<Theme>[] {
  index ??= new TermIndex(new Map(THEMES.map((theme) => [theme, THEME_LEXICON[theme]])));
  const repeated = new Set<number>();
  for (const line of song.lines) if (line.repeated) repeated.add(line.number);
  return index.find(song).filter(({ line }) => !repeated.has(line));
}
