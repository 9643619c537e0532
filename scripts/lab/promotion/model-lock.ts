import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CommandError } from '../../explain.ts';
import { takeLock } from '../../local/file-lock.ts';
import { sha256 } from '../run/configuration.ts';
import type { ModelName } from '../train/trainer.ts';

/** Runs `work` while no other process changes this model of the project. Throws `CommandError` if one does. */
export async function withModelLock<T>(project: string, name: ModelName, work: () => Promise<T>): Promise<T> {
  const key = sha256(`${resolve(project)}:${name}`).slice(0, 16);
  const lock = takeLock(join(tmpdir(), `barline-model-${key}.lock`));
  if (lock === null)
    throw new CommandError(
      `Another process changes the model "${name}" of this project. Try again when it is done.`,
    );
  try {
    return await work();
  } finally {
    lock.close();
  }
}
