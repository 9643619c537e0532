import { readSong } from '../../src/lyrics/text/song.ts';
import { themeLexicon } from '../../src/lyrics/themes/theme-lexicon.ts';
import { THEMES, type Theme } from '../../src/lyrics/themes/theme-names.ts';
import { majorityOf } from './class-scores.ts';
import type { ThemeVerse } from './theme-verses.ts';

const ENOUGH = 2;

/** The themes with at least two words of the engine's own word lists, without weights, phrases, senses or places. */
export function countWords(text: string): Theme[] {
  const { word } = themeLexicon();
  const spoken = readSong(text).words.flatMap(({ norm }) => word(norm));
  return THEMES.filter((theme) => spoken.filter((one) => one.theme === theme).length >= ENOUGH);
}

/** The theme of most verses. */
export function commonTheme(verses: readonly ThemeVerse[]): string {
  return majorityOf(verses.flatMap(({ themes }) => themes));
}
