import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CommandError } from '../explain.ts';
import { HALVES } from './labelled-verses.ts';

/** A few lines with their language; null where there is none: vocables, gibberish, numbers. */
const LabelledSnippet = z.object({
  id: z.string(),
  kind: z.string(),
  half: z.enum(HALVES),
  language: z.string().nullable(),
  /** All languages of a mixed text, each of which is right. */
  languages: z.array(z.string()).min(1).optional(),
  text: z.string().min(1),
});

export type LabelledSnippet = z.infer<typeof LabelledSnippet>;

const OWN_SNIPPETS = new URL('./data/language-snippets.json', import.meta.url);

/** Labelled snippets of a file, or those written for this project. */
export async function readLabelledSnippets(file: string | URL = OWN_SNIPPETS): Promise<LabelledSnippet[]> {
  const text = await readFile(file, 'utf8');
  try {
    return z.array(LabelledSnippet).parse(JSON.parse(text));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : `it is not JSON (${String(error)})`;
    throw new CommandError(`${String(file)} is not a list of labelled snippets:\n${why}`, { cause: error });
  }
}
