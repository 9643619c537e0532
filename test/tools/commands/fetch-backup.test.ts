import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fetchBackup } from '../../../scripts/fetch-backup.ts';
import type { WorkerApi } from '../../../scripts/worker-api.ts';

const ID = '20260102T030405Z-abc123';
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const file = Uint8Array.from({ length: 25 }, (_, i) => i);
const part = (number: number, bytes: Uint8Array) => ({
  ...{
    number,
    bytes: bytes.length,
    sha256: hashOf(bytes),
    rows: 1,
    ndjson_bytes: 1,
    ndjson_sha256: hashOf(bytes),
  },
  ...{ first_key: ['1'], last_key: ['1'] },
});
const manifest = {
  ...{
    format: 1,
    id: ID,
    started_at: 's',
    finished_at: 'f',
    last_migration: 'm',
    collation: 'C',
    vectors: 'v',
  },
  ...{ left_out: {}, rows: 2, bytes: 25, sequences: [] },
  tables: [
    {
      ...{ table: 't', columns: [], key_columns: ['id'], file: 't.ndjson.gz', rows: 2, bytes: 25 },
      parts: [part(1, file.subarray(0, 20)), part(2, file.subarray(20))],
    },
  ],
};
const takedown = {
  ...{ format: 1, id: 7, created_at: '2026-01-01T00:00:00.000Z', lifted_at: null },
  rows: { takedowns: [], takedown_marks: [], takedown_texts: [], takedown_bands: [] },
};

let to: string;
beforeEach(async () => {
  to = await mkdtemp(join(tmpdir(), 'fetch-backup-'));
});
afterEach(() => rm(to, { recursive: true }));

/** A Worker whose file comes in pieces of seven bytes. */
function apiOf(stored: Uint8Array, asked: string[] = []): WorkerApi {
  const texts: Record<string, string> = {
    '/admin/backups/latest/files/manifest.json': JSON.stringify(manifest),
    '/admin/backups/takedowns': `${JSON.stringify(takedown)}\n`,
  };
  const unasked = () => Promise.reject(new Error('not asked'));
  return {
    ...{ url: 'http://worker', get: unasked, post: unasked, remove: unasked },
    stream: async function* (path) {
      asked.push(path);
      yield texts[path] ?? '';
    },
    bytes: async function* (path) {
      asked.push(path);
      for (let at = 0; at < stored.length; at += 7) yield stored.subarray(at, at + 7);
    },
  };
}

const fetch = (api: WorkerApi) => fetchBackup(api, { to, backup: 'latest', onFile: () => undefined });

describe('a backup that is copied from a Worker', () => {
  it('is a copy of the bucket, whose files are not fetched again', async () => {
    const { takedowns } = await fetch(apiOf(file));
    expect(takedowns).toBe(1);
    expect((await readdir(to, { recursive: true })).toSorted()).toEqual(
      [
        ...['backups', `backups/${ID}`, `backups/${ID}/manifest.json`, `backups/${ID}/t.ndjson.gz`],
        ...['takedowns', 'takedowns/20260101T000000000Z-7.json'],
      ].sort(),
    );
    expect(new Uint8Array(await readFile(join(to, 'backups', ID, 't.ndjson.gz')))).toEqual(file);
    const asked: string[] = [];
    await fetch(apiOf(file, asked));
    expect(asked.filter((path) => path.includes('ndjson.gz'))).toEqual([]);
  });

  it.each([
    ['a flipped bit', file.with(22, 99), 'Part 2 of t.ndjson.gz is damaged'],
    ['an end too early', file.subarray(0, 22), 'ends before its part 2'],
    ['bytes behind the last part', Uint8Array.from([...file, 1]), 'longer than the manifest'],
  ])('with %s is refused, and not taken for a whole one', async (_, stored, message) => {
    await expect(fetch(apiOf(stored))).rejects.toThrow(message);
    expect(await readdir(join(to, 'backups', ID))).toEqual(['t.ndjson.gz.part']);
  });
});
