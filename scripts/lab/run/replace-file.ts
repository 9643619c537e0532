import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const DRAFT = '.part';

/**
 * Writes a file so that a kill, a full disk or a power cut leaves either the old content or the new: a draft beside it is flushed
 * to the disk and renamed. Makes missing folders. Throws the error of the file system with `path` set to the file.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}${DRAFT}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeThrough(draft, text);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    // A failed write names no file.
    throw error instanceof Error ? Object.assign(error, { path }) : error;
  }
  await flushFolder(dirname(path));
}

async function writeThrough(path: string, text: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the new name last; folders cannot be opened on Windows, where the rename does. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Removes drafts that killed processes left in a folder. The caller holds the folder's lock. */
export async function removeDrafts(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(DRAFT));
  await Promise.all(names.map((name) => rm(join(folder, basename(name)), { force: true })));
}
