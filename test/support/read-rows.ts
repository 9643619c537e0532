import type { ImportLine } from '../../src/services/import/import-tracks.ts';
import {
  type OpenReader,
  openReader,
  type ReaderOptions,
} from '../../src/services/import/reader/open-reader.ts';

export interface ReadRows extends Omit<OpenReader, 'rows'> {
  lines: ImportLine[];
}

export async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Reads a file that arrives in chunks of this size. */
export async function readRows(
  input: string | Uint8Array,
  { chunkBytes = 65_536, ...options }: ReaderOptions & { chunkBytes?: number } = {},
): Promise<ReadRows> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const { rows, ...reader } = await openReader(inChunks(bytes, chunkBytes), options);
  return { ...reader, lines: await collect(rows) };
}

export async function collect(rows: AsyncIterable<ImportLine>): Promise<ImportLine[]> {
  const lines: ImportLine[] = [];
  for await (const line of rows) lines.push(line);
  return lines;
}

/** The rows and the reasons, without their lines. */
export const rowsIn = (lines: readonly ImportLine[]): unknown[] =>
  lines.map((line) => ('row' in line ? line.row : line.reason));
