import { startsWith } from './foreign.ts';
import { type Chunks, FileFormatError } from './piece.ts';

export interface Encoding {
  /** A label of the Encoding standard. */
  name: string;
  byteOrderMark: boolean;
}

const UTF_8_MARK = [0xef, 0xbb, 0xbf] as const;

/**
 * The encoding of a file by its first bytes: by a byte order mark, by the zeros between the letters of UTF-16, by being
 * valid UTF-8, else Windows-1252 if the text is plausible in it. Other encodings cannot be told apart and must be named:
 * without a name, their rows are refused.
 */
export function detectEncoding(head: Uint8Array, isWhole: boolean): Encoding {
  if (startsWith(head, UTF_8_MARK)) return { name: 'utf-8', byteOrderMark: true };
  if (startsWith(head, [0xff, 0xfe])) return { name: 'utf-16le', byteOrderMark: true };
  if (startsWith(head, [0xfe, 0xff])) return { name: 'utf-16be', byteOrderMark: true };
  const plain = (name: string): Encoding => ({ name, byteOrderMark: false });
  const wide = wideEncoding(head);
  if (wide !== null) return plain(wide);
  // The head may end inside a letter.
  const whole = isWhole ? head : head.subarray(0, Math.max(0, head.length - 4));
  if (decodeStrictly(whole, 'utf-8', !isWhole) !== null) return plain('utf-8');
  const isOther = hasWideLetters(whole) || !isWestern(new TextDecoder('windows-1252').decode(whole));
  return plain(isOther ? 'utf-8' : 'windows-1252');
}

/** UTF-16 without a mark: brackets and names of columns are ASCII, whose letters have a zero at every other byte. */
function wideEncoding(head: Uint8Array): string | null {
  const [even, odd] = [zerosFrom(head, 0), zerosFrom(head, 1)];
  if (head[1] === 0 && head[3] === 0 && odd > even * 10) return 'utf-16le';
  if (head[0] === 0 && head[2] === 0 && even > odd * 10) return 'utf-16be';
  return null;
}

function zerosFrom(bytes: Uint8Array, start: number): number {
  let count = 0;
  for (let at = start; at < bytes.length; at += 2) if (bytes[at] === 0) count += 1;
  return count;
}

/** The text of bytes, without a byte order mark; null if they are not in this encoding. */
export function decodeStrictly(bytes: Uint8Array, name: string, mayContinue = false): string | null {
  try {
    return new TextDecoder(name, { fatal: true, ignoreBOM: false }).decode(bytes, { stream: mayContinue });
  } catch {
    return null;
  }
}

const WIDE_LETTER = /[\u0080-\u{10FFFF}]/u;

/** Whether some letters are valid UTF-8 outside ASCII: the file is UTF-8 with damage, or a mixture. */
function hasWideLetters(bytes: Uint8Array): boolean {
  return WIDE_LETTER.test(new TextDecoder().decode(bytes).replaceAll('\uFFFD', ''));
}

const UNDEFINED = /[\u0080-\u009F]/;
// Cyrillic, Greek, Polish or Japanese read as Windows-1252: words of accents only, or signs inside words.
const FOREIGN_WORD =
  /[À-ÖØ-öø-ÿ]{4}|[A-Za-zÀ-ÿ][¹²³¿¡¾¼½±¦¯¥£¤¬¶º][a-zà-ÿ]|[ƒˆ†‡‰][A-Za-zÀ-ÿƒˆ†‡‰]|[A-Za-zÀ-ÿ]‚[A-Za-zÀ-ÿ]/u;
// A letter that stands alone is one of the words à, é, ô…; any other is damage.
const LONE_LETTER = /(?<![\p{L}\p{M}])[ÂÃÄÅÆÇËÎÏÐÑÕÖ×ØÛÜÝÞßâãäåæçëîïðñõö÷øûüýþÿ](?![\p{L}\p{M}'’.])/u;

/** Whether a text that was decoded as Windows-1252 looks like a Western language. */
export const isWestern = (text: string): boolean =>
  !UNDEFINED.test(text) && !FOREIGN_WORD.test(text) && !LONE_LETTER.test(text);

/** The chunks of a text in another encoding as UTF-8, without a byte order mark. */
export async function* toUtf8(chunks: Chunks, name: string): AsyncGenerator<Uint8Array> {
  const decoder = openDecoder(name);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield encoder.encode(text);
  }
  const rest = decoder.decode();
  if (rest !== '') yield encoder.encode(rest);
}

function openDecoder(name: string): TextDecoder {
  try {
    return new TextDecoder(name);
  } catch {
    throw new FileFormatError(
      `${name} is no known encoding; a name is like windows-1251, iso-8859-2 or shift_jis.`,
    );
  }
}

/** The text of a record, and whether it had to be read as Windows-1252; null if it is in neither. */
export function decodeRecord(
  bytes: Uint8Array,
  fileEncoding: string,
): { text: string; isWindows1252: boolean } | null {
  const text = decodeStrictly(bytes, 'utf-8');
  if (text !== null) return { text, isWindows1252: false };
  if (hasWideLetters(bytes)) return null;
  const western = new TextDecoder('windows-1252').decode(bytes);
  const isRead = fileEncoding === 'windows-1252' ? !UNDEFINED.test(western) : isWestern(western);
  return isRead ? { text: western, isWindows1252: true } : null;
}

export const NOT_UTF8 = 'not valid UTF-8';
