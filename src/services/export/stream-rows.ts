import type { ExportRow } from '../../db/queries/export-rows.ts';
import { type CsvValue, csvRecord } from './csv.ts';

export const EXPORT_FORMATS = ['ndjson', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How an export is written and which part of it. */
export interface ExportInput {
  format: ExportFormat;
  /** Whether the first line of a CSV names the columns. */
  header: boolean;
  /** Rows after this id; 0 for all. */
  afterId: number;
  /** How many rows at most; null for all. */
  limit: number | null;
}

interface RowSource {
  columns: readonly string[];
  /** Rows that are read and held at a time. */
  pageRows: number;
  read(afterId: number, limit: number): Promise<ExportRow[]>;
}

/** The rows as text, a page at a time, so that memory does not grow with the export. Later failures break it off. */
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
