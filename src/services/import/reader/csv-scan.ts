import { afterLineEnd, BACKSLASH, isBlank, isLineEnd, QUOTE } from './bytes.ts';

/**
 * How a quote inside quotes is written: `doubled` as in RFC 4180, `backslash` as MySQL and many scripts write it, or not
 * at all (`stray`): then a quote ends its field only in front of a delimiter or a line end.
 */
export type QuoteRule = 'doubled' | 'backslash' | 'stray';

export type RecordEnd =
  /** The record without its line end, where the next one begins, and how many fields it has. */
  | { kind: 'end'; end: number; next: number; count: number }
  /** `at`: the quote that is followed by something that may not follow it. */
  | { kind: 'violation'; at: number }
  /** The bytes end inside the record. `isQuoted`: inside quotes; `at`: what is before needs no second look. */
  | { kind: 'open'; isQuoted: boolean; at: number };

export interface ScanOptions {
  delimiter: number;
  rule: QuoteRule;
  /** No bytes follow these. */
  isLast: boolean;
  /** Receives the end of each field. */
  ends?: number[];
}

/** Finds the end of the record that begins at `from`. */
export function scanRecord(bytes: Uint8Array, from: number, options: ScanOptions): RecordEnd {
  let at = from;
  for (let count = 1; ; count++) {
    const field = bytes[at] === QUOTE ? scanQuoted(bytes, at, options) : scanPlain(bytes, at, options);
    if (field.kind !== 'field') return field;
    const end = field.end;
    options.ends?.push(end);
    if (end < bytes.length && bytes[end] === options.delimiter) {
      at = end + 1;
      continue;
    }
    if (end >= bytes.length) return options.isLast ? { kind: 'end', end, next: end, count } : openAt(end);
    const next = afterLineEnd(bytes, end);
    // A carriage return may be half of a line end.
    if (next >= bytes.length && !options.isLast) return openAt(end);
    return { kind: 'end', end, next, count };
  }
}

const openAt = (at: number) => ({ kind: 'open', isQuoted: false, at }) as const;

/** A text with more of them is no text: looking for its end would cost the whole window for each record. */
const MAX_STRAYS = 300;

type FieldEnd = { kind: 'field'; end: number } | Exclude<RecordEnd, { kind: 'end' }>;

function scanPlain(bytes: Uint8Array, from: number, { delimiter }: ScanOptions): FieldEnd {
  let at = from;
  while (at < bytes.length && bytes[at] !== delimiter && !isLineEnd(bytes[at])) at += 1;
  return { kind: 'field', end: at };
}

function scanQuoted(bytes: Uint8Array, from: number, options: ScanOptions): FieldEnd {
  let at = from + 1;
  for (let strays = 0; ; strays++) {
    at = options.rule === 'backslash' ? unescapedQuote(bytes, at) : bytes.indexOf(QUOTE, at);
    if (at < 0) return { kind: 'open', isQuoted: true, at: bytes.length };
    if (at + 1 >= bytes.length) {
      return options.isLast ? { kind: 'field', end: at + 1 } : { kind: 'open', isQuoted: true, at };
    }
    if (options.rule === 'stray') {
      if (endsStray(bytes, at, options)) return { kind: 'field', end: at + 1 };
      if (strays >= MAX_STRAYS) return { kind: 'violation', at };
      at += 1;
    } else if (options.rule === 'doubled' && bytes[at + 1] === QUOTE) at += 2;
    else if (bytes[at + 1] === options.delimiter || isLineEnd(bytes[at + 1]))
      return { kind: 'field', end: at + 1 };
    else return { kind: 'violation', at };
  }
}

function unescapedQuote(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === BACKSLASH) at += 1;
    else if (bytes[at] === QUOTE) return at;
  }
  return -1;
}

// Prose has a blank behind a comma, a row of a table rarely.
function endsStray(bytes: Uint8Array, at: number, { delimiter }: ScanOptions): boolean {
  let next = at + 1;
  if (bytes[next] === delimiter) return !isBlank(bytes[next + 1]) || bytes[next + 2] === QUOTE;
  while (isBlank(bytes[next]) && bytes[next] !== delimiter) next += 1;
  return next >= bytes.length || isLineEnd(bytes[next]) || (bytes[next] === delimiter && next > at + 1);
}
