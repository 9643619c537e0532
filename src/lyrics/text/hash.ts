import { lyricsWords } from './lyrics-words.ts';

/** SHA-256 (hex) of the normalised words, header lines left out: equal for texts that differ only in layout and marks. */
export async function lyricsHash(lyrics: string): Promise<string> {
  const bytes = new TextEncoder().encode(lyricsWords(lyrics).join(' '));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
