import { unguardFormulas } from '../../export/csv.ts';
import { fieldsNamed } from '../fields.ts';
import type { ImportLine } from '../import-tracks.ts';
import type { CsvHeader } from './csv-header.ts';
import { CsvRecords } from './csv-records.ts';
import { skipBytes } from './head.ts';
import type { ReaderNotes } from './notes.ts';
import type { Chunks } from './piece.ts';

/**
 * Rows of a CSV file, named by its header; columns that no field is read from are left out. Apostrophes that an export
 * put before formulas are taken away again.
 */
export async function* readCsv(
  chunks: Chunks,
  { header, ...options }: { header: CsvHeader; encoding: string; maxBytes: number; notes: ReaderNotes },
): AsyncGenerator<ImportLine> {
  const { delimiter, names, line, bytes } = header;
  options.notes.linesAboveHeader = header.above;
  const columns = names.flatMap((name, at) => (fieldsNamed(name).length > 0 ? [{ name, at }] : []));
  const records = new CsvRecords({ ...options, delimiter, header: names }, line);
  for await (const record of records.read(skipBytes(chunks, bytes))) {
    yield 'reason' in record ? record : { line: record.line, row: rowOf(columns, record.fields) };
  }
}

function rowOf(
  columns: readonly { name: string; at: number }[],
  fields: readonly string[],
): Record<string, string> {
  const row: Record<string, string> = {};
  for (const { name, at } of columns) {
    const value = unguardFormulas(fields[at] ?? '');
    // Of two columns of one name, the first with a value.
    if ((row[name] ?? '') === '') row[name] = value;
  }
  return row;
}
