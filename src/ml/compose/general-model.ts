import { z } from 'zod';
import type { SourceLine } from './types.ts';
import { unpackWords, type WordTable } from './word-table.ts';

const FileSchema = z.object({
  /** Song by song, its lines in order. */
  songs: z.array(z.array(z.string())),
  words: z.object({ vector_size: z.int().positive(), words: z.string(), vectors: z.string() }),
});

export type GeneralModelFile = z.infer<typeof FileSchema>;

/** What the composer knows without a catalogue: lines of the demo's songs, and words. */
export interface GeneralModel {
  readonly lines: readonly SourceLine[];
  readonly table: WordTable;
}

const GENERAL_WEIGHT = 0.25;

/** Opens the model that the build compiles (`dist/web/compose.json`). Throws if the bytes are not one. */
export function openGeneralModel(bytes: ArrayBuffer): GeneralModel {
  const file = FileSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return {
    lines: file.songs.flatMap((lines, song) =>
      lines.map((text) => ({ text, weight: GENERAL_WEIGHT, source: -1 - song })),
    ),
    table: unpackWords(file.words),
  };
}
