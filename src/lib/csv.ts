/** What a cell can hold; a list of texts is written as one text. */
export type CsvValue = string | number | boolean | Date | null | readonly string[] | Record<string, unknown>;

/** What spreadsheets take for a formula at the start of a text, after apostrophes that an earlier guard may have put there. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;
const LIST_SEPARATOR = '; ';

/**
 * A cell by RFC 4180. Null is nothing, an empty text is "". A text that a spreadsheet would run as a formula gets an
 * apostrophe before it, as OWASP advises; taking one away where a formula follows gives the text back. Numbers get none.
 */
export function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString();
  const text = asText(value);
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return guarded === '' || NEEDS_QUOTES.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

function asText(value: string | readonly string[] | Record<string, unknown>): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(LIST_SEPARATOR) : JSON.stringify(value);
}

/** A record with its line end. */
export const csvRecord = (values: readonly CsvValue[]): string => `${values.map(csvCell).join(',')}\r\n`;
