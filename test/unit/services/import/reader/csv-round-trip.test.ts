import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecord } from '../../../../../src/services/export/csv.ts';
import { readRows } from '../../../../support/read-rows.ts';

const HEADER = ['artist', 'title', 'lyrics'];

async function read(text: string): Promise<string[][]> {
  // In pieces of odd sizes, as a network delivers them.
  const { lines } = await readRows(text, { chunkBytes: 7 });
  return lines.map((line) => {
    if (!('row' in line)) throw new Error(line.reason);
    return HEADER.map((name) => String((line.row as Record<string, unknown>)[name]));
  });
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
