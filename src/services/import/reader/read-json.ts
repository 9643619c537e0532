import type { ImportLine } from '../import-tracks.ts';
import { Around } from './around.ts';
import { JsonScanner } from './json-scanner.ts';
import type { Chunks, Piece } from './piece.ts';
import { type JsonLayout, readPiece } from './read-piece.ts';
import { rowsOfWhole } from './rows-of-value.ts';

/**
 * Rows of a JSON file: a list; an object that holds one under `tracks`, `songs`, `items`, `data`, `results`…; one object;
 * or objects one after the other. A list is read element by element, so that neither its size nor one damaged element
 * matters; an object without a list is held as a whole.
 */
export async function* readJson(
  chunks: Chunks,
  layout: JsonLayout & { maxWholeBytes: number },
): AsyncGenerator<ImportLine> {
  const scanner = new JsonScanner({ element: layout.maxBytes, object: layout.maxWholeBytes });
  const around = new Around(layout);
  for await (const chunk of chunks) {
    for (const { kind, piece } of scanner.feed(chunk)) {
      if (kind === 'opening') around.open(piece);
      else yield* kind === 'whole' ? readWhole(piece, layout) : around.complete(readPiece(piece, layout));
    }
  }
  for (const piece of scanner.end()) yield* readPiece(piece, layout);
}

const SPLIT_HINT =
  'an object without a list is read as a whole; write one song per line instead (orient="records", lines=True)';

function* readWhole(piece: Piece, layout: JsonLayout): Generator<ImportLine> {
  if ('reason' in piece) return yield { line: piece.line, reason: `${piece.reason}: ${SPLIT_HINT}` };
  yield* readPiece(piece, layout, rowsOfWhole);
}
