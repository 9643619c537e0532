import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DataFolderError,
  FOLDER_MARK,
  forgetKeptData,
  openDataFolder,
} from '../../../scripts/local/data-folder.ts';
import { findRedisServer, spawnRedis } from '../../../scripts/local/redis/redis-process.ts';
import { claimStack } from '../../../scripts/local/stack-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barline-folder-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = async (name: string) => {
  await mkdir(join(folder, name, '..'), { recursive: true });
  await writeFile(join(folder, name), 'mine');
};

describe('a data folder', () => {
  it('gets a marker file when it is new or empty, and is accepted afterwards with any content', async () => {
    for (const path of [folder, join(folder, 'a/b/c')]) {
      await openDataFolder(path);
      expect(await readdir(path)).toContain(FOLDER_MARK);
    }
    await put('notes.txt');
    await openDataFolder(folder);
  });

  it('is accepted when an earlier version or only benchmarks created it', async () => {
    await put('bench/built.json');
    await openDataFolder(folder);
    await rm(join(folder, FOLDER_MARK));
    for (const name of ['stack.lock', 'postgres/PG_VERSION', 'admin-token']) await put(name);
    await openDataFolder(folder);
  });

  it.each(['redis/notes.txt', 'postgres/PG_VERSION', 'r2/photo.jpg', 'photo.jpg', '.git/HEAD'])(
    'is rejected with its name and left unchanged when it contains %s of another owner',
    async (name) => {
      await put(name);
      const refusal = claimStack(folder);
      await expect(refusal).rejects.toThrow(DataFolderError);
      await expect(refusal).rejects.toThrow(name.split('/')[0] ?? '');
      expect(await readdir(folder)).toEqual([name.split('/')[0]]);
      expect((await stat(join(folder, name))).size).toBe(4);
    },
  );

  it('is rejected at once when it cannot be created', async () => {
    await put('file');
    for (const path of [join(folder, 'file'), join(folder, 'file/below')]) {
      await expect(openDataFolder(path)).rejects.toThrow(DataFolderError);
    }
  });

  it.runIf(process.platform === 'linux')('is rejected at once below /proc', async () => {
    await expect(openDataFolder('/proc/barline')).rejects.toThrow(/cannot be written/);
  });

  it('loses only the data of runs when it is cleared', async () => {
    for (const name of ['postgres/x', 'redis/x', 'r2/x', 'admin-token', 'bench/x']) await put(name);
    await forgetKeptData(folder);
    expect((await readdir(folder)).sort()).toEqual(['admin-token', 'bench']);
  });

  it('keeps files next to the socket of Redis', async () => {
    const file = await findRedisServer();
    if (file === null) return;
    await put('redis/notes.txt');
    const server = await spawnRedis(file, folder);
    await server.stop();
    expect(await readdir(join(folder, 'redis'))).toEqual(['notes.txt']);
  });
});
