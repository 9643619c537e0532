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
  /** 0 for standard input, whose size is not known. */
  totalBytes: number;
  /** How far the reader has come. */
  readBytes(): number;
  /** How the file changed while it was read; null if it did not. */
  findChange(): Promise<string | null>;
}

/** Opens a file of songs, or with `-` standard input, for reading row by row. */
export async function openRows(path: string, options: ReaderOptions = {}): Promise<OpenRows> {
  if (path === '-') return openStandardInput(options);
  const file = await stat(path);
  if (!file.isFile() && !file.isFIFO()) throw new FileFormatError(`${path} is not a file.`);
  // What is appended meanwhile is left to the next import: its last row may be half written.
  const end = file.isFile() ? Math.max(0, file.size - 1) : Number.POSITIVE_INFINITY;
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES, end });
  const reader = await openReader(stream, { maxWholeBytes: MAX_WHOLE_BYTES, ...options });
  return {
    ...reader,
    totalBytes: file.size,
    readBytes: () => stream.bytesRead,
    findChange: async () => (file.isFile() ? describeChange(file, await stat(path)) : null),
  };
}

async function openStandardInput(options: ReaderOptions): Promise<OpenRows> {
  let read = 0;
  async function* counted() {
    for await (const chunk of process.stdin) {
      const bytes = Buffer.from(chunk);
      read += bytes.length;
      yield bytes;
    }
  }
  const reader = await openReader(counted(), { maxWholeBytes: MAX_WHOLE_BYTES, ...options });
  return { ...reader, totalBytes: 0, readBytes: () => read, findChange: async () => null };
}

interface Seen {
  size: number;
  mtimeMs: number;
}

function describeChange(before: Seen, after: Seen): string | null {
  if (after.size < before.size) return `it shrank from ${before.size} to ${after.size} bytes`;
  if (after.size > before.size) return `it grew from ${before.size} to ${after.size} bytes`;
  return after.mtimeMs === before.mtimeMs ? null : 'it was written to';
}
