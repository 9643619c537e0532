import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { FileFormatError } from '../../../src/services/import/reader/piece.ts';

const Count = z.int().nonnegative();

/** A line with the syllables that a careful listener counts; several counts where careful speakers differ. */
const LineSchema = z.object({
  kind: z.string(),
  text: z.string(),
  syllables: z.array(Count).min(1),
  aside_syllables: Count.default(0),
});

/** Two lines and whether a listener hears their ends rhyme. */
const CoupletSchema = z.object({
  kind: z.string(),
  lines: z.tuple([z.string(), z.string()]),
  rhymes: z.boolean(),
});

const Words = z.array(z.string()).min(1);

const RhymesSchema = z.object({
  /** Words of two pronunciations with rhymes of each. */
  homographs: z.array(z.object({ word: z.string(), readings: z.tuple([Words, Words]) })),
  /** Words and phrases with rhymes that a person expects, and answers that are wrong. */
  queries: z.array(z.object({ query: z.string(), expected: Words, forbidden: Words })),
});

export type LabelledLine = z.infer<typeof LineSchema>;
export type LabelledCouplet = z.infer<typeof CoupletSchema>;
export type LabelledRhymes = z.infer<typeof RhymesSchema>;

export interface OrdinarySets {
  readonly lines: readonly LabelledLine[];
  readonly couplets: readonly LabelledCouplet[];
  readonly rhymes: LabelledRhymes;
}

/** `tune` may be used to develop the engine; `held` only to measure it. */
export const HALVES = ['tune', 'held'] as const;
export type Half = (typeof HALVES)[number];

/** Where the project keeps its labelled sets. */
export const ORDINARY_FOLDER = fileURLToPath(new URL('../data', import.meta.url));

async function readSet<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readFile(path, 'utf8');
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new FileFormatError(`${path} is not a labelled set: ${why}`, { cause: error });
  }
}

/** Reads the labelled lines, couplets and rhymes of one half. Throws when a file is missing or in another format. */
export async function readOrdinarySets(folder: string, half: Half): Promise<OrdinarySets> {
  const path = (name: string): string => join(folder, `ordinary-${name}.${half}.json`);
  const [lines, couplets, rhymes] = await Promise.all([
    readSet(path('lines'), z.array(LineSchema).min(1)),
    readSet(path('couplets'), z.array(CoupletSchema).min(1)),
    readSet(path('rhymes'), RhymesSchema),
  ]);
  return { lines, couplets, rhymes };
}
