import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows, rowsIn } from '../../../../support/read-rows.ts';

const WESTERN = [
  'plain',
  'café ',
  'Zoë ',
  'don’t ',
  ' naïve',
  'São',
  ' ',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r\n',
  '\r',
  '\\',
  '[',
  '}',
  ':',
];
const WIDE = [...WESTERN, 'Ночь', '夜の街', '🔥', 'ƒ', 'Ł'];

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const ENCODERS: Record<string, { pieces: string[]; encode: (text: string) => Uint8Array }> = {
  'utf-8': { pieces: WIDE, encode: utf8 },
  'utf-8 with a mark': { pieces: WIDE, encode: (text) => utf8(`\uFEFF${text}`) },
  'utf-16le': { pieces: WIDE, encode: (text) => utf16(text, true) },
  'utf-16be': { pieces: WIDE, encode: (text) => utf16(text, false) },
  'utf-16le with a mark': { pieces: WIDE, encode: (text) => utf16(`\uFEFF${text}`, true) },
  'utf-16be with a mark': { pieces: WIDE, encode: (text) => utf16(`\uFEFF${text}`, false) },
  'windows-1252': {
    pieces: WESTERN,
    encode: (text) => Uint8Array.from(text, (char) => (char === '’' ? 0x92 : char.charCodeAt(0))),
  },
};

interface Row {
  artist: string;
  title: string;
  lyrics: string;
}
const NAMES = ['artist', 'title', 'lyrics'] as const;

const rowsFrom = (pieces: string[]) => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));
  const row = fc.record({ artist: text.map((one) => `A${one}`), title: text, lyrics: text });
  return fc.array(row, { minLength: 1, maxLength: 8 });
};

function csv(
  rows: Row[],
  { delimiter, end, always }: { delimiter: string; end: string; always: boolean },
): string {
  const cell = (value: string) =>
    always || /["\r\n]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;
  return [[...NAMES], ...rows.map((row) => NAMES.map((name) => row[name]))]
    .map((cells) => cells.map(cell).join(delimiter))
    .join(end);
}

const WRITERS = fc.oneof(
  fc
    .record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      always: fc.boolean(),
    })
    .map((how) => ({ name: `CSV ${JSON.stringify(how)}`, write: (rows: Row[]) => csv(rows, how) })),
  fc.constantFrom('\n', '\r\n', '\r', ',\n').map((end) => ({
    name: `NDJSON ${JSON.stringify(end)}`,
    write: (rows: Row[]) => rows.map((row) => JSON.stringify(row) + end).join(''),
  })),
  fc
    .constantFrom<[string, (rows: Row[]) => unknown]>(
      ['a list', (rows) => rows],
      ['a list in an object', (rows) => ({ count: rows.length, songs: rows })],
      [
        'pandas split',
        (rows) => ({
          columns: NAMES,
          index: rows.map((_, i) => i),
          data: rows.map((row) => NAMES.map((name) => row[name])),
        }),
      ],
      [
        'pandas columns',
        (rows) => Object.fromEntries(NAMES.map((name) => [name, { ...rows.map((row) => row[name]) }])),
      ],
    )
    .map(([name, shape]) => ({
      name,
      write: (rows: Row[]) => JSON.stringify(shape(rows), null, rows.length % 3),
    })),
  fc.constant({
    name: 'objects over lines',
    write: (rows: Row[]) => rows.map((row) => JSON.stringify(row, null, 2)).join('\n'),
  }),
);

describe.each(Object.entries(ENCODERS))('rows in %s', (_, { pieces, encode }) => {
  it('are read back as they were written, in any format and any chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        rowsFrom(pieces),
        WRITERS,
        fc.integer({ min: 1, max: 60 }),
        async (rows, { write }, chunkBytes) => {
          const { lines } = await readRows(encode(write(rows)), { chunkBytes });
          expect(rowsIn(lines)).toEqual(rows);
        },
      ),
      { numRuns: 300 },
    );
  });
});
