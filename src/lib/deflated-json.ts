import { constants, crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { sha256Hex } from './hash.ts';

/** A JSON text as deflate blocks (RFC 1951) that end on a byte, none of them the last: other blocks may surround them. */
export interface DeflatedJson {
  blocks: Uint8Array;
  /** Of the text, in bytes of UTF-8. */
  length: number;
  /** CRC-32 of the text. */
  crc: number;
  /** Identifies the text: hexadecimal digits, 96 bits of its SHA-256. */
  tag: string;
}

export const TAG_DIGITS = 24;
/** A text is deflated once and read many times. */
const LEVEL = 9;

/** CRC-32 of bytes, or of bytes that follow others with the CRC `before`. */
export const checksum = (bytes: Uint8Array, before = 0): number => crc32(bytes, before);

/** Identifies a JSON text by its content. */
export const tagOf = async (text: string): Promise<string> => (await sha256Hex(text)).slice(0, TAG_DIGITS);

export async function deflateJson(text: string): Promise<DeflatedJson> {
  const bytes = new TextEncoder().encode(text);
  const blocks = deflateRawSync(bytes, {
    level: LEVEL,
    memLevel: LEVEL,
    finishFlush: constants.Z_SYNC_FLUSH,
  });
  return {
    blocks: Uint8Array.from(blocks),
    length: bytes.length,
    crc: checksum(bytes),
    tag: await tagOf(text),
  };
}

/** The text in UTF-8. Throws if the blocks are not those of the text. */
export function inflateJson({ blocks, length, crc }: DeflatedJson): Uint8Array {
  const bytes = inflateRawSync(blocks, { finishFlush: constants.Z_SYNC_FLUSH });
  if (bytes.length !== length || checksum(bytes) !== crc) throw new TypeError('not the blocks of this text');
  return bytes;
}
