import { AppError } from './errors.ts';

/** The sort keys of the last row of a page. */
export type CursorKey = readonly (string | number | null)[];

const FORMAT = /^[A-Za-z0-9_-]{1,512}$/;

function toBase64Url(text: string): string {
  const binary = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): string {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
}

/** A list's cursor: its name and the keys of the last row, so that one list's cursor is no good in another. */
export function encodeCursor(list: string, key: CursorKey): string {
  return toBase64Url(JSON.stringify([list, ...key]));
}

/** The keys inside a cursor of `list`. Anything that this list did not give is INVALID_CURSOR. */
export function decodeCursor(list: string, cursor: string, length: number): CursorKey {
  const invalid = new AppError('INVALID_CURSOR', 'Use the next_cursor of the previous page, unchanged.');
  if (!FORMAT.test(cursor)) throw invalid;
  let parsed: unknown;
  try {
    parsed = JSON.parse(fromBase64Url(cursor));
  } catch {
    throw invalid;
  }
  if (!Array.isArray(parsed) || parsed.length !== length + 1 || parsed[0] !== list) throw invalid;
  const key: unknown[] = parsed.slice(1);
  if (!key.every((part) => part === null || typeof part === 'string' || Number.isFinite(part))) throw invalid;
  return key as CursorKey;
}
