import { checksum, type DeflatedJson, TAG_DIGITS } from '../lib/deflated-json.ts';

/** Identifies the format: a value with another mark cannot be read. */
const MARK = 0x62_6c_6b_31;

/** Mark, CRC-32 of all that follows, bytes of the note; then length and CRC-32 of the text, and its tag. */
const AT = { mark: 0, crc: 4, note: 8, length: 10, textCrc: 14, tag: 18 } as const;
const TAG_BYTES = TAG_DIGITS / 2;
const HEADER_BYTES = AT.tag + TAG_BYTES;

/** A deflated text and a note beside it as bytes. The note is JSON of at most 65,535 bytes. */
export function toBytes(note: unknown, json: DeflatedJson): Uint8Array<ArrayBuffer> {
  const noteBytes = new TextEncoder().encode(JSON.stringify(note));
  const bytes = new Uint8Array(HEADER_BYTES + noteBytes.length + json.blocks.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(AT.mark, MARK);
  view.setUint16(AT.note, noteBytes.length);
  view.setUint32(AT.length, json.length);
  view.setUint32(AT.textCrc, json.crc);
  for (let i = 0; i < TAG_BYTES; i++)
    view.setUint8(AT.tag + i, Number.parseInt(json.tag.slice(2 * i, 2 * i + 2), 16));
  bytes.set(noteBytes, HEADER_BYTES);
  bytes.set(json.blocks, HEADER_BYTES + noteBytes.length);
  view.setUint32(AT.crc, checksum(bytes.subarray(AT.note)));
  return bytes;
}

/** Restores what `toBytes` was given; throws for other bytes, and if one of them changed. */
export function fromBytes(bytes: Uint8Array): { note: unknown; json: DeflatedJson } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || view.getUint32(AT.mark) !== MARK)
    throw new TypeError('not a kept value');
  if (view.getUint32(AT.crc) !== checksum(bytes.subarray(AT.note))) throw new TypeError('a spoilt value');
  const blocksAt = HEADER_BYTES + view.getUint16(AT.note);
  const note: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(HEADER_BYTES, blocksAt)));
  const tag = Array.from(bytes.subarray(AT.tag, HEADER_BYTES), (byte) => byte.toString(16).padStart(2, '0'));
  return {
    note,
    json: {
      blocks: bytes.subarray(blocksAt),
      length: view.getUint32(AT.length),
      crc: view.getUint32(AT.textCrc),
      tag: tag.join(''),
    },
  };
}
