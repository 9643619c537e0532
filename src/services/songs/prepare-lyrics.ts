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

/** Below this share of agreeing letters the source's own word on the language is trusted more. */
const SURE_OF_LANGUAGE = 0.8;

/**
 * Normalises a text and computes its sections, hashes, fingerprint and language. The language is read from the
 * text where that is sure: songs are filed under the artist's language whatever they are sung in.
 */
export async function prepareLyrics(raw: string, statedLanguage: string | null): Promise<PreparedLyrics> {
  const lyrics = normalizeText(raw);
  const detected = detectLanguage(lyrics);
  const sure = detected !== null && detected.confidence >= SURE_OF_LANGUAGE;
  return {
    lyrics,
    sections: parseSections(lyrics),
    textHash: await sha256Hex(lyrics),
    lyricsHash: await lyricsHash(lyrics),
    ...fingerprint(lyrics),
    language: sure ? detected.code : (statedLanguage ?? detected?.code ?? null),
  };
}

/** Hash of the normalised words, header lines left out: equal for texts that differ only in layout and marks. */
export const lyricsHash = (lyrics: string): Promise<string> => sha256Hex(lyricsWords(lyrics).join(' '));
