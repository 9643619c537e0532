import { describe, expect, it } from 'vitest';
import { readRows, rowsIn } from '../../../../support/read-rows.ts';

const SONG = { artist: 'Zoë Vane', title: 'Café Noir', lyrics: 'don’t stop\nnow' };
const CSV = `artist,title,lyrics\n"Zoë Vane","Café Noir","don’t stop\nnow"\n`;

const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) bytes.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(bytes.buffer);
};
/** Windows-1252, of which only the letters of the song are needed. */
const western = (text: string): Uint8Array =>
  Uint8Array.from(text, (char) => (char === '’' ? 0x92 : char.charCodeAt(0)));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function gzip(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

describe('the encoding of a file', () => {
  it.each([
    ['utf-8', bytesOf(CSV)],
    ['utf-8', bytesOf(`\uFEFF${CSV}`)],
    ['utf-16le', utf16(`\uFEFF${CSV}`, true)],
    ['utf-16be', utf16(`\uFEFF${CSV}`, false)],
    ['utf-16le', utf16(CSV, true)],
    ['utf-16be', utf16(CSV, false)],
    ['windows-1252', western(CSV)],
    ['utf-16le', utf16(JSON.stringify(SONG), true)],
    ['utf-16be', utf16(JSON.stringify([SONG]), false)],
    ['windows-1252', western(JSON.stringify(SONG))],
  ])('is found by its content: %s (%#)', async (encoding, bytes) => {
    for (const chunkBytes of [1, 3, 4096]) {
      const { shape, lines } = await readRows(bytes, { chunkBytes });
      expect([shape.encoding, rowsIn(lines)]).toEqual([encoding, [SONG]]);
    }
  });

  it('is Windows-1252 for a row of it in a UTF-8 file, which is counted', async () => {
    const joined = [bytesOf(CSV), western('"Zoë Vane","Café Noir","don’t stop\nnow"\n')];
    const { lines, notes } = await readRows(Buffer.concat(joined));
    expect([rowsIn(lines), notes.windows1252]).toEqual([[SONG, SONG], 1]);
  });

  it.each([
    ['Cyrillic', 'windows-1251', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2], 'Привет'],
    ['Polish', 'windows-1250', [0x7a, 0xb3, 0x6f, 0x74, 0x79], 'złoty'],
    ['Japanese', 'shift_jis', [0x83, 0x89, 0x83, 0x62, 0x83, 0x76], 'ラップ'],
    ['Greek', 'iso-8859-7', [0xea, 0xe1, 0xeb, 0xe7], 'καλη'],
  ])('is not guessed for %s but may be named', async (_, encoding, word, text) => {
    const bytes = Buffer.concat([bytesOf('artist,title,lyrics\nA,B,'), Buffer.from(word)]);
    const guessed = await readRows(bytes);
    expect([rowsIn(guessed.lines), guessed.notes.undecodable]).toEqual([['not valid UTF-8'], 1]);
    const { lines, shape } = await readRows(bytes, { encoding });
    expect([shape.encoding, rowsIn(lines)]).toEqual([encoding, [{ artist: 'A', title: 'B', lyrics: text }]]);
  });

  it('is refused under an unknown name', async () => {
    await expect(readRows(CSV, { encoding: 'utf-9' })).rejects.toThrow('utf-9 is no known encoding');
  });
});

describe('a gzip archive', () => {
  it('is unpacked', async () => {
    const { lines, shape } = await readRows(await gzip(CSV), { chunkBytes: 7 });
    expect([shape.isGzip, rowsIn(lines)]).toEqual([true, [SONG]]);
  });

  it('that is cut off gives the rows before and says so', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => JSON.stringify({ i, text: crypto.randomUUID() }));
    const bytes = await gzip(rows.join('\n'));
    const { lines, notes } = await readRows(bytes.subarray(0, bytes.length - 2000));
    expect(notes.brokenOff).toBe('the gzip archive is damaged or cut off');
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.length).toBeLessThan(2000);
  });

  it('of something else than text is refused by what is in it', async () => {
    await expect(readRows(await gzip('%PDF-1.7'))).rejects.toThrow('PDF');
  });
});

describe('the format of a file', () => {
  it.each([
    ['csv', CSV],
    ['ndjson', '{"a":1}\n{"a":2}'],
    ['ndjson', '{"a":1},\r{"a":2},\r'],
    ['ndjson', '{"a":"broken\n{"a":2}\n{"a":3}'],
    ['ndjson', '\uFEFF\n{"a":1}\n{"a":2}'],
    ['ndjson', '{"a":"x", \n{"a":2}\n{"a":3}'],
    ['ndjson', '{"a": \n{"a":2}\n{"a":3}'],
    ['ndjson', '{"a": [\n{"a":2}\n{"a":3}'],
    ['json', '{"a":1}'],
    ['json', '[{"a":1}]'],
    ['json', '[\n{"a":1},\n{"a":2}\n]'],
    ['json', '{"tracks":[\n{"a":1},\n{"a":2}\n]}'],
    ['json', '{\n  "a": 1\n}\n{\n  "a": 2\n}'],
  ])('is found by its content: %s (%#)', async (format, text) => {
    expect((await readRows(text)).shape.format).toBe(format);
  });
});
