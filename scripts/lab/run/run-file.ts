import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from './replace-file.ts';

const RunFileSchema = z.object({
  command: z.string(),
  run: z.string(),
  /** Options without secrets. */
  configuration: z.record(z.string(), z.json()),
  seed: z.number().nullable(),
  /** Commit, or version of the package. */
  code_version: z.string(),
  node_version: z.string(),
  /** SHA-256 of the data that the run is about; null until it is known. */
  data_hash: z.string().nullable(),
  started_at: z.iso.datetime(),
  /** Null while it runs, and for ever if it was ended before. */
  finished_at: z.iso.datetime().nullable(),
  /** Why the last attempt ended; null if it did not fail. */
  failure: z.string().nullable(),
  /** Files of the run that are whole, by name. */
  files: z.record(z.string(), z.object({ sha256: z.string(), written_at: z.iso.datetime() })),
});

/** What `run.json` holds. */
export type RunFile = z.infer<typeof RunFileSchema>;

const pathOf = (folder: string): string => join(folder, 'run.json');

/** The facts of a run; null where the folder has none that can be read. */
export async function readRunFile(folder: string): Promise<RunFile | null> {
  try {
    return RunFileSchema.parse(JSON.parse(await readFile(pathOf(folder), 'utf8')));
  } catch {
    return null;
  }
}

export const writeRunFile = (folder: string, facts: RunFile): Promise<void> =>
  replaceFile(pathOf(folder), `${JSON.stringify(facts, null, 2)}\n`);
