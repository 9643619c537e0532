/** Limits on the content of a JSON text. */
export interface JsonLimits {
  /** Maximum depth of nested objects and lists. */
  maxDepth: number;
  /** Maximum number of members of all objects and lists together. */
  maxValues: number;
}

export type JsonExcess = 'too_deep' | 'too_many_values';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENERS = new Set([0x5b, 0x7b]);
const CLOSERS = new Set([0x5d, 0x7d]);

/**
 * Whether UTF-8 JSON exceeds the limits, found in one pass without building values: it counts commas and opening
 * brackets, so an empty list counts as one value. Does not check whether the JSON is valid. Null: within the limits.
 */
export function findJsonExcess(bytes: Uint8Array, limits: JsonLimits): JsonExcess | null {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) at = stringEnd(bytes, at);
    else if (byte === COMMA) values += 1;
    else if (OPENERS.has(byte)) {
      depth += 1;
      values += 1;
      if (depth > limits.maxDepth) return 'too_deep';
    } else if (CLOSERS.has(byte)) depth -= 1;
    if (values > limits.maxValues) return 'too_many_values';
  }
  return null;
}

// The position of the closing quote, or the end if there is none.
function stringEnd(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}
