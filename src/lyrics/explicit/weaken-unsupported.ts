import type { Song } from '../text/song.ts';
import type { ExplicitHit } from './find-explicit.ts';

/** Different lines of more than a verse. In a song of so many, one is likely to sound like a scene by chance. */
const SONG_LINES = 16;

/**
 * In a song, a scene that is neither told plainly nor joined by a strong word or another scene elsewhere is an allusion:
 * its hits are mild. Whoever means such things says more of them in forty lines; a phrase that only sounds so stands alone.
 */
export function weakenUnsupported(song: Song, hits: readonly ExplicitHit[]): readonly ExplicitHit[] {
  if (song.lines.filter(({ repeated }) => !repeated).length <= SONG_LINES) return hits;
  const strong = hits.filter(({ severity }) => severity === 'strong');
  // A chorus that sings a phrase again and again says it once.
  const said = new Map(strong.map((hit) => [song.text.slice(hit.start, hit.end).toLowerCase(), hit.line]));
  const isSupported = strong.some(({ plain }) => plain) || new Set(said.values()).size > 1;
  return isSupported ? hits : hits.map((hit) => ({ ...hit, severity: 'mild' as const }));
}
