import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { THEMES } from '../../src/lyrics/themes/theme-names.ts';
import { CommandError } from '../explain.ts';
import { HALVES, readLabelledVerses } from './labelled-verses.ts';

/** A verse with the themes that a listener names; none where it is about something else. */
const ThemeRow = z.object({
  id: z.string(),
  kind: z.string(),
  half: z.enum(HALVES),
  themes: z.array(z.enum(THEMES)),
  /** Left out where nobody but this project wrote the verse. */
  artist: z.string().optional(),
  /** Left out by `feeling:ID`: the lines are those of the verse ID among the verses labelled with feelings. */
  lines: z.array(z.string()).min(1).optional(),
});

export type ThemeVerse = z.infer<typeof ThemeRow> & { lines: string[] };

export const THEME_VERSES = new URL('./data/theme-verses.json', import.meta.url);
const FEELING = 'feeling:';

/** Verses of a file with their themes, or those written for this project. */
export async function readThemeVerses(file: string | URL = THEME_VERSES): Promise<ThemeVerse[]> {
  const text = await readFile(file, 'utf8');
  try {
    const rows = z.array(ThemeRow).parse(JSON.parse(text));
    return await Promise.all(rows.map(withLines));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const why = error instanceof z.ZodError ? z.prettifyError(error) : `it is not JSON (${String(error)})`;
    throw new CommandError(`${String(file)} is not a list of verses with themes:\n${why}`, { cause: error });
  }
}

async function withLines(row: z.infer<typeof ThemeRow>): Promise<ThemeVerse> {
  const lines = row.lines ?? (await feelingLines()).get(row.id);
  if (lines === undefined) throw new CommandError(`the verse "${row.id}" has no lines`);
  return { ...row, lines };
}

let feelings: Promise<Map<string, string[]>> | undefined;

async function feelingLines(): Promise<Map<string, string[]>> {
  feelings ??= readLabelledVerses().then(
    (verses) => new Map(verses.map(({ id, lines }) => [`${FEELING}${id}`, lines])),
  );
  return await feelings;
}
