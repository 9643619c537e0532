import { parse } from 'csv-parse/sync';
import { type QuoteRule, scanRecord } from './csv-scan.ts';

// The record was cut out already: what looks like a line end is part of a field.
const OPTIONS = { record_delimiter: '\u0000\n\u0000', relax_quotes: true, relax_column_count: true } as const;
const ESCAPES = { doubled: '"', backslash: '\\' } as const;
const encoder = new TextEncoder();

/** The fields of one record without its line end. */
export function fieldsOf(text: string, delimiter: string, rule: QuoteRule): string[] {
  // Without quotes there is nothing for csv-parse to do, and a call of it costs more than a short record.
  if (!text.includes('"')) return text.split(delimiter);
  if (rule === 'stray') return strayFields(text, delimiter);
  const records: string[][] = parse(text, { ...OPTIONS, delimiter, escape: ESCAPES[rule] });
  return records[0] ?? [''];
}

// csv-parse takes every two quotes for one; here they may be the end of a text that itself ends with a quote: "6'1"".
function strayFields(text: string, delimiter: string): string[] {
  const bytes = encoder.encode(text);
  const decoder = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });
  const ends: number[] = [];
  scanRecord(bytes, 0, { delimiter: delimiter.charCodeAt(0), rule: 'stray', isLast: true, ends });
  return ends.map((end, i) => {
    const field = decoder.decode(bytes.subarray(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end));
    const quoted = /^"([\s\S]*)"[ \t]*$/.exec(field)?.[1];
    return quoted === undefined ? field : quoted.replace(/""|\\"/g, '"');
  });
}

/**
 * The fields of a line whose quotes are letters: `"Heroes" live,1977`. Null if one field is quoted as a whole or a quote
 * stays open, which other rules read.
 */
export function literalFields(text: string, delimiter: string): string[] | null {
  const fields = text.split(delimiter);
  const isLiteral = (field: string) => !field.startsWith('"') || (!field.endsWith('"') && isEven(field));
  return fields.every(isLiteral) && !/[\n\r]/.test(text) ? fields : null;
}

const isEven = (field: string): boolean => (field.split('"').length - 1) % 2 === 0;
