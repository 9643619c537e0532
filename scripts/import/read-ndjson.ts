import type { ImportLine } from '../../src/services/import/import-tracks.ts';
import { parseJsonPiece } from './parse-json.ts';
import { CappedBytes, type Piece } from './piece.ts';

const LINE_FEED = 0x0a;

/** Rows of a file with one JSON object a line; blank lines are passed over. */
export async function* readNdjson(
  chunks: AsyncIterable<Buffer>,
  maxBytes: number,
): AsyncGenerator<ImportLine> {
  for await (const piece of splitLines(chunks, maxBytes)) {
    const row = parseJsonPiece(piece);
    if (row !== null) yield row;
  }
}

async function* splitLines(chunks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Piece> {
  const collected = new CappedBytes(maxBytes);
  let line = 1;
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      collected.append(chunk.subarray(from, end));
      yield collected.take(line);
      from = end + 1;
      line += 1;
    }
    collected.append(chunk.subarray(from));
  }
  if (collected.size > 0) yield collected.take(line);
}
