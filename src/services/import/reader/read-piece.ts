import type { ImportLine } from '../import-tracks.ts';
import { decodeRecord, NOT_UTF8 } from './encoding.ts';
import type { ReaderNotes } from './notes.ts';
import { parseJson, trimValue } from './parse-json.ts';
import type { Piece } from './piece.ts';
import { rowsOf } from './rows-of-value.ts';

export interface JsonLayout {
  encoding: string;
  maxBytes: number;
  notes: ReaderNotes;
}

/** The rows of a piece of JSON: none for a blank one. */
export function* readPiece(
  piece: Piece,
  layout: JsonLayout,
  expand: (value: unknown) => unknown[] = (value) => rowsOf(value),
): Generator<ImportLine> {
  if ('reason' in piece) return yield piece;
  const { line } = piece;
  const decoded = decodeRecord(piece.bytes, layout.encoding);
  if (decoded === null) {
    layout.notes.undecodable += 1;
    return yield { line, reason: NOT_UTF8 };
  }
  const text = trimValue(decoded.text);
  if (text === '' || text === '[' || text === ']') return;
  if (decoded.isWindows1252) layout.notes.windows1252 += 1;
  const parsed = parseJson(text, layout.notes);
  if ('reason' in parsed) return yield { line, reason: parsed.reason };
  for (const row of expand(parsed.value)) yield { line, row };
}
