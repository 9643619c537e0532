import type { ImportLine } from '../../src/services/import/import-tracks.ts';
import { JsonListScanner } from './json-list-scanner.ts';
import { parseJsonPiece } from './parse-json.ts';

/**
 * Rows of a JSON file that is a list, or an object that holds one under `tracks` (also `songs`, `items`, `data`,
 * `results`). Read element by element, so that neither its size nor one damaged element matters.
 */
export async function* readJson(chunks: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<ImportLine> {
  const scanner = new JsonListScanner(maxBytes);
  for await (const chunk of chunks) yield* rowsOf(scanner.feed(chunk));
  yield* rowsOf(scanner.end());
}

function* rowsOf(pieces: ReturnType<JsonListScanner['feed']>): Generator<ImportLine> {
  for (const piece of pieces) {
    const row = parseJsonPiece(piece);
    if (row !== null) yield row;
  }
}
