import { FileFormatError } from './piece.ts';

interface Signature {
  start: readonly number[];
  at?: number;
  name: string;
}

const ascii = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0));

/** Kinds of files that are named like a table and are none, by their first bytes. */
const SIGNATURES: readonly Signature[] = [
  {
    start: [0x50, 0x4b, 0x03, 0x04],
    name: 'a zip archive or a spreadsheet (.xlsx, .ods); unpack it, or export it as CSV',
  },
  { start: [0x50, 0x4b, 0x05, 0x06], name: 'an empty zip archive' },
  { start: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Office document (.xls); export it as CSV' },
  { start: ascii('%PDF-'), name: 'a PDF document' },
  { start: [0x89, ...ascii('PNG')], name: 'a PNG picture' },
  { start: [0xff, 0xd8, 0xff], name: 'a JPEG picture' },
  { start: ascii('GIF8'), name: 'a GIF picture' },
  { start: ascii('PAR1'), name: 'a Parquet file; write it as NDJSON or CSV' },
  { start: ascii('ARROW1'), name: 'an Arrow file; write it as NDJSON or CSV' },
  { start: ascii('SQLite format 3'), name: 'an SQLite database; export a table as CSV' },
  { start: ascii('BZh'), name: 'a bzip2 archive; unpack it first, or pack it with gzip' },
  { start: [0xfd, ...ascii('7zXZ')], name: 'an xz archive; unpack it first, or pack it with gzip' },
  { start: [0x28, 0xb5, 0x2f, 0xfd], name: 'a Zstandard archive; unpack it first, or pack it with gzip' },
  { start: ascii('7z\xbc\xaf\x27\x1c'), name: 'a 7z archive; unpack it first' },
  { start: ascii('Rar!'), name: 'a RAR archive; unpack it first' },
  { start: [0x80, 0x04, 0x95], name: 'a Python pickle; write it as NDJSON or CSV' },
  { start: ascii('ustar'), at: 257, name: 'a tar archive; unpack it first' },
  { start: [0xff, 0xfe, 0x00, 0x00], name: 'UTF-32 text; save it as UTF-8' },
  { start: [0x00, 0x00, 0xfe, 0xff], name: 'UTF-32 text; save it as UTF-8' },
];

export const GZIP = [0x1f, 0x8b] as const;

export const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0): boolean =>
  bytes.length >= at + start.length && start.every((byte, i) => bytes[at + i] === byte);

/** Throws if a file begins like one of another kind. */
export function refuseForeign(head: Uint8Array): void {
  const foreign = SIGNATURES.find(({ start, at }) => startsWith(head, start, at));
  if (foreign !== undefined) throw new FileFormatError(`The file is ${foreign.name}.`);
  const opening = new TextDecoder().decode(head.subarray(0, 200)).trimStart().toLowerCase();
  if (opening.startsWith('<!doctype') || opening.startsWith('<html') || opening.startsWith('<?xml')) {
    throw new FileFormatError('The file is a web page or XML, not a table of songs.');
  }
}
