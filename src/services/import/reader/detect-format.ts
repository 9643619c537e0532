import { lineEndAt } from './bytes.ts';
import { decodeRecord } from './encoding.ts';
import { createNotes } from './notes.ts';
import { parseJson, trimValue } from './parse-json.ts';
import type { RowFormat } from './row-formats.ts';

const OPENING = /^\s*([[{])/;

/**
 * The format of a file by its first bytes, whatever its name: JSON begins with a bracket; it is NDJSON if its first line
 * with text is a whole value and others follow; everything else is CSV.
 */
export function detectFormat(head: Uint8Array, isWhole: boolean): RowFormat {
  const opening = OPENING.exec(
    new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(head.subarray(0, 4096)),
  )?.[1];
  if (opening === undefined) return 'csv';
  const [first, ...others] = firstLines(head, isWhole);
  const [second] = others;
  if (first === undefined) return 'json';
  if (!isValue(first)) return opening === '{' && areRows(others) ? 'ndjson' : 'json';
  if (second === undefined) return opening === '{' && !isWhole ? 'ndjson' : 'json';
  // A damaged second line is refused by itself; behind a list, what is no list is damage of the whole.
  return opening === '{' || /^\s*[[{]/.test(second) ? 'ndjson' : 'json';
}

/** The first three lines with text; a line whose end is not in the head does not count. */
function firstLines(head: Uint8Array, isWhole: boolean): string[] {
  const lines: string[] = [];
  for (let at = 0; at < head.length && lines.length < 3; ) {
    const end = lineEndAt(head, at);
    if (end === head.length && !isWhole && lines.length === 0) break;
    const text = decodeRecord(head.subarray(at, end), 'windows-1252')?.text.replace(/^\uFEFF/, '') ?? '';
    if (text.trim() !== '') lines.push(text);
    at = end + 1;
  }
  return lines;
}

/** Whether the lines behind a damaged one are objects of their own; in a list they end with commas. */
const areRows = (lines: readonly string[]): boolean =>
  lines.length > 0 && lines.every((line) => isObject(line) && !line.trimEnd().endsWith(','));

const isObject = (line: string): boolean => /^\s*\{/.test(line) && isValue(line);

const isValue = (line: string): boolean => 'value' in parseJson(trimValue(line), createNotes());
