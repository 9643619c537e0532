import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ImportLine } from '../../src/services/import/import-tracks.ts';
import { FileFormatError, MAX_ROW_BYTES } from './piece.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';
import { readNdjson } from './read-ndjson.ts';
import { ROW_FORMATS } from './row-formats.ts';

export type RowFormat = (typeof ROW_FORMATS)[number];

const READERS = { ndjson: readNdjson, json: readJson, csv: readCsv };
const FORMAT_OF: Readonly<Record<string, RowFormat>> = {
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.json': 'json',
  '.csv': 'csv',
};
const CHUNK_BYTES = 256 * 1024;

export interface OpenRows {
  format: RowFormat;
  rows: AsyncIterable<ImportLine>;
  totalBytes: number;
  /** How far the reader has come. */
  readBytes(): number;
}

/** Opens a file of songs for reading row by row, in memory bounded by a few rows of `maxBytes`. */
export async function openRows(
  path: string,
  options: { format?: RowFormat | undefined; maxBytes?: number } = {},
): Promise<OpenRows> {
  const file = await stat(path);
  if (!file.isFile()) throw new FileFormatError(`${path} is not a file.`);
  const format = options.format ?? FORMAT_OF[extname(path).toLowerCase()];
  if (format === undefined) {
    throw new FileFormatError(`The name does not tell the format; add --format ${ROW_FORMATS.join('|')}.`);
  }
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  return {
    format,
    rows: READERS[format](checkedChunks(stream), options.maxBytes ?? MAX_ROW_BYTES),
    totalBytes: file.size,
    readBytes: () => stream.bytesRead,
  };
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const FOREIGN: readonly { start: readonly number[]; name: string }[] = [
  { start: [0xff, 0xfe], name: 'UTF-16 text; save it as UTF-8' },
  { start: [0xfe, 0xff], name: 'UTF-16 text; save it as UTF-8' },
  { start: [0x1f, 0x8b], name: 'a gzip archive; unpack it first' },
  { start: [0x50, 0x4b, 0x03, 0x04], name: 'a zip archive (or a spreadsheet); unpack or export it first' },
];

/** The chunks without a byte order mark; throws when the first bytes are those of something else. */
export async function* checkedChunks(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let first = true;
  for await (const chunk of chunks) {
    if (!first) {
      yield chunk;
      continue;
    }
    first = false;
    const foreign = FOREIGN.find(({ start }) => start.every((byte, i) => chunk[i] === byte));
    if (foreign !== undefined) throw new FileFormatError(`The file is ${foreign.name}.`);
    yield chunk.subarray(0, 3).equals(BYTE_ORDER_MARK) ? chunk.subarray(3) : chunk;
  }
}
