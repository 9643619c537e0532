import { checksum, type DeflatedJson } from './deflated-json.ts';

const HEADER_BYTES = 10;
const BLOCK_HEADER_BYTES = 5;
const TRAILER_BYTES = 8;
/** The longest text of a block that is stored as it is. */
const MAX_STORED_BYTES = 0xffff;

/** The polynomial of CRC-32 with its bits reversed, as in RFC 1952. */
const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;

/**
 * A gzip stream (RFC 1952) of `before`, the text of the blocks, and `after`, with the blocks as they are: the texts
 * around them become stored blocks, so nothing is compressed. Throws a RangeError for more than 65,535 bytes around them.
 */
export function gzipAround(before: string, json: DeflatedJson, after: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const [head, tail] = [encoder.encode(before), encoder.encode(after)];
  if (Math.max(head.length, tail.length) > MAX_STORED_BYTES) throw new RangeError('too long to be stored');
  const around = 2 * BLOCK_HEADER_BYTES + head.length + tail.length;
  const stream = new Uint8Array(HEADER_BYTES + around + json.blocks.length + TRAILER_BYTES);
  const view = new DataView(stream.buffer);
  // Magic number, method 8 (deflate), no flags, no time, unknown system.
  stream.set([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  let at = writeStored(stream, HEADER_BYTES, { text: head, isLast: false });
  stream.set(json.blocks, at);
  at = writeStored(stream, at + json.blocks.length, { text: tail, isLast: true });
  const crc = joinChecksums(checksum(head), json.crc, json.length);
  view.setUint32(at, checksum(tail, crc), true);
  view.setUint32(at + 4, head.length + json.length + tail.length, true);
  return stream;
}

/** Writes a block of type "stored" (RFC 1951, 3.2.4) and returns where the next one starts. */
function writeStored(
  stream: Uint8Array,
  at: number,
  { text, isLast }: { text: Uint8Array; isLast: boolean },
): number {
  const view = new DataView(stream.buffer);
  view.setUint8(at, isLast ? 1 : 0);
  view.setUint16(at + 1, text.length, true);
  view.setUint16(at + 3, ~text.length & 0xffff, true);
  stream.set(text, at + BLOCK_HEADER_BYTES);
  return at + BLOCK_HEADER_BYTES + text.length;
}

/** CRC-32 of two texts in a row from theirs, as zlib's crc32_combine: the first is shifted by the length of the second. */
export function joinChecksums(first: number, second: number, secondLength: number): number {
  let shifted = first;
  let power = 0;
  for (let rest = secondLength; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) shifted = multiply(shiftOf(power), shifted);
    power += 1;
  }
  return (shifted ^ second) >>> 0;
}

/** x^(8 · 2^n) modulo the polynomial, kept because every shift by 2^n bytes is a product of these. */
const SHIFTS: number[] = [];

function shiftOf(power: number): number {
  for (let n = SHIFTS.length; n <= power; n++) {
    // x^8 itself: bits are reversed, so x^0 is the highest.
    const last = SHIFTS[n - 1];
    SHIFTS.push(last === undefined ? ONE >>> 8 : multiply(last, last));
  }
  return SHIFTS[power] ?? ONE;
}

/** The product of two polynomials over GF(2), modulo the polynomial of CRC-32. */
function multiply(a: number, b: number): number {
  let product = 0;
  let factor = b;
  for (let bit = ONE; bit !== 0; bit >>>= 1) {
    if ((a & bit) !== 0) product ^= factor;
    factor = (factor & 1) === 0 ? factor >>> 1 : (factor >>> 1) ^ POLYNOMIAL;
  }
  return product >>> 0;
}
