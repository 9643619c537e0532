import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRows } from '../../../scripts/import/open-rows.ts';
import { readBatchItems } from '../../../scripts/import/read-batch-items.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barline-items-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(name: string, text: string) {
  const path = join(folder, name);
  await writeFile(path, text);
  return readBatchItems((await openRows(path)).rows);
}

it('reads lyrics and ids from a file with any other fields, and reports invalid lines', async () => {
  const lines = [
    { id: 'a', lyrics: 'A line\nand another', title: 'x' },
    { id: 7, lyrics: 'The seventh line' },
    { id: null, lyrics: 'No id here' },
    { id: '', lyrics: 'Nor here' },
    { title: 'no words' },
  ];
  const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"broken`;
  expect(await read('items.jsonl', text)).toEqual({
    items: [
      { id: 'a', lyrics: 'A line\nand another' },
      { id: '7', lyrics: 'The seventh line' },
      { lyrics: 'No id here' },
      { lyrics: 'Nor here' },
    ],
    rejected: [
      { line: 5, reason: 'it has no text under "lyrics"' },
      { line: 6, reason: 'broken JSON: it breaks off' },
    ],
  });
});

it('reads the same from a JSON list', async () => {
  const items = [{ id: 'a', lyrics: 'A line\nand another' }];
  expect((await read('items.json', JSON.stringify(items))).items).toEqual(items);
});
