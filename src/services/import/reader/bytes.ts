import { type Chunks, concatBytes } from './piece.ts';

export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;
const SPACE = 0x20;
const TAB = 0x09;

export const isLineEnd = (byte: number | undefined): boolean =>
  byte === LINE_FEED || byte === CARRIAGE_RETURN;

export const isBlank = (byte: number | undefined): boolean => byte === SPACE || byte === TAB;

/** The position behind a line end (LF, CR or CRLF) that begins at `at`. */
export const afterLineEnd = (bytes: Uint8Array, at: number): number =>
  bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED ? at + 2 : at + 1;

/** The next line end at or behind `from`, or the end of the bytes. */
export function lineEndAt(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !isLineEnd(bytes[at])) at += 1;
  return at;
}

/** The number of line ends in `[from, to)`; CRLF is one. */
export function countLineEnds(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED)) count += 1;
  }
  return count;
}

const SCAN_BYTES = 64 * 1024;

/** The chunks joined to pieces worth scanning, so that one byte at a time costs no more than a file. */
export async function* coalesce(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < SCAN_BYTES) continue;
    yield concatBytes(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield concatBytes(held);
}
