import type { ImportLine } from '../../src/services/import/import-tracks.ts';
import { decodeUtf8, NOT_UTF8, type Piece } from './piece.ts';

/** A row out of a piece of JSON; null for a blank one. The reason tells a place, never the text. */
export function parseJsonPiece(piece: Piece): ImportLine | null {
  if ('reason' in piece) return piece;
  const { line } = piece;
  const text = decodeUtf8(piece.bytes);
  if (text === null) return { line, reason: NOT_UTF8 };
  if (text.trim() === '') return null;
  try {
    return { line, row: JSON.parse(text) as unknown };
  } catch (error) {
    return { line, reason: describeSyntaxError(error) };
  }
}

function describeSyntaxError(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (/^(?:Unterminated string|Unexpected end)/.test(message)) return 'broken JSON: it breaks off';
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return `broken JSON at character ${Number(position) + 1}`;
  const mark = /^Unexpected token '(.)'/su.exec(message)?.[1];
  return mark === undefined ? 'broken JSON' : `broken JSON: ${JSON.stringify(mark)} stands where it may not`;
}
