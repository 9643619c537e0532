import type { ExportRow } from '../../db/queries/export-rows.ts';
import { type CsvValue, csvRecord } from './csv.ts';

export const EXPORT_FORMATS = ['ndjson', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The format of an export and the part of it to write. */
export interface ExportInput {
  format: ExportFormat;
  /** Whether the first line of a CSV holds the column names. */
  header: boolean;
  /** Only rows after this id; 0 for all. */
  afterId: number;
  /** Maximum number of rows; null for all. */
  limit: number | null;
}

interface RowSource {
  columns: readonly string[];
  /** Rows read and held in memory per page. */
  pageRows: number;
  read(afterId: number, limit: number): Promise<ExportRow[]>;
}

/**
 * Yields the rows as text, one page at a time, so memory does not grow with the export. A failure after the first page
 * aborts it.
 */
export async function* streamRows(
  { format, header, afterId, limit }: ExportInput,
  source: RowSource,
): AsyncGenerator<string> {
  const write =
    format === 'csv'
      ? (row: ExportRow) => csvRecord(source.columns.map((name) => row[name] as CsvValue))
      : (row: ExportRow) => `${JSON.stringify(row)}\n`;
  if (format === 'csv' && header) yield csvRecord(source.columns);
  let lastId = afterId;
  let left = limit ?? Number.POSITIVE_INFINITY;
  while (left > 0) {
    const wanted = Math.min(source.pageRows, left);
    const rows = await source.read(lastId, wanted);
    if (rows.length > 0) yield rows.map(write).join('');
    if (rows.length < wanted) return;
    left -= rows.length;
    lastId = rows.at(-1)?.id ?? lastId;
  }
}
