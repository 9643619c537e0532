import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/web/batch/read-csv.ts';
import { readRows } from '../../../src/web/batch/read-rows.ts';
import { textColumn, toItems } from '../../../src/web/batch/to-items.ts';

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const LINE = 'I left the porch light burning';

it('reads any CSV that is quoted', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ') });
  const rowsOf = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(rowsOf, (rows) => {
      const text = ['"x","y"', ...rows.map((row) => row.map(quote).join(','))].join('\n');
      expect(readCsv(text)).toEqual([['x', 'y'], ...rows]);
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
        const read = readRows(content, name);
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
      items: [{ id: 'a', lyrics: LINE }, { lyrics: LINE }],
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
