import { readSong } from '../text/song.ts';
import { rateExplicit } from './rate-explicit.ts';

/** Whether a text contains words for which a label marks a track explicit; null for unsupported languages. */
export function isExplicitText(lyrics: string | null, language: string | null): boolean | null {
  if (lyrics === null) return null;
  const { words, ...song } = readSong(lyrics);
  const { rating } = rateExplicit(song, [], language);
  return rating === 'unknown' || words.length === 0 ? null : rating === 'explicit';
}
