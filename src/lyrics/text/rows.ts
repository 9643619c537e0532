/** What ends a line in Unicode, other than LF; CR LF is one end. */
export const OTHER_LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const OTHER_ENDS = /[\r\v\f\u0085\u2028\u2029]/;
const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** A line of a text as it is written. */
export interface Row {
  /** 0-based number among all lines of the text. */
  readonly number: number;
  /** Without its line end. */
  readonly text: string;
  /** UTF-16 offset of its first character in the text. */
  readonly start: number;
}

/** The lines of a text without their ends. All line numbers of the engine are indexes into this list. */
export const splitRows = (text: string): string[] => text.split(OTHER_ENDS.test(text) ? LINE_ENDS : '\n');

/** The lines of a text with their places. */
export function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  const ends = OTHER_ENDS.test(text) ? [...text.matchAll(LINE_ENDS)] : null;
  let start = 0;
  for (const [number, row] of splitRows(text).entries()) {
    rows.push({ number, text: row, start });
    start += row.length + (ends?.[number]?.[0].length ?? 1);
  }
  return rows;
}
