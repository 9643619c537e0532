import type { Song } from './text/song.ts';
import { readThemes, type ThemeHit } from './themes/read-themes.ts';

/** The theme words of a song with their places, of lines that are not repeats. The lexicon is English. */
export function findHits(song: Song): ThemeHit[] {
  return readThemes(song).flatMap(({ line, hits }) => (line.repeated ? [] : hits));
}
