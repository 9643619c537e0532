import { CsvError, parse } from 'csv-parse/sync';
import { unguardFormulas } from '../../src/services/export/csv.ts';
import { canonicalFields } from '../../src/services/import/fields.ts';
import type { ImportLine } from '../../src/services/import/import-tracks.ts';
import { CsvRecordScanner } from './csv-record-scanner.ts';
import { decodeUtf8, FileFormatError, NOT_UTF8, type Piece } from './piece.ts';

const OPTIONS = { record_delimiter: '\n', relax_quotes: true, relax_column_count: true } as const;

/**
 * Rows of a CSV file (RFC 4180, comma, a header line), named by the header. Apostrophes that an export put before formulas
 * are taken away again.
 */
export async function* readCsv(chunks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<ImportLine> {
  const scanner = new CsvRecordScanner(maxBytes);
  const toRow = createRowReader();
  for await (const chunk of chunks) yield* rowsOf(scanner.feed(chunk), toRow);
  yield* rowsOf(scanner.end(), toRow);
}

function* rowsOf(pieces: Iterable<Piece>, toRow: (piece: Piece) => ImportLine | null): Generator<ImportLine> {
  for (const piece of pieces) {
    const row = toRow(piece);
    if (row !== null) yield row;
  }
}

function createRowReader(): (piece: Piece) => ImportLine | null {
  let header: string[] | null = null;
  return (piece) => {
    const record = readRecord(piece);
    if (record === null) return null;
    if (header === null) {
      if ('reason' in record) throw new FileFormatError(`The header line cannot be read: ${record.reason}.`);
      header = checkHeader(record.fields);
      return null;
    }
    return 'reason' in record ? record : nameFields(header, record);
  };
}

// A file without a header or with another delimiter would otherwise be refused row by row.
function checkHeader(header: string[]): string[] {
  const named = canonicalFields(Object.fromEntries(header.map((name) => [name, name]))) ?? {};
  const missing = (['artist', 'title', 'lyrics'] as const).filter((field) => named[field] === undefined);
  if (missing.length === 0) return header;
  throw new FileFormatError(
    `The first line must name the columns, separated by commas; no column is named for ${missing.join(' and ')}.`,
  );
}

type CsvRecord = { line: number; fields: string[] } | { line: number; reason: string };

function readRecord(piece: Piece): CsvRecord | null {
  if ('reason' in piece) return piece;
  const { line } = piece;
  const text = decodeUtf8(piece.bytes);
  if (text === null) return { line, reason: NOT_UTF8 };
  if (text.trim() === '') return null;
  try {
    const records: string[][] = parse(text.replace(/\r$/, ''), OPTIONS);
    return { line, fields: records[0] ?? [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line, reason: `broken CSV (${error.code})` };
  }
}

function nameFields(header: readonly string[], record: { line: number; fields: string[] }): ImportLine {
  const { line, fields } = record;
  const surplus = fields.slice(header.length);
  if (fields.length < header.length || surplus.some((field) => field !== '')) {
    return { line, reason: `${fields.length} fields where the header names ${header.length}` };
  }
  return { line, row: Object.fromEntries(header.map((name, i) => [name, unguardFormulas(fields[i] ?? '')])) };
}
