export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
/** What a file is that holds no text of its own. */
export type NoText = 'archive' | 'old_office' | 'pdf' | 'packed' | 'binary';

export interface Decoded {
  text: string;
  encoding: Encoding;
  /** Characters that could not be read, each of them U+FFFD in the text. */
  damaged: number;
}

const SIGNATURES: readonly (readonly [NoText, readonly number[]])[] = [
  // Also .xlsx, .docx and .ods.
  ['archive', [0x50, 0x4b, 0x03, 0x04]],
  ['old_office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['packed', [0x1f, 0x8b]],
];
const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
const SAMPLE = 4096;

const beginsWith = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, i) => bytes[i] === byte);

/** UTF-16 without a mark: letters of most texts have a zero byte, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = sample.length / 2;
  if (odd > most * 0.4 && even < most * 0.05) return 'utf-16le';
  return even > most * 0.4 && odd < most * 0.05 ? 'utf-16be' : null;
}

const countOf = (text: string, wanted: RegExp): number => text.match(wanted)?.length ?? 0;

function decodeUnmarked(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8').decode(bytes);
  const damaged = countOf(text, /\uFFFD/g);
  if (damaged === 0) return { text, encoding: 'utf-8', damaged };
  // A file of bytes has hardly any pair that is UTF-8 by chance; one damaged letter does not make the others wrong.
  const good = countOf(text, /[^\p{ASCII}\uFFFD]/gu);
  if (good > damaged) return { text, encoding: 'utf-8', damaged };
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252', damaged: 0 };
}

/** Letters that no text has, more than a few of a thousand. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  return sample.includes('\0') || countOf(sample, /(?![\t\n\v\f\r])\p{Cc}/gu) > sample.length / 200;
}

/** The text of a file by its first bytes: a mark, zero bytes, or whether it is UTF-8; or what it is instead. */
export function decodeText(bytes: Uint8Array): Decoded | NoText {
  const signature = SIGNATURES.find(([, beginning]) => beginsWith(bytes, beginning));
  if (signature !== undefined) return signature[0];
  const marked = MARKS.find(([, mark]) => beginsWith(bytes, mark))?.[0];
  const wide = marked ?? unmarkedUtf16(bytes);
  const text = wide === null || wide === 'utf-8' ? null : new TextDecoder(wide).decode(bytes);
  const decoded =
    text === null || wide === null
      ? decodeUnmarked(bytes)
      : { text, encoding: wide, damaged: countOf(text, /\uFFFD/g) };
  return isBinary(decoded.text) ? 'binary' : decoded;
}
