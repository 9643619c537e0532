import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { SENTIMENTS } from '../../src/lyrics/contract.ts';
import { EMOTIONS } from '../../src/lyrics/emotion/emotion-names.ts';
import { TONES } from '../../src/lyrics/feeling/feeling-classes.ts';
import { CommandError } from '../explain.ts';

export const HALVES = ['tune', 'test'] as const;
export type Half = (typeof HALVES)[number];

/** A verse with what a listener says of it; null where no feeling or tone stands out. */
const LabelledVerse = z.object({
  id: z.string(),
  kind: z.string(),
  half: z.enum(HALVES),
  /** Which of the sets it was written with; each set was written before anything was tuned on it. */
  set: z.int().positive().default(1),
  sentiment: z.enum(SENTIMENTS),
  dominant: z.enum(EMOTIONS).nullable(),
  tone: z.enum(TONES).nullable(),
  lines: z.array(z.string()).min(1),
  /** The verse was in view when the lexicon of feelings was written. */
  lexicon: z.boolean().optional(),
});

export type LabelledVerse = z.infer<typeof LabelledVerse>;

/** A text with what a listener says of it, and the group in which it is counted. */
export interface LabelledText
  extends Pick<LabelledVerse, 'id' | 'sentiment' | 'dominant' | 'tone' | 'lines'> {
  group: string;
}

export const FEELING_VERSES = new URL('./data/feeling-verses.json', import.meta.url);

/** Labelled verses of a file, or those written for this project. */
export async function readLabelledVerses(file: string | URL = FEELING_VERSES): Promise<LabelledVerse[]> {
  const text = await readFile(file, 'utf8');
  try {
    return z.array(LabelledVerse).parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : `it is not JSON (${String(error)})`;
    throw new CommandError(`${String(file)} is not a list of labelled verses:\n${why}`, { cause: error });
  }
}
