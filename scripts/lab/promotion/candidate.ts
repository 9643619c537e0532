import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CommandError } from '../../explain.ts';
import { sha256 } from '../run/configuration.ts';
import { readRunFile } from '../run/run-file.ts';
import { MODEL_NAMES } from '../train/trainer.ts';
import { ModelVersion } from './registry.ts';

/** A trained model that may come into use: what `lab train-…` writes and `lab promote` reads. */
export const Candidate = ModelVersion.omit({
  state: true,
  promoted_at: true,
  withdrawn_at: true,
  comparison: true,
}).extend({
  name: z.enum(MODEL_NAMES),
  /** Texts of the files with its weights, by their path in the project. */
  texts: z.record(z.string(), z.string()),
  /** What it and the model in use lose on artists that neither has seen; null if there are too few, with `why_not`. */
  held_out: z
    .object({
      /** Null: none was in use, and it is compared with the best constant. */
      with: z.string().nullable(),
      rows: z.array(z.object({ artist: z.string(), candidate: z.number(), in_use: z.number() })),
    })
    .nullable(),
  why_not: z.string().nullable(),
  /** In Markdown. */
  card: z.string(),
});
export type Candidate = z.infer<typeof Candidate>;

export const CANDIDATE_FILE = 'candidate.json';

/** The candidate of a run's folder. Throws `CommandError` if there is none, the run has not finished, or it was edited. */
export async function readCandidate(folder: string): Promise<Candidate> {
  const path = join(folder, CANDIDATE_FILE);
  const text = await readFile(path, 'utf8');
  const run = await readRunFile(folder);
  if (run === null) throw new CommandError(`${folder} is no folder of a training run: it has no run.json.`);
  if (run.finished_at === null)
    throw new CommandError(
      `The run in ${folder} has not finished: the same ${run.command} goes on from there.`,
    );
  const candidate = parse(path, text);
  const isWhole =
    run.files[CANDIDATE_FILE]?.sha256 === sha256(text) &&
    Object.entries(candidate.files).every(([name, hash]) => sha256(candidate.texts[name] ?? '') === hash);
  if (!isWhole) throw new CommandError(`${path} was edited by hand since the run wrote it. Train again.`);
  return candidate;
}

function parse(path: string, text: string): Candidate {
  try {
    return Candidate.parse(JSON.parse(text));
  } catch (cause) {
    throw new CommandError(`${path} is no trained model of this version of Barline. Train again.`, { cause });
  }
}
