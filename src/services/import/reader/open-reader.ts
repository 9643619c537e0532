import type { ImportLine } from '../import-tracks.ts';
import { type CsvHeader, findHeader } from './csv-header.ts';
import { detectFormat } from './detect-format.ts';
import { detectEncoding, type Encoding, toUtf8 } from './encoding.ts';
import { GZIP, refuseForeign, startsWith } from './foreign.ts';
import { BrokenOffError, gunzip } from './gunzip.ts';
import { type Peeked, peek, skipBytes } from './head.ts';
import { createNotes, type ReaderNotes } from './notes.ts';
import { type Chunks, MAX_ROW_BYTES, megabytes } from './piece.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';
import { readNdjson } from './read-ndjson.ts';
import { repairRow } from './repair-row.ts';
import type { RowFormat } from './row-formats.ts';

export interface ReaderOptions {
  /** Default: by the content. */
  format?: RowFormat | undefined;
  /** A label of the Encoding standard; default: by the content. */
  encoding?: string | undefined;
  /** A longer row is refused. */
  maxRowBytes?: number | undefined;
  /** The largest JSON object without a list, which must be held as a whole. */
  maxWholeBytes?: number | undefined;
  /** What an archive may unpack to; default: no limit. */
  maxTextBytes?: number | undefined;
}

/** What the reader understood before it read the first row. */
export interface FileShape {
  format: RowFormat;
  isGzip: boolean;
  encoding: string;
  byteOrderMark: boolean;
  /** Null for JSON. */
  delimiter: string | null;
  /** The columns that the header names; null for JSON, where each row names its own. */
  columns: string[] | null;
}

export interface OpenReader {
  shape: FileShape;
  /** Nothing but blanks. */
  isEmpty: boolean;
  rows: AsyncIterable<ImportLine>;
  /** Counts up while the rows are read. */
  notes: ReaderNotes;
}

const MAX_WHOLE_BYTES = 8 * 1024 * 1024;

/**
 * Opens a file of songs in whatever shape it has, and reads it row by row in memory bounded by a few rows. Throws
 * FileFormatError if it is no such file.
 */
export async function openReader(chunks: Chunks, options: ReaderOptions = {}): Promise<OpenReader> {
  let file = await peek(chunks);
  const isGzip = startsWith(file.head, GZIP);
  if (isGzip)
    file = await peek(capped(gunzip(file.chunks), options.maxTextBytes ?? Number.POSITIVE_INFINITY));
  refuseForeign(file.head);
  const encoding =
    options.encoding === undefined
      ? detectEncoding(file.head, file.isWhole)
      : { name: options.encoding.toLowerCase(), byteOrderMark: false };
  const text = await peek(decoded(file.chunks, encoding));
  const format = options.format ?? detectFormat(text.head, text.isWhole);
  const isEmpty = text.isWhole && isBlank(text.head);
  const header = format === 'csv' && !isEmpty ? findHeader(text.head, text.isWhole) : null;
  const notes = createNotes();
  const limits = {
    maxBytes: options.maxRowBytes ?? MAX_ROW_BYTES,
    maxWholeBytes: options.maxWholeBytes ?? MAX_WHOLE_BYTES,
  };
  return {
    shape: {
      format,
      isGzip,
      encoding: encoding.name,
      byteOrderMark: encoding.byteOrderMark,
      delimiter: header?.delimiter ?? null,
      columns: header?.names ?? null,
    },
    isEmpty,
    rows: completed(rowsIn(text, { format, header, encoding: encoding.name, notes, ...limits }), notes),
    notes,
  };
}

async function* capped(chunks: Chunks, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maxBytes) throw new BrokenOffError(`it unpacks to more than ${megabytes(maxBytes)} MB`);
    yield chunk;
  }
}

const isBlank = (head: Uint8Array): boolean => new TextDecoder().decode(head).trim() === '';

/** The text as UTF-8, or as bytes that are read record by record if it is Windows-1252. */
function decoded(chunks: Chunks, { name, byteOrderMark }: Encoding): Chunks {
  if (name === 'utf-8' || name === 'utf8') return byteOrderMark ? skipBytes(chunks, 3) : chunks;
  return name === 'windows-1252' ? chunks : toUtf8(chunks, name);
}

interface RowsOptions {
  format: RowFormat;
  header: CsvHeader | null;
  encoding: string;
  maxBytes: number;
  maxWholeBytes: number;
  notes: ReaderNotes;
}

function rowsIn({ chunks }: Peeked, { format, header, ...layout }: RowsOptions): AsyncGenerator<ImportLine> {
  if (header !== null) return readCsv(chunks, { ...layout, header });
  return format === 'json' ? readJson(chunks, layout) : readNdjson(chunks, layout);
}

/** The rows with their texts repaired, up to where the file breaks off, which is noted: what was read before is good. */
async function* completed(rows: AsyncGenerator<ImportLine>, notes: ReaderNotes): AsyncGenerator<ImportLine> {
  try {
    for await (const line of rows) yield repairRow(line, notes);
  } catch (error) {
    if (!(error instanceof BrokenOffError)) throw error;
    notes.brokenOff = error.message;
  }
}
