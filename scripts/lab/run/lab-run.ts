import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { CommandError, explain } from '../../explain.ts';
import { isStopping, sayWhenInterrupted } from '../../local/stop-signals.ts';
import { claimRun, type RunRequest } from './claim-run.ts';
import { sha256 } from './configuration.ts';
import { replaceFile } from './replace-file.ts';
import { type RunFile, writeRunFile } from './run-file.ts';

/** The folder of one run of a lab command. */
export interface LabRun {
  readonly folder: string;
  /** As `run.json` says it now. */
  readonly facts: Readonly<RunFile>;
  /** Writes a file of the run whole or not at all, and returns its path. */
  write(name: string, text: string): Promise<string>;
  /** As `write`, of JSON. */
  writeJson(name: string, value: unknown): Promise<string>;
  /**
   * The result of a step, from `<name>.json` if an earlier attempt of this run has made it. Throws `CommandError` if that file
   * was changed since.
   */
  keep<T>(name: string, schema: z.ZodType<T>, make: () => Promise<T>): Promise<T>;
  /** Notes the hash of the data, as soon as it is known. */
  noteData(hash: string): Promise<void>;
}

/**
 * Runs `work` in `results/<command>/<run>/`: a new folder, or that of the last run with the same configuration, seed, data and code if it
 * was ended before it had finished. A failure is noted in `run.json` and thrown on.
 */
export async function withRun<T>(request: RunRequest, work: (run: LabRun) => Promise<T>): Promise<T> {
  const claim = await claimRun(request);
  const run = openRun(claim.folder, claim.facts);
  const withdraw = sayWhenInterrupted(
    () => `What is done is kept in ${claim.folder}; the same command goes on from there.`,
  );
  try {
    await run.update({ failure: null });
    const result = await work(run);
    await run.update({ finished_at: new Date().toISOString() });
    return result;
  } catch (error) {
    // On a full disk it cannot be noted; the error itself is what the person must read.
    if (!isStopping()) await run.update({ failure: explain(error) }).catch(() => undefined);
    throw error;
  } finally {
    withdraw();
    claim.release();
  }
}

function openRun(
  folder: string,
  start: RunFile,
): LabRun & { update: (change: Partial<RunFile>) => Promise<void> } {
  let facts = start;
  const update = async (change: Partial<RunFile>): Promise<void> => {
    facts = { ...facts, ...change };
    await writeRunFile(folder, facts);
  };
  const write = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await replaceFile(path, text);
    const noted = { sha256: sha256(text), written_at: new Date().toISOString() };
    await update({ files: { ...facts.files, [name]: noted } });
    return path;
  };
  const writeJson = (name: string, value: unknown): Promise<string> =>
    write(name, `${JSON.stringify(value, null, 2)}\n`);
  return {
    folder,
    get facts() {
      return facts;
    },
    update,
    write,
    writeJson,
    keep: async (name, schema, make) => {
      const file = `${name}.json`;
      const noted = facts.files[file];
      if (noted !== undefined) return await readKept(join(folder, file), noted.sha256, schema);
      const made = await make();
      await writeJson(file, made);
      return made;
    },
    noteData: (hash) => update({ data_hash: hash }),
  };
}

async function readKept<T>(path: string, hash: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readFile(path, 'utf8');
  if (sha256(text) !== hash)
    throw new CommandError(
      `${path} was changed since this run wrote it. Remove its folder, and the command begins anew.`,
    );
  return schema.parse(JSON.parse(text));
}
