import { type Chunks, concatBytes } from './piece.ts';

/** Enough of a file to tell its encoding, its delimiter and its columns. */
export const HEAD_BYTES = 256 * 1024;

export interface Peeked {
  head: Uint8Array;
  /** Whether the head is the whole file. */
  isWhole: boolean;
  /** The whole file, with the head. */
  chunks: Chunks;
}

/**
 * Reads the first bytes of a file and hands back the file as if nothing had been read. A failure behind some bytes is
 * thrown where the file is read up to there.
 */
export async function peek(chunks: Chunks): Promise<Peeked> {
  const source = chunks[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  let failure: { error: unknown } | null = null;
  while (size < HEAD_BYTES && !isWhole && failure === null) {
    try {
      const next = await source.next();
      if (next.done) isWhole = true;
      else held.push(next.value);
      size += next.value?.length ?? 0;
    } catch (error) {
      if (size === 0) throw error;
      failure = { error };
    }
  }
  const head = concatBytes(held).subarray(0, HEAD_BYTES);
  return { head, isWhole, chunks: replay(held, source, failure) };
}

async function* replay(
  held: Uint8Array[],
  source: AsyncIterator<Uint8Array>,
  failure: { error: unknown } | null,
): AsyncGenerator<Uint8Array> {
  try {
    for (let slice = held.shift(); slice !== undefined; slice = held.shift()) yield slice;
    if (failure !== null) throw failure.error;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  } finally {
    await source.return?.();
  }
}

/** The file without its first bytes. */
export async function* skipBytes(chunks: Chunks, count: number): AsyncGenerator<Uint8Array> {
  let left = count;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield left === 0 ? chunk : chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}
