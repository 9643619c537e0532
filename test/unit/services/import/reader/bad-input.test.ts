import { describe, expect, it } from 'vitest';
import { openReader } from '../../../../../src/services/import/reader/open-reader.ts';
import { parseImportRow } from '../../../../../src/services/import/row.ts';
import { collect, readRows, rowsIn } from '../../../../support/read-rows.ts';

const HEAD = 'artist,title,lyrics\n';
const row = (n: number) => ({ artist: `A${n}`, title: `T${n}`, lyrics: `words ${n}` });
const plain = (n: number) => `A${n},T${n},words ${n}\n`;
const quoted = (n: number) => `"A${n}","T${n}","words ${n}"\n`;

describe('quotes in CSV', () => {
  it.each<[string, string, unknown[]]>([
    ['doubled', `"A","The ""Big"" One","x"\n`, [{ artist: 'A', title: 'The "Big" One', lyrics: 'x' }]],
    [
      'escaped with a backslash',
      String.raw`"A","The \"Big\" One","x"`,
      [{ artist: 'A', title: 'The "Big" One', lyrics: 'x' }],
    ],
    [
      'escaped at the end of a field',
      String.raw`"A","say \"hi\"","x"`,
      [{ artist: 'A', title: 'say "hi"', lyrics: 'x' }],
    ],
    ['a stray one at the end', `"A","6'1"","x"\n`, [{ artist: 'A', title: `6'1"`, lyrics: 'x' }]],
    [
      'a stray one in the last field',
      `"A","T","5" disc"\n`,
      [{ artist: 'A', title: 'T', lyrics: '5" disc' }],
    ],
    [
      'stray ones around a word',
      `"A","T","he said "yo" twice"\n`,
      [{ artist: 'A', title: 'T', lyrics: 'he said "yo" twice' }],
    ],
    [
      'a stray one before a comma of prose',
      `"A","T","he said "yo", then left"\n`,
      [{ artist: 'A', title: 'T', lyrics: 'he said "yo", then left' }],
    ],
    ['letters of a line', `A,"Heroes" live,x\n`, [{ artist: 'A', title: '"Heroes" live', lyrics: 'x' }]],
    ['inches', `A,12" mix,5' 10"\n`, [{ artist: 'A', title: '12" mix', lyrics: `5' 10"` }]],
    ['an empty field', `"A","","x"\n`, [{ artist: 'A', title: '', lyrics: 'x' }]],
  ])('are read: %s', async (_, text, expected) => {
    const { lines } = await readRows(`${HEAD}${text}${text.endsWith('\n') ? '' : '\n'}${quoted(1)}`);
    expect(rowsIn(lines)).toEqual([...expected, row(1)]);
  });

  it.each<[string, string, string, unknown[]]>([
    ['and rows without quotes follow', `A,T,"open\n${plain(1)}${plain(2)}`, 'never closed', [row(1), row(2)]],
    [
      'and rows with quotes follow',
      `"A","T","open\n${quoted(1)}${quoted(2)}`,
      'never closed',
      [row(1), row(2)],
    ],
    [
      'with more lines of its text',
      `"A","T","open\nmore\nand more\n${quoted(1)}${quoted(2)}`,
      'lines 3 to 4 are lost with it',
      [row(1), row(2)],
    ],
    ['at the end of the file', `${plain(1)}A,T,"open\nmore`, 'line 4 is lost with it', []],
  ])('that is never closed is reported with its line, %s', async (_, text, reason, rows) => {
    const { lines } = await readRows(HEAD + text);
    const refused = lines.filter((line) => 'reason' in line);
    expect(refused).toEqual([
      { line: text.startsWith('A1') ? 3 : 2, reason: expect.stringContaining(reason) },
    ]);
    expect(rowsIn(lines)).toEqual(expect.arrayContaining(rows));
  });

  it('that is never closed loses no row beyond the limit of a row', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => quoted(i)).join('');
    const { lines } = await readRows(`${HEAD}"A","T","open\n${many}`, { maxRowBytes: 10_000 });
    expect(lines[0]).toEqual({ line: 2, reason: expect.stringContaining('never closed') });
    expect(lines).toHaveLength(3001);
  });
});

describe('hostile input', () => {
  it.each<[string, string, number]>([
    ['open quotes between rows', `x,"y\n${plain(1)}`.repeat(10_000), 20_000],
    ['nothing but open quotes', 'x,"y\n'.repeat(100_000), 1],
    ['nothing but quotes', '"'.repeat(600_000), 1],
    ['quotes and delimiters', '",'.repeat(300_000), 1],
    ['quotes and line ends', '"\n'.repeat(300_000), 1],
  ])('costs time that grows with its size: %s', async (_, text, atLeast) => {
    const { lines } = await readRows(HEAD + text);
    expect(lines.length).toBeGreaterThanOrEqual(atLeast);
  });

  it.each([
    ['lists in artist', `{"title":"T","lyrics":"x","artist":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    ['songs in songs', `${'{"songs":['.repeat(40_000)}{}${']}'.repeat(40_000)}`],
    ['objects in objects', `${'{"song":'.repeat(40_000)}{}${'}'.repeat(40_000)}`],
  ])('of deep nesting is refused as a row: %s', async (_, text) => {
    const { lines } = await readRows(`${text}\n{"a":1}\n`, { format: 'ndjson' });
    expect(lines).toHaveLength(2);
    for (const line of lines) if ('row' in line) expect(parseImportRow(line.row)).toHaveProperty('reason');
  });
});

describe('a CSV file', () => {
  it.each([
    ['of one column', 'lyrics\nla la\n', 'It was read as one column: "lyrics"'],
    ['without a header', 'Nell,Tin Roof,rain\n', 'no column is named for artist and title and lyrics'],
    ['whose first line never ends', 'x'.repeat(300_000), 'no end within 256 KB'],
  ])('%s is refused', async (_, text, message) => {
    await expect(readRows(text)).rejects.toThrow(message);
  });

  it.each<[string, string, unknown[]]>([
    ['only a header', HEAD, []],
    ['a header twice', `${HEAD}${plain(1)}${HEAD}${plain(2)}`, [row(1), row(2)]],
    ['a header with a mark in the middle', `${HEAD}${plain(1)}\uFEFF${HEAD}${plain(2)}`, [row(1), row(2)]],
    ['a mark before a row', `${HEAD}${plain(1)}\uFEFF${quoted(2)}`, [row(1), row(2)]],
    [
      'a delimiter in every field',
      `${HEAD}"A,B","T,U","x,y"\n`,
      [{ artist: 'A,B', title: 'T,U', lyrics: 'x,y' }],
    ],
    [
      'commas in every field of semicolons',
      'artist;title;lyrics\nA,B;T,U;x,y,z\n',
      [{ artist: 'A,B', title: 'T,U', lyrics: 'x,y,z' }],
    ],
    ['CR', (HEAD + plain(1) + plain(2)).replaceAll('\n', '\r'), [row(1), row(2)]],
    ['CRLF', (HEAD + plain(1) + plain(2)).replaceAll('\n', '\r\n'), [row(1), row(2)]],
    [
      'all line ends',
      `${HEAD}${plain(1).trim()}\r\n${plain(2).trim()}\r${plain(3)}`,
      [row(1), row(2), row(3)],
    ],
    ['lines of delimiters', `${HEAD}${plain(1)},,\n , ,\n${plain(2)}`, [row(1), row(2)]],
    ['a column twice', 'artist,title,title,lyrics\nA,,T,x\n', [{ artist: 'A', title: 'T', lyrics: 'x' }]],
    [
      'blanks around names',
      ' Artist , TITLE ,"Lyrics "\nA,T,x\n',
      [{ Artist: 'A', TITLE: 'T', Lyrics: 'x' }],
    ],
  ])('with %s is read', async (_, text, expected) => {
    for (const chunkBytes of [1, 5, 65_536]) {
      expect(rowsIn((await readRows(text, { chunkBytes })).lines)).toEqual(expected);
    }
  });

  it('with ten thousand columns keeps those that are read', async () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `column_number_${i}`);
    const header = ['artist', ...names, 'title', 'lyrics'].join(',');
    const record = ['A', ...names.map(() => '0'), 'T', 'x'].join(',');
    const { lines, shape } = await readRows(`${header}\n${record}\n${record}\n`);
    expect(shape.columns).toHaveLength(10_003);
    expect(rowsIn(lines)).toEqual([1, 2].map(() => ({ artist: 'A', title: 'T', lyrics: 'x' })));
  });

  it.each([
    ['in quotes', '"', '"'],
    ['of lines in quotes', '"a line\n', '"'],
    ['without quotes', '', ''],
  ])('with a cell of 20 MB %s loses that row alone', async (_, open, close) => {
    const filler = new TextEncoder().encode(
      open.endsWith('\n') ? 'some line\n'.repeat(100_000) : 'x'.repeat(1_000_000),
    );
    const encode = (text: string) => new TextEncoder().encode(text);
    async function* file() {
      yield encode(`${HEAD}${plain(1)}A,T,${open}`);
      for (let i = 0; i < 20; i++) yield filler;
      yield encode(`${close}\n${plain(2)}${quoted(3)}`);
    }
    const lines = await collect((await openReader(file())).rows);
    expect(rowsIn(lines)).toEqual([
      row(1),
      expect.stringMatching(/MB long, the limit is 1 MB/),
      row(2),
      row(3),
    ]);
  });
});

describe('a JSON file', () => {
  it.each<[string, string, unknown[]]>([
    ['a damaged line', `{"a":1}\n{"a":"half\n{"a":3}\n`, [{ a: 1 }, 'broken JSON: it breaks off', { a: 3 }]],
    [
      'a second line of something else',
      `{"a":1}\nhalf"}\n{"a":3}\n`,
      [{ a: 1 }, 'broken JSON: "h" stands where it may not', { a: 3 }],
    ],
    ['a mark in the middle', `{"a":1}\n\uFEFF{"a":2}\n`, [{ a: 1 }, { a: 2 }]],
    ['CR', `{"a":1}\r{"a":2}\r`, [{ a: 1 }, { a: 2 }]],
    [
      'NaN and Infinity',
      `{"a":NaN}\n{"a":-Infinity}\n`,
      [{ a: Number.NaN }, { a: Number.NEGATIVE_INFINITY }],
    ],
    ['an object that ends early', `{"a":1}\n{"b":\n`, [{ a: 1 }, 'broken JSON: it breaks off']],
    [
      'a list that ends early',
      `[{"a":1},\n{"b":`,
      [{ a: 1 }, 'broken JSON: the file ends inside this element'],
    ],
    [
      'an object over lines that ends early',
      `{\n"a": [\n`,
      ['broken JSON: the file ends inside this object'],
    ],
  ])('with %s is read as far as it goes', async (_, text, expected) => {
    for (const chunkBytes of [1, 65_536]) {
      expect(rowsIn((await readRows(text, { chunkBytes })).lines)).toEqual(expected);
    }
  });

  it('with an object that is too large to hold says how to write it', async () => {
    const columns = JSON.stringify({
      artist: { 0: 'x'.repeat(5000) },
      title: { 0: 'T' },
      lyrics: { 0: 'y' },
    });
    const { lines } = await readRows(columns, { maxWholeBytes: 1000 });
    expect(rowsIn(lines)).toEqual([expect.stringContaining('write one song per line instead')]);
  });
});

describe('an empty file', () => {
  it.each(['', ' \n\t\r\n', '\uFEFF', '\uFEFF\n'])('is told as such: %j', async (text) => {
    const { isEmpty, lines } = await readRows(text);
    expect([isEmpty, lines]).toEqual([true, []]);
  });
});
