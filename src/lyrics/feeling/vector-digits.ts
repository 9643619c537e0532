/** Each number of a vector is one of nine levels, -4 to 4; two of them are one digit. */
export const MAX_LEVEL = 4;
export const LEVELS = 2 * MAX_LEVEL + 1;

const BASE = LEVELS * LEVELS;
const FIRST_CHARACTER = 35;
/** A string would have to escape it. */
const BACKSLASH = 92;
const INSTEAD = FIRST_CHARACTER + BASE;

/** The number whose digits, one a character, begin at `at`. */
export function readDigits(text: string, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i++) {
    const code = text.charCodeAt(i);
    value = value * BASE + (code === INSTEAD ? BACKSLASH : code) - FIRST_CHARACTER;
  }
  return value;
}

/** A number from 0 as `count` digits. */
export function writeDigits(value: number, count: number): string {
  let text = '';
  for (let left = value, i = 0; i < count; i++, left = Math.floor(left / BASE)) {
    const code = FIRST_CHARACTER + (left % BASE);
    text = String.fromCharCode(code === BACKSLASH ? INSTEAD : code) + text;
  }
  return text;
}
