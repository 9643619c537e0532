import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { EXPLICIT_CLASSES } from '../../src/lyrics/explicit/scene.ts';
import { CommandError } from '../explain.ts';
import { HALVES } from './labelled-verses.ts';

export const PHRASE_CLASSES = [...EXPLICIT_CLASSES, 'none'] as const;

/** A phrase, what in it may be explicit, and how a listener rates it. */
const LabelledPhrase = z.object({
  text: z.string().min(1),
  class: z.enum(PHRASE_CLASSES),
  rating: z.enum(['explicit', 'mild', 'clean']),
  half: z.enum(HALVES),
});

export type LabelledPhrase = z.infer<typeof LabelledPhrase>;

const OWN_PHRASES = new URL('./data/explicit-phrases.json', import.meta.url);

/** Labelled phrases of a file, or those written for this project. */
export async function readLabelledPhrases(file: string | URL = OWN_PHRASES): Promise<LabelledPhrase[]> {
  const text = await readFile(file, 'utf8');
  try {
    return z.array(LabelledPhrase).parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : `it is not JSON (${String(error)})`;
    throw new CommandError(`${String(file)} is not a list of labelled phrases:\n${why}`, { cause: error });
  }
}
