/** One record of a file: its bytes and the line it begins on, or why there is nothing to read there. */
export type Piece = { line: number; bytes: Buffer } | { line: number; reason: string };

/** The file as a whole cannot be read; anything less costs one row. */
export class FileFormatError extends Error {
  override readonly name = 'FileFormatError' as const;
}

/** A song of 20,000 words is 100 KB: beyond this a record is damage, and is counted but not held. */
export const MAX_ROW_BYTES = 1024 * 1024;

/** Collects a record that arrives in slices and forgets its bytes as soon as they exceed the cap. */
export class CappedBytes {
  readonly #maxBytes: number;
  #slices: Buffer[] = [];
  #size = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get size(): number {
    return this.#size;
  }

  append(slice: Buffer): void {
    if (slice.length === 0) return;
    this.#size += slice.length;
    if (this.#size <= this.#maxBytes) this.#slices.push(slice);
    else this.#slices = [];
  }

  /** The record as a piece; the collector is empty afterwards. */
  take(line: number): Piece {
    const piece =
      this.#size > this.#maxBytes
        ? { line, reason: `${megabytes(this.#size)} MB long, the limit is ${megabytes(this.#maxBytes)} MB` }
        : { line, bytes: Buffer.concat(this.#slices) };
    this.#slices = [];
    this.#size = 0;
    return piece;
  }
}

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(1).replace(/\.0$/, '');
}

/** Text of UTF-8 bytes without a byte order mark; null when they are not UTF-8. */
export function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export const NOT_UTF8 = 'not valid UTF-8';
