/** One record of a file: its bytes and the line it begins on, or why there is nothing to read there. */
export type Piece = { line: number; bytes: Uint8Array } | { line: number; reason: string };

/** The chunks of a file, in any sizes. */
export type Chunks = AsyncIterable<Uint8Array>;

/** The file as a whole cannot be read; anything less costs one row. */
export class FileFormatError extends Error {
  override readonly name = 'FileFormatError' as const;
}

/** A song of 20,000 words is 100 KB: beyond this a record is damage, and is counted but not held. */
export const MAX_ROW_BYTES = 1024 * 1024;

/** Collects a record that arrives in slices and forgets its bytes as soon as they exceed the cap. */
export class CappedBytes {
  readonly #maxBytes: number;
  #slices: Uint8Array[] = [];
  #size = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get size(): number {
    return this.#size;
  }

  append(slice: Uint8Array): void {
    if (slice.length === 0) return;
    this.#size += slice.length;
    if (this.#size <= this.#maxBytes) this.#slices.push(slice);
    else this.#slices = [];
  }

  /** The record as a piece; the collector is empty afterwards. */
  take(line: number): Piece {
    const piece =
      this.#size > this.#maxBytes
        ? { line, reason: tooLong(this.#size, this.#maxBytes) }
        : { line, bytes: concatBytes(this.#slices) };
    this.#slices = [];
    this.#size = 0;
    return piece;
  }
}

/** Why a record of this size is not read. */
export const tooLong = (bytes: number, maxBytes: number): string =>
  `${megabytes(bytes)} MB long, the limit is ${megabytes(maxBytes)} MB`;

export function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(1).replace(/\.0$/, '');
}

/** The slices as one; a single slice is not copied. */
export function concatBytes(slices: readonly Uint8Array[]): Uint8Array {
  const [only] = slices;
  if (slices.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(slices.reduce((size, slice) => size + slice.length, 0));
  let at = 0;
  for (const slice of slices) {
    whole.set(slice, at);
    at += slice.length;
  }
  return whole;
}
