import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import {
  type OpenReader,
  openReader,
  type ReaderOptions,
} from '../../src/services/import/reader/open-reader.ts';
import { FileFormatError } from '../../src/services/import/reader/piece.ts';

const CHUNK_BYTES = 256 * 1024;
/** An operator's computer may hold what a Worker may not. */
const MAX_WHOLE_BYTES = 256 * 1024 * 1024;

export interface OpenRows extends OpenReader {
  totalBytes: number;
  /** How far the reader has come. */
  readBytes(): number;
}

/** Opens a file of songs for reading row by row. */
export async function openRows(path: string, options: ReaderOptions = {}): Promise<OpenRows> {
  const file = await stat(path);
  if (!file.isFile()) throw new FileFormatError(`${path} is not a file.`);
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  const reader = await openReader(stream, { maxWholeBytes: MAX_WHOLE_BYTES, ...options });
  return { ...reader, totalBytes: file.size, readBytes: () => stream.bytesRead };
}
