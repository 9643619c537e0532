import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/web/batch/decode-text.ts';
import { type ChosenFile, openFiles, understandText } from '../../../src/web/batch/open-file.ts';
import { readCsv } from '../../../src/web/batch/read-csv.ts';
import { type ReadFile, readRows as readWhole } from '../../../src/web/batch/read-rows.ts';
import { textColumn, toItems } from '../../../src/web/batch/to-items.ts';

function readRows(content: string, name: string): ReadFile {
  const read = readWhole(content, name);
  if (read === null) throw new Error('It cannot be read');
  return read;
}

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const LINE = 'I left the porch light burning';

it('reads any CSV that is quoted', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ') });
  const rowsOf = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(rowsOf, (rows) => {
      const text = ['"x","y"', ...rows.map((row) => row.map(quote).join(','))].join('\n');
      expect(readCsv(text)).toEqual({ rows: [['x', 'y'], ...rows], delimiter: ',', isOpen: false });
    }),
  );
});

describe('a file is understood by what stands in it', () => {
  it.each([
    ['CSV with semicolons', 'id;lyrics\r\n1;"one; two"\r\n', 'csv', { id: '1', lyrics: 'one; two' }],
    ['a list of texts', '["one two"]', 'json', { text: 'one two' }],
    [
      'a document with a list',
      '{"songs":[{"words":"one","year":1999}]}',
      'json',
      { words: 'one', year: '1999' },
    ],
    ['a line of JSON each', '{"lyrics":"one"}\n{"lyrics":"two"}', 'ndjson', { lyrics: 'one' }],
    ['a byte order mark', '\uFEFFlyrics,id\none,1', 'csv', { lyrics: 'one', id: '1' }],
  ])('%s', (_, content, format, first) => {
    const read = readRows(content, 'file');
    expect(read.format).toBe(format);
    expect(read.rows[0]).toEqual(first);
  });

  it('texts with dashes between them', () => {
    const read = readRows(`one, two\nthree\n---\nfour`, 'verses.txt');
    expect(read.rows).toEqual([{ text: 'one, two\nthree' }, { text: 'four' }]);
  });

  it('rows that cannot be read are told by their number', () => {
    expect(readRows('{"lyrics":"one"}\n{broken\n{"lyrics":"two"}', 'a.ndjson').unreadable).toEqual([2]);
  });

  it('whatever it is, without a fault', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('a.csv', 'a.txt', 'a.json'), (content, name) => {
        const read = readWhole(content, name);
        if (read === null) return;
        const column = textColumn(read);
        if (column !== null) expect(toItems(read, column).items.length).toBeLessThanOrEqual(read.rows.length);
      }),
    );
  });
});

describe('what is sent', () => {
  it('takes the texts by the name of their column, else the longest', () => {
    expect(textColumn(readRows('title,lyrics\na,b', ''))).toBe('lyrics');
    expect(textColumn(readRows(`title,what\na,${LINE}`, ''))).toBe('what');
  });

  it('leaves out what cannot be sent, and says why', () => {
    const rows = [`a,${LINE}`, 'b,short', `a,${LINE}`, `c,${'x'.repeat(5001)}`, `,${LINE}`];
    const read = readRows(['id,lyrics', ...rows].join('\n'), '');
    expect(toItems(read, 'lyrics')).toEqual({
      items: [
        { id: 'a', lyrics: LINE },
        { id: 'row 5', lyrics: LINE },
      ],
      repeated: 1,
      faults: [
        { row: 2, fault: 'short' },
        { row: 3, fault: 'same_id' },
        { row: 4, fault: 'long' },
      ],
    });
  });

  it('is no more than a thousand texts', () => {
    const read = readRows(JSON.stringify(Array(1002).fill(LINE)), '');
    const { items, faults } = toItems(read, 'text');
    expect(items).toHaveLength(1000);
    expect(faults).toEqual([
      { row: 1001, fault: 'too_many' },
      { row: 1002, fault: 'too_many' },
    ]);
  });
});

const LATIN = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const UTF16 = (text: string, isBig: boolean, hasMark: boolean) => {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const bytes = (hasMark ? [0xfeff, ...units] : units).flatMap((unit) =>
    isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8],
  );
  return Uint8Array.from(bytes);
};
const UTF8 = (text: string) => new TextEncoder().encode(text);
const SONG = 'Café noir in the morning';
const CSV = `id,lyrics\n1,"${SONG}"\n`;

describe('the letters of a file', () => {
  it.each([
    ['UTF-8', UTF8(CSV), 'utf-8'],
    ['UTF-8 with a mark', UTF8(`\uFEFF${CSV}`), 'utf-8'],
    ['UTF-16 with a mark', UTF16(CSV, false, true), 'utf-16le'],
    ['UTF-16 with a mark, the other way round', UTF16(CSV, true, true), 'utf-16be'],
    ['UTF-16 without a mark', UTF16(CSV, false, false), 'utf-16le'],
    ['UTF-16 without a mark, the other way round', UTF16(CSV, true, false), 'utf-16be'],
    ['Latin-1', LATIN(CSV), 'windows-1252'],
  ])('are read as %s', (_, bytes, encoding) => {
    const decoded = decodeText(bytes);
    if (typeof decoded === 'string') throw new Error(decoded);
    expect(decoded).toMatchObject({ encoding, damaged: 0 });
    expect(toItems(readRows(decoded.text, 'a.csv'), 'lyrics').items).toEqual([{ id: '1', lyrics: SONG }]);
  });

  it('are kept where one of them is damaged', () => {
    const bytes = [...UTF8('Señorita, café, mañana'), 0xff, ...UTF8(' ñandú')];
    expect(decodeText(Uint8Array.from(bytes))).toEqual({
      text: 'Señorita, café, mañana\uFFFD ñandú',
      encoding: 'utf-8',
      damaged: 1,
    });
  });

  it.each([
    ['a spreadsheet', [0x50, 0x4b, 3, 4, 20], 'archive'],
    ['an old spreadsheet', [0xd0, 0xcf, 0x11, 0xe0], 'old_office'],
    ['a PDF', [...UTF8('%PDF-1.7')], 'pdf'],
    ['a packed file', [0x1f, 0x8b, 8], 'packed'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13], 'binary'],
    ['noise', Array.from({ length: 3000 }, (_, i) => (i * 7919 + 13) % 251), 'binary'],
  ])('are none in %s', (_, bytes, kind) => {
    expect(decodeText(Uint8Array.from(bytes))).toBe(kind);
  });
});

/** What is sent of a file, and what is not, each as "row fault". */
function outcome(name: string, text: string): { sent: string[]; not: string[] } | string {
  const file: ChosenFile | string = understandText(name, text);
  if (typeof file === 'string') return file;
  const { items, faults } = toItems(file.read, file.column);
  return {
    sent: items.map(({ id, lyrics }) => `${id}: ${lyrics}`),
    not: faults.map(({ row, fault }) => `${row} ${fault}`),
  };
}
const ONE = 'I left the porch light burning';
const TWO = 'They walk in quiet, when the sky';

describe('nothing of a file is lost without a word', () => {
  it.each<[string, string, string, ReturnType<typeof outcome>]>([
    [
      'names and nothing under them',
      'a.csv',
      'id,title,lyrics\n',
      'This file has the names of columns and nothing under them.',
    ],
    ['nothing at all', 'a.csv', '\uFEFF \n', 'This file is empty. No text was found in it.'],
    [
      'a first line that is a text',
      'a.csv',
      `"${ONE}, and the kettle on the boil all night",1\n"${TWO}",2`,
      { sent: [`row 1: ${ONE}, and the kettle on the boil all night`, `row 2: ${TWO}`], not: [] },
    ],
    ['a last column without quotes', 'a.csv', `id,lyrics\n1,${TWO}`, { sent: [`1: ${TWO}`], not: [] }],
    [
      'a middle column without quotes',
      'a.csv',
      `id,lyrics,year\n1,${TWO},1999\n2,${ONE},2000`,
      { sent: [`2: ${ONE}`], not: ['1 uneven'] },
    ],
    [
      'a quote that is never closed',
      'a.csv',
      `id,lyrics\n1,${ONE}\n2,"${ONE}\n3,${ONE}`,
      { sent: [`1: ${ONE}`], not: ['2 open_quote'] },
    ],
    ['the delimiter named by Excel', 'a.csv', `sep=;\nid;lyrics\n1;${TWO}`, { sent: [`1: ${TWO}`], not: [] }],
    ['tabs', 'a.tsv', `id\tsong_text\n1\t${TWO}`, { sent: [`1: ${TWO}`], not: [] }],
    [
      'line ends of an old Mac',
      'a.csv',
      `id,lyrics\r1,${ONE}\r2,${ONE}`,
      { sent: [`1: ${ONE}`, `2: ${ONE}`], not: [] },
    ],
    [
      'names with blanks and capitals',
      'a.csv',
      `Song ID,Song Text\n7,${ONE}`,
      { sent: [`7: ${ONE}`], not: [] },
    ],
    [
      'one object',
      'a.json',
      `{\n "id": "x",\n "lyrics": "${ONE}",\n "tags": ["a"]\n}`,
      { sent: [`x: ${ONE}`], not: [] },
    ],
    [
      'lyrics as lines',
      'a.json',
      `[{"id":"x","lyrics":["${ONE}","${TWO}"]}]`,
      { sent: [`x: ${ONE}\n${TWO}`], not: [] },
    ],
    [
      'objects by their ids',
      'a.json',
      `{"x":{"lyrics":"${ONE}"},"y":{"lyrics":"${TWO}"}}`,
      { sent: [`x: ${ONE}`, `y: ${TWO}`], not: [] },
    ],
    [
      'texts by their ids',
      'a.json',
      `{"x":"${ONE}","y":"${TWO}"}`,
      { sent: [`x: ${ONE}`, `y: ${TWO}`], not: [] },
    ],
    [
      'broken JSON',
      'a.json',
      `[\n  {"lyrics": "${ONE}"},\n  {"lyr`,
      expect.stringContaining('This JSON cannot be read'),
    ],
    [
      'a bad line among good ones',
      'a.ndjson',
      `{"lyrics":"${ONE}"}\nnull\n{"lyrics":"short"}`,
      { sent: [`row 1: ${ONE}`], not: ['2 unreadable', '3 short'] },
    ],
    ['half of an emoji', 'a.json', `[{"lyrics":"${ONE} \\ud83d"}]`, { sent: [], not: ['1 damaged'] }],
    [
      'a verse with a comma a line',
      'Pasted text',
      `${TWO}\n${TWO}`,
      { sent: [`row 1: ${TWO}\n${TWO}`], not: [] },
    ],
    [
      'a verse that begins with a section',
      'song.txt',
      `[Verse 1]\n${ONE}`,
      { sent: [`row 1: [Verse 1]\n${ONE}`], not: [] },
    ],
    [
      'songs with two empty lines between them',
      'a.txt',
      `${ONE}\n\n${ONE}\n\n\n${TWO}`,
      { sent: [`row 1: ${ONE}\n\n${ONE}`, `row 2: ${TWO}`], not: [] },
    ],
    [
      'songs with a line of signs between them',
      'a.txt',
      `${ONE}\n* * *\n***\n${TWO}`,
      { sent: [`row 1: ${ONE}\n* * *`, `row 2: ${TWO}`], not: [] },
    ],
    ['2,600 emoji', 'a.txt', '🌍'.repeat(2600), { sent: [`row 1: ${'🌍'.repeat(2600)}`], not: [] }],
    ['nine emoji', 'a.txt', '🌍'.repeat(9), { sent: [], not: ['1 short'] }],
    ['5,000 characters', 'Pasted text', 'x'.repeat(5000), { sent: [`row 1: ${'x'.repeat(5000)}`], not: [] }],
    ['5,001 characters', 'Pasted text', 'x'.repeat(5001), { sent: [], not: ['1 long'] }],
  ])('%s', (_, name, text, expected) => {
    expect(outcome(name, text)).toEqual(expected);
  });

  it('a plain file without a sign is one text, and is parted as the reader says', () => {
    const text = `${ONE}\n\n${TWO}`;
    expect(readWhole(text, 'a.txt')?.rows).toHaveLength(1);
    expect(readWhole(text, 'a.txt', 'blank')?.rows).toEqual([{ text: ONE }, { text: TWO }]);
  });

  it('a long file without a sign is parted at its empty lines', () => {
    const song = `${ONE}\n`.repeat(100);
    expect(readWhole(`${song}\n${song}`, 'a.txt')).toMatchObject({ parting: 'blank', numbers: [1, 2] });
  });

  it('several files and files that cannot be opened are told', async () => {
    const file = new File(['x'], 'a.txt');
    expect(await openFiles([file, file])).toMatch(/^2 files were dropped\. Give one at a time/);
    const folder = Object.assign(new File([''], 'songs'), {
      arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')),
    });
    expect(await openFiles([folder])).toMatch(/^“songs” could not be opened/);
    expect(await openFiles([])).toMatch(/^Nothing was dropped/);
  });
});
