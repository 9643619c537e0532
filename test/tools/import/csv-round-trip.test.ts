import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ROW_BYTES } from '../../../scripts/import/piece.ts';
import { readCsv } from '../../../scripts/import/read-csv.ts';
import { csvRecord } from '../../../src/services/export/csv.ts';

const HEADER = ['artist', 'title', 'lyrics'];

async function read(text: string): Promise<string[][]> {
  const bytes = Buffer.from(text);
  // In pieces of odd sizes, as a network delivers them.
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
  }
  const rows: string[][] = [];
  for await (const line of readCsv(chunks(), MAX_ROW_BYTES)) {
    if (!('row' in line)) throw new Error(line.reason);
    rows.push(HEADER.map((name) => String((line.row as Record<string, unknown>)[name])));
  }
  return rows;
}

const piece = fc.constantFrom(
  '"',
  ',',
  '\n',
  '\r',
  '\r\n',
  "'",
  '=',
  '+',
  '-',
  '@',
  '\t',
  ' ',
  ';',
  '＝',
  'é',
  '🎤',
  'word',
);
const cell = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
);

describe('an exported CSV', () => {
  it('is read back unchanged for any text', async () => {
    const row = fc.tuple(cell, cell, cell);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        const text = [HEADER, ...rows].map(csvRecord).join('');
        expect(await read(text)).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });
});
