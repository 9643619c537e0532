import { normalizeText } from './normalize.ts';
import { stripHeaders } from './sections.ts';
import { tokenize } from './tokenize.ts';

/**
 * The bare words of a text for comparing whole songs: header lines left out, lower case, apostrophes and asterisks
 * dropped ("ain't" = "aint").
 */
export function lyricsWords(lyrics: string): string[] {
  return tokenize(stripHeaders(normalizeText(lyrics)))
    .map((word) => word.norm.replace(/['*.$]/g, ''))
    .filter((word) => word !== '');
}
