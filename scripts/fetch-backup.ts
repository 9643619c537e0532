import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type BackupManifest,
  type BackupTable,
  ManifestSchema,
  TakedownCopySchema,
} from '../src/services/backup/format/manifest.ts';
import { backupPrefix, MANIFEST, takedownKey } from '../src/services/backup/format/object-keys.ts';
import { CommandError } from './explain.ts';
import type { WorkerApi } from './worker-api.ts';

export interface FetchOptions {
  /** The folder, which becomes a copy of the bucket. */
  to: string;
  /** `latest`, or the id of a backup. */
  backup: string;
  onFile: (done: number, total: number, file: string) => void;
}

const pathOf = (id: string, file: string): string => `/admin/backups/${id}/files/${file}`;

async function isThere(path: string, bytes: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.size === bytes;
}

/** Compares each part on its way with its checksum. Throws CommandError with the part that is damaged. */
async function* checked(table: BackupTable, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const parts = table.parts.values();
  let part = parts.next().value;
  let [left, hash] = [part?.bytes ?? 0, createHash('sha256')];
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; ) {
      if (part === undefined) throw new CommandError(`${table.file} is longer than the manifest says.`);
      const taken = chunk.subarray(at, at + left);
      hash.update(taken);
      at += taken.length;
      left -= taken.length;
      if (left > 0) continue;
      if (hash.digest('hex') !== part.sha256)
        throw new CommandError(`Part ${part.number} of ${table.file} is damaged.`);
      part = parts.next().value;
      [left, hash] = [part?.bytes ?? 0, createHash('sha256')];
    }
    yield chunk;
  }
  if (part !== undefined) throw new CommandError(`${table.file} ends before its part ${part.number}.`);
}

/** A file has its name only once it is whole. */
async function fetchTable(
  api: WorkerApi,
  folder: string,
  p: { id: string; table: BackupTable },
): Promise<void> {
  const path = join(folder, p.table.file);
  if (await isThere(path, p.table.bytes)) return;
  const bytes = checked(p.table, api.bytes(pathOf(p.id, p.table.file)));
  await pipeline(Readable.from(bytes), createWriteStream(`${path}.part`));
  await rename(`${path}.part`, path);
}

async function readText(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

async function fetchTakedowns(api: WorkerApi, to: string): Promise<number> {
  const lines = (await readText(api.stream('/admin/backups/takedowns')))
    .split('\n')
    .filter((line) => line !== '');
  await mkdir(join(to, 'takedowns'), { recursive: true });
  for (const line of lines) {
    const { id, created_at } = TakedownCopySchema.parse(JSON.parse(line));
    await writeFile(join(to, takedownKey(id, new Date(created_at))), line);
  }
  return lines.length;
}

/**
 * Copies a backup and all takedowns from a Worker into a folder that `restore` reads. Files that are there are not fetched
 * again; the manifest comes last, so that a folder that has it is whole.
 */
export async function fetchBackup(
  api: WorkerApi,
  { to, backup, onFile }: FetchOptions,
): Promise<{ manifest: BackupManifest; folder: string; takedowns: number }> {
  const text = await readText(api.stream(pathOf(backup, MANIFEST)));
  const manifest = ManifestSchema.parse(JSON.parse(text));
  const folder = join(to, backupPrefix(manifest.id));
  await mkdir(folder, { recursive: true });
  for (const [done, table] of manifest.tables.entries()) {
    onFile(done, manifest.tables.length, table.file);
    await fetchTable(api, folder, { id: manifest.id, table });
  }
  const takedowns = await fetchTakedowns(api, to);
  await writeFile(join(folder, MANIFEST), text);
  return { manifest, folder, takedowns };
}
