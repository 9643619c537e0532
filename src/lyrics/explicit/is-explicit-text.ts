import { readSong } from '../text/song.ts';
import { rateExplicit } from './rate-explicit.ts';

/**
 * Whether a text contains words for which a label marks a track explicit; null for unsupported languages. What is told
 * without such a word counts for the rating and not here: edited versions keep it, and labels mark them as clean.
 */
export function isExplicitText(lyrics: string | null, language: string | null): boolean | null {
  if (lyrics === null) return null;
  const song = readSong(lyrics);
  const { rating, counts } = rateExplicit(song, language);
  if (rating === 'unknown' || song.words.length === 0) return null;
  return counts.strong + counts.censored > 0;
}
