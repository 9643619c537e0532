import { setTimeout as pause } from 'node:timers/promises';
import { MANIFEST } from '../../src/services/backup/format/object-keys.ts';
import type { BackupFiles } from '../../src/services/backup/restore/backup-files.ts';
import { CommandError } from '../explain.ts';
import { createWorkerApi, type WorkerApi } from '../worker-api.ts';

/** A part that does not come is asked for again after so long. */
const PAUSES_MS = [1000, 5000, 15_000];

interface Listed {
  items: { id: string; status: string }[];
}

interface Choice {
  token: string | undefined;
  /** Absent: the newest that is complete. */
  id: string | undefined;
  pausesMs?: readonly number[];
}

/** The files of a backup through a Worker, whose database need not answer. Throws CommandError. */
export async function workerFiles(
  url: string,
  { token, id, pausesMs = PAUSES_MS }: Choice,
): Promise<BackupFiles> {
  const api = createWorkerApi(url, token);
  const { items } = await api.get<Listed>('/admin/backups');
  const complete = items.filter(({ status }) => status === 'complete').map((one) => one.id);
  const chosen = id ?? complete[0];
  if (chosen === undefined) throw new CommandError(`${url} has no complete backup.`);
  if (!complete.includes(chosen)) {
    const there = complete.length === 0 ? 'It has none.' : `It has ${complete.join(', ')}.`;
    throw new CommandError(`${url} has no complete backup ${chosen}. ${there}`);
  }
  const pathOf = (file: string): string => `/admin/backups/${chosen}/files/${file}`;
  const read = (file: string, range?: { offset: number; length: number }) =>
    again(pausesMs, () => api.read(pathOf(file), range));
  return {
    place: url,
    id: chosen,
    isNear: false,
    manifest: async () => (await read(MANIFEST)).bytes,
    sizeOf: async (file) => {
      const found = await read(file, { offset: 0, length: 1 }).catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
      return found?.size ?? null;
    },
    read: async (file, range) => (await read(file, range)).bytes,
    readTakedowns: () => readTakedowns(api),
  };
}

const isMissing = (error: unknown): boolean =>
  error instanceof CommandError && / answered 404/.test(error.message);
/** Refused for good: the request is wrong, or its key. */
const isRefused = (error: unknown): boolean =>
  error instanceof CommandError && / answered 4\d\d/.test(error.message);

async function again<T>(pausesMs: readonly number[], work: () => Promise<T>): Promise<T> {
  for (const ms of pausesMs) {
    try {
      return await work();
    } catch (error) {
      if (isRefused(error)) throw error;
    }
    await pause(ms);
  }
  return await work();
}

async function readTakedowns(api: WorkerApi): Promise<{ name: string; text: string }[]> {
  let text = '';
  for await (const piece of api.stream('/admin/backups/takedowns')) text += piece;
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line, i) => ({ name: `${i + 1}`, text: line }));
}
