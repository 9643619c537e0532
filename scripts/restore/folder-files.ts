import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import {
  BACKUP_ID,
  BACKUPS_PREFIX,
  MANIFEST,
  TAKEDOWNS_PREFIX,
} from '../../src/services/backup/format/object-keys.ts';
import type { BackupFiles } from '../../src/services/backup/restore/backup-files.ts';
import { CommandError } from '../explain.ts';

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).toSorted();
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
};

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

const exists = async (path: string): Promise<boolean> => {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
};

/** Where the folder of one backup is, and the folder of takedowns beside it. */
interface Place {
  folder: string;
  takedowns: string;
}

/**
 * Finds a backup below `from`, which is the folder of a backup, the folder `backups`, or a copy of the whole bucket: the one
 * with the id, else the newest that is complete. Throws CommandError with what is there.
 */
export async function findInFolder(from: string, id: string | undefined): Promise<Place> {
  if (!(await exists(from))) throw new CommandError(`The folder ${from} does not exist.`);
  const folder = resolve(from);
  if (await exists(join(folder, MANIFEST))) return ownFolder(folder, id);
  const inside = (await namesIn(folder)).filter((name) => BACKUP_ID.test(name));
  const all = inside.length > 0 ? folder : join(folder, BACKUPS_PREFIX);
  const ids = (await namesIn(all)).filter((name) => BACKUP_ID.test(name));
  const complete: string[] = [];
  for (const name of ids) if (await exists(join(all, name, MANIFEST))) complete.push(name);
  const chosen = id ?? complete.at(-1);
  if (chosen !== undefined && complete.includes(chosen))
    return { folder: join(all, chosen), takedowns: join(dirname(all), TAKEDOWNS_PREFIX) };
  throw new CommandError(explainNone(from, { id, ids, complete }));
}

function ownFolder(folder: string, id: string | undefined): Place {
  if (id !== undefined && id !== basename(folder))
    throw new CommandError(`${folder} is the backup ${basename(folder)}, not ${id}.`);
  return { folder, takedowns: join(dirname(dirname(folder)), TAKEDOWNS_PREFIX) };
}

function explainNone(
  from: string,
  { id, ids, complete }: { id: string | undefined; ids: readonly string[]; complete: readonly string[] },
): string {
  const there =
    complete.length === 0
      ? 'It holds no complete backup: each is a folder with a manifest.json, below backups/.'
      : `It holds ${complete.join(', ')}.`;
  if (id === undefined) return `There is no backup in ${from}. ${there}`;
  const why = ids.includes(id) ? 'is not complete: it has no manifest.json' : 'is not there';
  return `The backup ${id} ${why} in ${from}. ${there}`;
}

/** The files of a backup in a folder of this machine. */
export function folderFiles({ folder, takedowns }: Place): BackupFiles {
  return {
    place: folder,
    id: basename(folder),
    isNear: true,
    manifest: () => readFile(join(folder, MANIFEST)),
    sizeOf: async (file) => {
      const path = join(folder, file);
      return (await exists(path)) ? (await stat(path)).size : null;
    },
    read: async (file, { offset, length }) => {
      const handle = await open(join(folder, file));
      try {
        const bytes = Buffer.alloc(length);
        const { bytesRead } = await handle.read(bytes, 0, length, offset);
        return bytes.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
    readTakedowns: async () => {
      if (!(await exists(takedowns))) return null;
      const names = (await namesIn(takedowns)).filter((name) => name.endsWith('.json'));
      return await Promise.all(
        names.map(async (name) => ({ name, text: await readFile(join(takedowns, name), 'utf8') })),
      );
    },
  };
}
