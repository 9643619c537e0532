import { sha256Hex } from '../../lib/hash.ts';
import { fingerprint } from '../../lyrics/text/fingerprint.ts';
import { detectLanguage } from '../../lyrics/text/language.ts';
import { lyricsWords } from '../../lyrics/text/lyrics-words.ts';
import { normalizeText } from '../../lyrics/text/normalize.ts';
import { parseSections, type Section } from '../../lyrics/text/sections.ts';

/** A text as it is stored, with everything that is computed from it once. */
export interface PreparedLyrics {
  lyrics: string;
  sections: Section[];
  textHash: string;
  lyricsHash: string;
  sketch: number[];
  bands: number[];
  language: string | null;
}

/** Below this share of agreeing letters the language given by the source is preferred. */
const SURE_OF_LANGUAGE = 0.8;

/**
 * Normalises a text and computes its sections, hashes, fingerprint and language. The language is detected from the
 * text if the detection is reliable, because sources label songs with the artist's language.
 */
export async function prepareLyrics(raw: string, statedLanguage: string | null): Promise<PreparedLyrics> {
  const lyrics = normalizeText(raw);
  return {
    lyrics,
    sections: parseSections(lyrics),
    textHash: await sha256Hex(lyrics),
    lyricsHash: await lyricsHash(lyrics),
    ...fingerprint(lyrics),
    language: languageOf(lyrics, statedLanguage),
  };
}

/** The language of a text: the detected one if the detection is reliable, otherwise the stated one. */
export function languageOf(lyrics: string, stated: string | null): string | null {
  const detected = detectLanguage(lyrics);
  const sure = detected !== null && detected.confidence >= SURE_OF_LANGUAGE;
  return sure ? detected.code : (stated ?? detected?.code ?? null);
}

/** Hash of the normalised words without header lines: equal for texts that differ only in layout and punctuation. */
export const lyricsHash = (lyrics: string): Promise<string> => sha256Hex(lyricsWords(lyrics).join(' '));
