import type { ImportLine } from '../import-tracks.ts';
import { Around } from './around.ts';
import { afterLineEnd, CARRIAGE_RETURN, LINE_FEED } from './bytes.ts';
import { CappedBytes, type Chunks, type Piece } from './piece.ts';
import { type JsonLayout, readPiece } from './read-piece.ts';

/** Rows of a file with one JSON object a line; blank lines are passed over, and a comma behind a line is allowed. */
export async function* readNdjson(chunks: Chunks, layout: JsonLayout): AsyncGenerator<ImportLine> {
  const around = new Around(layout);
  for await (const piece of splitLines(chunks, layout.maxBytes)) {
    yield* around.complete(readPiece(piece, layout));
  }
}

async function* splitLines(chunks: Chunks, maxBytes: number): AsyncGenerator<Piece> {
  const collected = new CappedBytes(maxBytes);
  let line = 1;
  let isAfterReturn = false;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    const ends = new LineEnds(chunk);
    // The second half of a CRLF that two chunks share.
    let from = isAfterReturn && chunk[0] === LINE_FEED ? 1 : 0;
    for (let end = ends.next(from); end < chunk.length; end = ends.next(from)) {
      collected.append(chunk.subarray(from, end));
      yield collected.take(line);
      from = afterLineEnd(chunk, end);
      line += 1;
    }
    collected.append(chunk.subarray(from));
    isAfterReturn = chunk[chunk.length - 1] === CARRIAGE_RETURN;
  }
  if (collected.size > 0) yield collected.take(line);
}

/** Line ends of a chunk, found without looking at each byte. */
class LineEnds {
  readonly #chunk: Uint8Array;
  #feed = -1;
  #carriageReturn = -1;

  constructor(chunk: Uint8Array) {
    this.#chunk = chunk;
  }

  /** The next line end at or behind `from`, or the end of the chunk. */
  next(from: number): number {
    if (this.#feed < from) this.#feed = this.#find(LINE_FEED, from);
    if (this.#carriageReturn < from) this.#carriageReturn = this.#find(CARRIAGE_RETURN, from);
    return Math.min(this.#feed, this.#carriageReturn);
  }

  #find(byte: number, from: number): number {
    const at = this.#chunk.indexOf(byte, from);
    return at < 0 ? this.#chunk.length : at;
  }
}
