import { jsonrepair } from 'jsonrepair';
import { outsideStrings } from './outside-strings.ts';

const NO_NUMBER = /[-+]?\b(?:NaN|Infinity|inf)\b/gi;
const PLUS = /\+(?=[\d.])/g;
const BARE_POINT = /(?<![\w\d])\.(?=\d)/g;

/** The text with numbers as JSON writes them; null for those that it cannot write. */
function withPlainNumbers(text: string): string {
  let plain = '';
  let written = 0;
  for (const { start, end } of outsideStrings(text, 0, `"'`)) {
    const stretch = text.slice(start, end).replaceAll(NO_NUMBER, 'null').replaceAll(PLUS, '');
    plain += text.slice(written, start) + stretch.replaceAll(BARE_POINT, '0.');
    written = end;
  }
  return plain + text.slice(written);
}

function toObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}

/** The object that a text is, as strict JSON; undefined if it is none. */
export function strictObject(text: string): Record<string, unknown> | undefined {
  try {
    return toObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * The object that a text is meant to be: JSON with trailing or missing commas, comments, raw newlines, single or
 * typographic quotes, unquoted keys, Python's constants. NaN and infinite numbers are null. Undefined if it cannot be
 * read.
 */
export function mendedObject(text: string): Record<string, unknown> | undefined {
  try {
    return toObject(JSON.parse(jsonrepair(withPlainNumbers(text))));
  } catch {
    return undefined;
  }
}
