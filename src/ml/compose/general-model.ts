import { z } from 'zod';
import { type Phrase, readPhrases } from './phrases/phrase.ts';
import type { SourceLine } from './types.ts';
import { unpackWords, type WordTable } from './word-table.ts';

const FileSchema = z.object({
  /** Song by song, its lines in order. */
  songs: z.array(z.array(z.string())),
  /** Phrases by kind: see phrases/phrase.ts. */
  phrases: z.string(),
  /** Phrases of the songs' lines, in the same way. */
  found: z.string(),
  /** Base64 of 32-bit numbers, little end first: `runCodes` of the lines. */
  runs: z.base64(),
  words: z.object({ vector_size: z.int().positive(), words: z.string(), vectors: z.string() }),
});

export type GeneralModelFile = z.infer<typeof FileSchema>;

/** What the composer knows without a catalogue: lines of the demo's songs, and words. */
export interface GeneralModel {
  readonly lines: readonly SourceLine[];
  readonly phrases: readonly Phrase[];
  /** `runCodes` of the lines. */
  readonly runs: Uint32Array;
  readonly table: WordTable;
}

const GENERAL_WEIGHT = 0.25;
/** Phrases of these lines belong to stories of their own. */
const PHRASE_WEIGHT = 0.04;

/** Opens the model that the build compiles (`dist/web/compose.json`). Throws if the bytes are not one. */
export function openGeneralModel(bytes: ArrayBuffer): GeneralModel {
  const file = FileSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const table = unpackWords(file.words);
  const lines = file.songs.flatMap((texts, song) =>
    texts.map((text) => ({ text, weight: GENERAL_WEIGHT, source: -1 - song })),
  );
  const phrases = [...readPhrases(file.phrases, 1), ...readPhrases(file.found, PHRASE_WEIGHT)];
  return { lines, phrases, runs: readNumbers(file.runs), table };
}

function readNumbers(base64: string): Uint32Array {
  const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => view.getUint32(4 * at, true));
}
