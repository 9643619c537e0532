import type { DumpedPage } from '../../../db/queries/dump-rows.ts';
import { canPad, gzipMember, MIN_PADDING_BYTES, padding } from '../../../lib/gzip-members.ts';
import { type RunningHash, runningHash } from '../../../lib/running-hash.ts';
import type { BackupPart } from '../format/manifest.ts';

export interface MadePart {
  /** Valid until the next part is asked for. */
  bytes: Uint8Array;
  facts: Omit<BackupPart, 'number'>;
}

/** A row is larger than a part. */
export class PartTooSmall extends Error {
  override readonly name = 'PartTooSmall' as const;
  /** That a part has to have. */
  readonly bytes: number;

  constructor(bytes: number) {
    super(`a row needs a part of ${bytes} bytes`);
    this.bytes = bytes;
  }
}

interface Page {
  rows: number;
  ndjson: Uint8Array;
  member: Uint8Array;
  first: readonly string[] | null;
  last: readonly string[] | null;
}

export interface PartsOptions {
  /** The rows after a key; the same key always begins the same page. */
  read: (after: readonly string[] | null) => Promise<DumpedPage>;
  after: readonly string[] | null;
  partBytes: number;
  /** Whether there is no part yet: an empty table has one that holds nothing. */
  isFirst: boolean;
}

/** Members in the buffer of a part, with what the manifest tells of them. */
class OpenPart {
  readonly buffer: Uint8Array;
  filled = 0;
  #hash: RunningHash = runningHash();
  #rows = 0;
  #ndjsonBytes = 0;
  #first: readonly string[] | null = null;
  #last: readonly string[] | null = null;

  constructor(buffer: Uint8Array) {
    this.buffer = buffer;
  }

  hasRoomFor({ member }: Page): boolean {
    const rest = this.buffer.length - this.filled - member.length;
    return rest >= 0 && canPad(rest);
  }

  add({ rows, ndjson, member, first, last }: Page): void {
    this.buffer.set(member, this.filled);
    this.filled += member.length;
    this.#hash.add(ndjson);
    this.#rows += rows;
    this.#ndjsonBytes += ndjson.length;
    this.#first ??= first;
    this.#last = last;
  }

  fill(bytes: number): void {
    this.buffer.set(padding(bytes), this.filled);
    this.filled += bytes;
  }

  close(): MadePart {
    const bytes = this.buffer.subarray(0, this.filled);
    const hash = runningHash();
    hash.add(bytes);
    const facts = {
      bytes: bytes.length,
      sha256: hash.end(),
      rows: this.#rows,
      ndjson_bytes: this.#ndjsonBytes,
      ndjson_sha256: this.#hash.end(),
      first_key: copyOf(this.#first),
      last_key: copyOf(this.#last),
    };
    return { bytes, facts };
  }
}

const copyOf = (key: readonly string[] | null): string[] | null => (key === null ? null : [...key]);

async function readPage({ read }: PartsOptions, after: readonly string[] | null): Promise<Page | null> {
  const { rows, ndjson: text, first, last } = await read(after);
  if (rows === 0) return null;
  const ndjson = new TextEncoder().encode(text);
  return { rows, ndjson, member: gzipMember(ndjson), first, last };
}

/**
 * The parts of a table's file after a key. Each holds whole pages and all but the last are filled to exactly `partBytes`.
 * What a part holds depends only on the key that it begins after and on the rows, so that an interrupted one is made again
 * as it was. One part and two pages are in memory. Throws PartTooSmall.
 */
export async function* makeParts(options: PartsOptions): AsyncGenerator<MadePart> {
  const buffer = new Uint8Array(options.partBytes);
  let page = await readPage(options, options.after);
  if (page === null && options.isFirst) {
    const empty = new OpenPart(buffer);
    empty.fill(MIN_PADDING_BYTES);
    yield empty.close();
  }
  while (page !== null) {
    const part = new OpenPart(buffer);
    if (!part.hasRoomFor(page)) throw new PartTooSmall(page.member.length + MIN_PADDING_BYTES);
    while (page !== null && part.hasRoomFor(page)) {
      part.add(page);
      page = await readPage(options, page.last);
    }
    if (page !== null) part.fill(buffer.length - part.filled);
    yield part.close();
  }
}
