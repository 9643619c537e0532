import { appendFile, mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dryRun, formatDryRun } from '../../../scripts/import/dry-run.ts';
import { openRows } from '../../../scripts/import/open-rows.ts';
import { runCli } from '../../support/run-cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barline-dry-run-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fileOf(content: string | Uint8Array): Promise<string> {
  const path = join(folder, 'songs.csv');
  await writeFile(path, content);
  return path;
}

const CSV = 'Künstler;Titel;Liedtext;Tag\nNell Harbour;Tin Roof;rain on the roof;rap\n;No artist;words;\n';

describe('a dry run', () => {
  it('tells what the file was understood to be, its first row and what would be refused', async () => {
    const result = await dryRun(await openRows(await fileOf(Buffer.from(CSV, 'latin1'))), 'songs');
    expect(result).toEqual({
      file: {
        format: 'csv',
        compression: null,
        encoding: 'windows-1252',
        delimiter: ';',
        columns: [
          { name: 'Künstler', fields: ['artist'] },
          { name: 'Titel', fields: ['title'] },
          { name: 'Liedtext', fields: ['lyrics'] },
          { name: 'Tag', fields: [] },
        ],
      },
      readable: 1,
      rejected: 1,
      reasons: [{ reason: 'artist is missing', count: 1, line: 3 }],
      first: expect.objectContaining({
        line: 2,
        artist: 'Nell Harbour',
        lyrics: 'rain on the roof',
        lyrics_lines: 1,
      }),
      notes: [],
    });
    const text = formatDryRun(result);
    expect(text).toContain('Künstler -> artist');
    expect(text).toContain('not used: Tag');
    expect(text).toContain('1 rows can be stored, 1 rejected; nothing was stored');
  });

  it('names the fields of JSON rows', async () => {
    const song = { artistName: 'Nell Harbour', trackName: 'Tin Roof', plainLyrics: 'rain', mood: 1 };
    const { file } = await dryRun(await openRows(await fileOf(JSON.stringify([song]))), 'songs');
    expect(file.columns).toContainEqual({ name: 'artistName', fields: ['artist'] });
    expect(file.columns).toContainEqual({ name: 'mood', fields: [] });
  });

  it('needs no stack, and fails when no row can be stored', async () => {
    const good = await runCli(['import', await fileOf(CSV), '--dry-run', '--json', '--data', '/proc/x']);
    expect([good.code, JSON.parse(good.stdout).readable]).toEqual([0, 1]);
    const bad = await runCli(['import', await fileOf('artist,title,lyrics\n,,x\n'), '--dry-run']);
    expect([bad.code, bad.stdout]).toEqual([1, expect.stringContaining('0 rows can be stored, 1 rejected')]);
  });
});

describe('a file that changes while it is read', () => {
  async function changeAfter(change: (path: string) => Promise<void>) {
    const path = await fileOf('artist,title,lyrics\n1,2,3\n');
    const file = await openRows(path);
    await change(path);
    let rows = 0;
    for await (const _ of file.rows) rows += 1;
    return { rows, change: await file.findChange() };
  }

  it.each([
    ['grows', (path: string) => appendFile(path, '4,5,6\n'), 'it grew from 26 to 32 bytes'],
    ['shrinks', (path: string) => truncate(path, 20), 'it shrank from 26 to 20 bytes'],
    ['is written to', (path: string) => utimes(path, 1, 1), 'it was written to'],
    ['stays', async () => {}, null],
  ])('is reported when it %s', async (_, change, reported) => {
    const result = await changeAfter(change);
    expect(result.change).toBe(reported);
    expect(result.rows).toBeLessThanOrEqual(1);
  });
});
