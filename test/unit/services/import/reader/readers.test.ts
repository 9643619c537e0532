import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportLine } from '../../../../../src/services/import/import-tracks.ts';
import { openReader } from '../../../../../src/services/import/reader/open-reader.ts';
import { FileFormatError } from '../../../../../src/services/import/reader/piece.ts';
import type { RowFormat } from '../../../../../src/services/import/reader/row-formats.ts';
import { collect, readRows } from '../../../../support/read-rows.ts';

const MAX_BYTES = 1000;

const read = async (
  format: RowFormat,
  input: string | Uint8Array,
  chunkBytes = 65_536,
): Promise<ImportLine[]> => (await readRows(input, { format, chunkBytes, maxRowBytes: MAX_BYTES })).lines;

const named = (row: Record<string, unknown>) => JSON.stringify(row);
const long = 'la '.repeat(1000);

describe('NDJSON', () => {
  it('numbers lines from 1 and skips blank ones', async () => {
    expect(await read('ndjson', '{"a":1}\n\n  \r\n{"a":2}')).toEqual([
      { line: 1, row: { a: 1 } },
      { line: 4, row: { a: 2 } },
    ]);
  });

  it('ignores a byte order mark and CRLF', async () => {
    expect(await read('ndjson', '\ufeff{"a":1}\r\n{"a":2}\r\n')).toEqual([
      { line: 1, row: { a: 1 } },
      { line: 2, row: { a: 2 } },
    ]);
  });

  it('reports a line over the size limit with number and length, and continues', async () => {
    const lines = await read('ndjson', `${named({ lyrics: long })}\n{"a":2}\n`, 100);
    expect(lines).toEqual([
      { line: 1, reason: expect.stringMatching(/MB long, the limit is/) },
      { line: 2, row: { a: 2 } },
    ]);
  });

  it('counts the bytes of a line of 50 MB without storing them', async () => {
    const piece = Buffer.alloc(1024 * 1024, 'x');
    async function* file() {
      yield Buffer.from('{"a":1}\n"');
      for (let i = 0; i < 50; i++) yield piece;
      yield Buffer.from('"\n{"a":3}\n');
    }
    const { rows } = await openReader(file(), { format: 'ndjson' });
    expect(await collect(rows)).toEqual([
      { line: 1, row: { a: 1 } },
      { line: 2, reason: '50 MB long, the limit is 1 MB' },
      { line: 3, row: { a: 3 } },
    ]);
  });

  it.each([
    ['a truncated last line', '{"a":1}\n{"a":"half', 'broken JSON: it breaks off'],
    ['a NUL byte', '{"a":1}\n{"a":"x\0y"}', expect.stringMatching(/^broken JSON/)],
    ['a line of NULs', '{"a":1}\n\0\0\0\0', expect.stringMatching(/^broken JSON/)],
    ['a stray word', '{"a":1}\n{"a": nope}', 'broken JSON: "o" stands where it may not'],
  ])('reports %s with its line number', async (_name, text, reason) => {
    expect(await read('ndjson', text)).toEqual([
      { line: 1, row: { a: 1 } },
      { line: 2, reason },
    ]);
  });

  it('never quotes an invalid line', async () => {
    const [line] = await read('ndjson', '{"lyrics":"a line nobody may see" oops}');
    expect(JSON.stringify(line)).not.toContain('nobody');
  });

  it('reports a line that is not UTF-8 and continues', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"a":"'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"}\n{"a":2}'),
    ]);
    expect(await read('ndjson', bytes)).toEqual([
      { line: 1, reason: 'not valid UTF-8' },
      { line: 2, row: { a: 2 } },
    ]);
  });

  it('passes escaped NULs and lone surrogates through', async () => {
    expect(await read('ndjson', '{"a":"x\\u0000\\ud83d"}')).toEqual([{ line: 1, row: { a: 'x\0\ud83d' } }]);
  });
});

describe('JSON', () => {
  it.each([
    ['a list', '[\n{"a":[1,"]"]},\n\n{"a":{"b":"\\"],"}}]'],
    [
      'a list under tracks',
      '{"count":2,"by":{"tracks":[9]},"tracks"  :[\n{"a":[1,"]"]},\n\n{"a":{"b":"\\"],"}}],"z":[1]}',
    ],
  ])('returns the elements of %s with their first lines', async (_name, text) => {
    expect(await read('json', text)).toEqual([
      { line: 2, row: { a: [1, ']'] } },
      { line: 4, row: { a: { b: '"],' } } },
    ]);
  });

  it.each([
    ['breaks off inside an element', '[{"a":1},\n{"a":"half', 2, 'the file ends inside this element'],
    ['breaks off between elements', '[{"a":1},\n', 2, 'the file ends before its list is closed'],
    ['goes on after its list', '[{"a":1}]\n[{"a":2}]', 2, 'text after the end of the list'],
    ['holds a broken element', '[{"a":1},\n{"a" 2}]', 2, 'broken JSON at character 6'],
    ['holds a bracket too many', '[{"a":1},\n{"b":2}}]', 2, 'broken JSON at character 8'],
  ])('reports the line where a file %s', async (_name, text, line, reason) => {
    const [first, second, ...others] = await read('json', text);
    expect(first).toEqual({ line: 1, row: { a: 1 } });
    expect(second).toEqual({ line, reason: expect.stringContaining(reason) });
    expect(others).toEqual([]);
  });

  it('continues after an invalid element and one over the size limit', async () => {
    const lines = await read('json', `[{"a" 1},\n${named({ lyrics: long })},\n{"a":3}]`, 100);
    expect(lines.map((line) => ('row' in line ? line.row : line.line))).toEqual([1, 2, { a: 3 }]);
  });

  it.each(['"text"', '42'])('rejects %j', async (text) => {
    await expect(read('json', text)).rejects.toThrow(FileFormatError);
  });

  it('finds nothing in an empty file and in an empty list', async () => {
    expect([await read('json', ''), await read('json', '[]'), await read('json', ' [ ] ')]).toEqual([
      [],
      [],
      [],
    ]);
  });
});

describe('CSV', () => {
  it('names fields by the header and preserves quoted line breaks, commas and quotes', async () => {
    const text = '\ufeffartist,title,lyrics\r\nA,"B ""b""","one,\r\ntwo"\r\n\r\nC,D,E';
    expect(await read('csv', text)).toEqual([
      { line: 2, row: { artist: 'A', title: 'B "b"', lyrics: 'one,\r\ntwo' } },
      { line: 5, row: { artist: 'C', title: 'D', lyrics: 'E' } },
    ]);
  });

  it.each([
    ['a field too few', 'A,B', '2 fields where the header names 3'],
    ['a field too many', 'A,B,C,D', '4 fields where the header names 3'],
    ['a record over the cap', `A,B,"${long}\n${long}"`, expect.stringMatching(/MB long/)],
  ])('reports %s with its line number and continues', async (_name, record, reason) => {
    const lines = await read('csv', `artist,title,lyrics\n1,2,3\n${record}\n4,5,6\n`, 100);
    expect(lines[1]).toEqual({ line: 3, reason });
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatchObject({ row: { artist: '4', title: '5', lyrics: '6' } });
  });

  it('reports an unclosed quote with the line where it opens', async () => {
    expect(await read('csv', 'artist,title,lyrics\n1,2,3\n3,4,"four\nfive\nsix')).toEqual([
      { line: 2, row: { artist: '1', title: '2', lyrics: '3' } },
      {
        line: 3,
        reason: 'broken CSV: a quote is opened here and never closed; lines 4 to 5 are lost with it',
      },
    ]);
  });

  it('accepts empty fields beyond the header and stray quotes', async () => {
    expect(await read('csv', 'artist,title,lyrics\n1,2,5" disc,,\n')).toEqual([
      { line: 2, row: { artist: '1', title: '2', lyrics: '5" disc' } },
    ]);
  });

  it.each(['Nell,Tin Roof,rain', 'artist:title:lyrics', 'artist,title', 'lyrics'])(
    'rejects %j as a header',
    async (line) => {
      await expect(read('csv', `${line}\n1,2,3`)).rejects.toThrow(FileFormatError);
    },
  );

  it('reports a record that is not UTF-8 and rejects such a header', async () => {
    const bad = Buffer.from([0xff]);
    const lines = await read(
      'csv',
      Buffer.concat([Buffer.from('artist,title,lyrics\n1,2,'), bad, Buffer.from('\n3,4,5')]),
    );
    expect(lines).toEqual([
      { line: 2, reason: 'not valid UTF-8' },
      { line: 3, row: { artist: '3', title: '4', lyrics: '5' } },
    ]);
    await expect(read('csv', Buffer.concat([Buffer.from('a,'), bad, Buffer.from('\n3,4')]))).rejects.toThrow(
      FileFormatError,
    );
  });
});

describe('any format', () => {
  it.each([
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0])],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004')],
    ['PDF', Buffer.from('%PDF-1.7')],
    ['PNG', Buffer.from('\x89PNG\r\n', 'latin1')],
    ['Parquet', Buffer.from('PAR1')],
    ['a web page', Buffer.from('\n<!DOCTYPE html><html>')],
  ])('rejects %s and names its format', async (name, bytes) => {
    await expect(read('csv', bytes)).rejects.toThrow(new RegExp(name));
  });

  it('rejects a gzip archive without text', async () => {
    await expect(readRows(Buffer.from([0x1f, 0x8b, 8, 0]))).rejects.toThrow('gzip archive is damaged');
  });

  it('stops unpacking a gzip archive at its limit, however little it takes packed', async () => {
    const lines = new Blob(['[', ' '.repeat(20_000_000), ']']).stream();
    const packed = await new Response(lines.pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
    expect(packed.byteLength).toBeLessThan(30_000);
    const { notes, lines: rows } = await readRows(new Uint8Array(packed), { maxTextBytes: 1_000_000 });
    expect(notes.brokenOff).toBe('it unpacks to more than 1 MB');
    expect(rows).toEqual([]);
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\\', '[', ']', '{', '}', ' ', 'é'),
      maxLength: 20,
    }),
  );
  const rowList = fc.array(fc.record({ artist: text, title: text, lyrics: text }), { maxLength: 8 });
  const chunkBytes = fc.integer({ min: 1, max: 40 });
  const rowsOf = (lines: ImportLine[]) => lines.map((line) => ('row' in line ? line.row : line));

  it('reads back any rows of NDJSON and JSON at any chunk boundaries', async () => {
    await fc.assert(
      fc.asyncProperty(rowList, chunkBytes, fc.constantFrom('\n', '\r\n'), async (rows, size, end) => {
        const ndjson = rows.map((row) => JSON.stringify(row) + end).join('');
        expect(rowsOf(await read('ndjson', ndjson, size))).toEqual(rows);
        const list = JSON.stringify(rows, null, 1).replaceAll('\n', end);
        expect(rowsOf(await read('json', list, size))).toEqual(rows);
        expect(rowsOf(await read('json', `{"n":[1],"songs":${list}}`, size))).toEqual(rows);
      }),
    );
  });

  it('reads back any rows of CSV at any chunk boundaries', async () => {
    const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
    const asField = (value: string) => (/["\r\n,]|^$/.test(value) ? quoted(value) : value);
    await fc.assert(
      fc.asyncProperty(rowList, chunkBytes, fc.constantFrom('\n', '\r\n'), async (rows, size, end) => {
        const records = rows.map((row) => [row.artist, row.title, row.lyrics].map(asField).join(','));
        const file = ['artist,title,lyrics', ...records].join(end);
        expect(rowsOf(await read('csv', file, size))).toEqual(rows);
      }),
    );
  });

  it('reports lines or rejects the file for arbitrary bytes, without any other failure', async () => {
    const format = fc.constantFrom<RowFormat>('ndjson', 'json', 'csv');
    const bytes = fc.uint8Array({ maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(format, bytes, chunkBytes, async (kind, input, size) => {
        const head = kind === 'csv' ? 'artist,title,lyrics\n' : '';
        const lines = await read(kind, Buffer.concat([Buffer.from(head), input]), size).catch(
          (error: unknown) => {
            expect(error).toBeInstanceOf(FileFormatError);
            return [];
          },
        );
        const numbers = lines.map(({ line }) => line);
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      }),
    );
  });
});
