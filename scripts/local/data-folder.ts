import { mkdir, readdir, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** From the working directory. */
export const DEFAULT_DATA_DIR = '.barline';

/** The file that marks a folder as Barline's own. Nothing is deleted in a folder without it. */
export const FOLDER_MARK = 'barline-data.json';

/** Folders made before the mark existed hold the lock; benches may have made `bench` before the stack ran here. */
const LEGACY_MARK = 'stack.lock';
const BENCH = 'bench';

/** What `--fresh` forgets. */
const KEPT_DATA = ['postgres', 'redis', 'r2'] as const;

/** The folder contains files of another owner, or cannot be created. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
}

/**
 * Makes sure that the folder is Barline's: a new or empty folder is marked, a marked one is accepted. Throws
 * DataFolderError, naming what it found, for a folder with anything else and for a path that cannot be written.
 */
export async function openDataFolder(path: string): Promise<void> {
  const folder = resolve(path);
  await makeFolder(folder);
  const names = await readdir(folder);
  if (names.includes(FOLDER_MARK)) return;
  const foreign = names.includes(LEGACY_MARK) ? [] : names.filter((name) => name !== BENCH);
  if (foreign.length > 0) throw new DataFolderError(describeForeign(folder, foreign));
  await writeFile(join(folder, FOLDER_MARK), `${JSON.stringify({ owner: 'barline' })}\n`).catch(
    refuse(folder),
  );
}

/** Whether an earlier run kept a database in the folder. Never creates anything. */
export async function holdsDatabase(path: string): Promise<boolean> {
  const found = await stat(join(path, 'postgres')).catch(() => null);
  return found?.isDirectory() ?? false;
}

/** Deletes what earlier runs kept in a folder that openDataFolder accepted. */
export async function forgetKeptData(path: string): Promise<void> {
  for (const name of KEPT_DATA) await rm(join(path, name), { recursive: true, force: true });
}

/** Removes a folder if nothing lies in it any more. */
export async function removeEmptyFolder(path: string): Promise<void> {
  await rmdir(path).catch(() => undefined);
}

/** One level after the other: Node's recursive mkdir never returns for a folder below /proc. */
async function makeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory()) return;
  if (found) throw new DataFolderError(`${folder} is a file. Choose another folder with --data.`);
  const parent = dirname(folder);
  if (parent !== folder) await makeFolder(parent);
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') refuse(folder)(error);
  });
}

function refuse(folder: string) {
  return (error: NodeJS.ErrnoException): never => {
    const why = error.code ?? error.message;
    throw new DataFolderError(`${folder} cannot be written (${why}). Choose another folder with --data.`, {
      cause: error,
    });
  };
}

function describeForeign(folder: string, names: string[]): string {
  const shown = names.slice(0, 3).join(', ');
  const more = names.length > 3 ? ` and ${names.length - 3} more` : '';
  return `${folder} holds files that are not Barline's (${shown}${more}). Choose an empty or a new folder with --data.`;
}
