import { z } from 'zod';
import { AppError } from './errors.ts';
import { sha256Hex } from './hash.ts';

/** Whether Postgres and UTF-8 can represent the text: no NUL character, no lone surrogate. */
const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** The sort keys of the last row of a page. */
export type CursorKey = readonly (string | number | null)[];

/** A number of Postgres' integer type, from 0. */
export const keyInteger = z.int().nonnegative().max(2_147_483_647);
export const keyId = keyInteger.positive();
/** Text of at most this many characters (code points) that Postgres can store. */
export const keyText = (maxCharacters: number) =>
  z.string().refine((text) => isStorable(text) && [...text].length <= maxCharacters);

/** The key of a list ordered by id. */
export const idKey = z.tuple([keyId]);

const FORMAT = /^[A-Za-z0-9_-]{1,512}$/;
const SUM_LENGTH = 8;

function toBase64Url(text: string): string {
  const binary = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): string {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
}

/** FNV-1a, 32 bits, in hex (http://www.isthe.com/chongo/tech/comp/fnv/). Detects accidental edits; not a signature. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(SUM_LENGTH, '0');
}

/** The name of a list together with its filters and order: a cursor is rejected if the filters differ. */
export const listName = async (list: string, question: unknown): Promise<string> =>
  `${list}-${(await sha256Hex(JSON.stringify(question))).slice(0, 12)}`;

/**
 * A list's cursor: the list's name and the keys of the last row, so that a cursor of one list is rejected by another.
 * Cursors are not signed: not every deployment has a secret, and a forged cursor can only name another position in a
 * list that its sender may read anyway. The list's schema therefore validates the whole content, like any other input.
 */
export function encodeCursor(list: string, key: CursorKey): string {
  const text = JSON.stringify([list, ...key]);
  return toBase64Url(checksum(text) + text);
}

/** The keys inside a cursor of `list`. Throws INVALID_CURSOR for anything that this list did not issue. */
export function decodeCursor<K extends CursorKey>(list: string, cursor: string, schema: z.ZodType<K>): K {
  const invalid = new AppError('INVALID_CURSOR', 'Use the next_cursor of the previous page, unchanged.');
  if (!FORMAT.test(cursor)) throw invalid;
  let parsed: unknown;
  try {
    parsed = JSON.parse(fromBase64Url(cursor).slice(SUM_LENGTH));
  } catch {
    throw invalid;
  }
  const key = schema.safeParse(Array.isArray(parsed) ? parsed.slice(1) : null);
  // If encoding it again gives a different text, it was modified.
  if (!key.success || encodeCursor(list, key.data) !== cursor) throw invalid;
  return key.data;
}
