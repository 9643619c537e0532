const HEADER_BYTES = 4;

/** A number as text that reads back as the same: JavaScript writes a negative zero without its sign. */
const toText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));

/** A 16-bit float (IEEE 754 binary16), which vectors hold without infinities and NaN. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/**
 * The text of a vector or halfvec, as Postgres reads it, from the base64 of its binary form: dimensions and a reserved
 * number of two bytes each, then a float of four or two bytes a dimension, all big-endian. Throws a TypeError if it is none.
 */
export function vectorText(base64: string, type: string): string {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const isHalf = type.startsWith('halfvec');
  const width = isHalf ? 2 : 4;
  const dimensions = bytes.length < HEADER_BYTES ? Number.NaN : view.getUint16(0);
  if (bytes.length !== HEADER_BYTES + dimensions * width) throw new TypeError(`not a ${type}`);
  const values = Array.from({ length: dimensions }, (_, i) => {
    const at = HEADER_BYTES + i * width;
    return toText(isHalf ? halfToNumber(view.getUint16(at)) : view.getFloat32(at));
  });
  return `[${values.join(',')}]`;
}
