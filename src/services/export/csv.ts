/** The types of a cell; a list of texts is written as one text. */
export type CsvValue = string | number | boolean | Date | null | readonly string[] | Record<string, unknown>;

// Characters that may precede a formula without disabling it: blanks, invisible characters, quotes, and apostrophes
// from an earlier guard. No separator is among them, so each character is read once.
const LEAD =
  '[\'"\\v\\f \\u00a0\\u00ad\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u2064\\u3000\\ufeff]*';
const FORMULA = `${LEAD}[=+\\-@＝＋－＠]`;
const OPENING = "'*[\\t\\r\\n]";
/**
 * Where a cell begins, including where a spreadsheet would begin one that splits at semicolons and ignores quotes
 * inside a cell.
 */
const CELL_START = '(?<=^|[;；\\t\\r\\n])';
const TO_GUARD = new RegExp(`^(?=${OPENING})|${CELL_START}(?=${FORMULA})`, 'g');
const GUARD = new RegExp(`^'(?=${OPENING})|${CELL_START}'(?=${FORMULA})`, 'g');
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;
const LIST_SEPARATOR = '; ';

/**
 * A text in which no spreadsheet runs a formula: an apostrophe is put before each formula, as OWASP advises, at the
 * start of the text and after each semicolon, tab and line end in it.
 */
export const guardFormulas = (text: string): string => text.replace(TO_GUARD, "'");

/** Restores the text that `guardFormulas` was given. */
export const unguardFormulas = (text: string): string => text.replace(GUARD, '');

/**
 * A cell as in RFC 4180. Null is written as nothing, an empty text as "". Texts that a spreadsheet would run as a
 * formula are guarded, and `unguardFormulas` restores them; numbers are not guarded.
 */
export function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  const guarded = guardFormulas(asText(value));
  return guarded === '' || NEEDS_QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function asText(value: string | readonly string[] | Record<string, unknown>): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(LIST_SEPARATOR) : JSON.stringify(value);
}

/** A record with its line end. */
export const csvRecord = (values: readonly CsvValue[]): string => `${values.map(csvCell).join(',')}\r\n`;
