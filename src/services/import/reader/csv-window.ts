import { afterLineEnd, countLineEnds, isBlank, isLineEnd, lineEndAt } from './bytes.ts';
import { type QuoteRule, type RecordEnd, scanRecord } from './csv-scan.ts';
import { startsWith } from './foreign.ts';
import { concatBytes } from './piece.ts';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/** The part of a file that is in memory, from the record that is being read on. */
export class CsvWindow {
  bytes: Uint8Array = new Uint8Array(0);
  /** Where the record begins. */
  at = 0;
  /** No bytes follow. */
  isLast = false;
  readonly delimiter: number;
  readonly #maxBytes: number;
  #line: number;

  constructor(delimiter: string, { line, maxBytes }: { line: number; maxBytes: number }) {
    this.delimiter = delimiter.charCodeAt(0);
    this.#line = line;
    this.#maxBytes = maxBytes;
  }

  /** The line on which the record begins. */
  get line(): number {
    return this.#line;
  }

  /** The last line before the record. */
  get lastLine(): number {
    return this.at > 0 && !isLineEnd(this.bytes[this.at - 1]) ? this.#line : this.#line - 1;
  }

  get mayGrow(): boolean {
    return !this.isLast && this.bytes.length - this.at <= this.#maxBytes;
  }

  append(chunk: Uint8Array): void {
    this.bytes = concatBytes([this.bytes.subarray(this.at), chunk]);
    this.at = 0;
  }

  advance(to: number): void {
    this.#line += countLineEnds(this.bytes, this.at, to);
    this.at = to;
  }

  /** Joined files have marks in the middle, which would hide a quote. */
  passByteOrderMark(): void {
    if (startsWith(this.bytes, BYTE_ORDER_MARK, this.at)) this.at += BYTE_ORDER_MARK.length;
  }

  scan(from: number, rule: QuoteRule): RecordEnd {
    return scanRecord(this.bytes, from, { delimiter: this.delimiter, rule, isLast: this.isLast });
  }

  /** The line that begins at `from`, as a record. */
  lineAt(from: number): RecordEnd {
    const end = lineEndAt(this.bytes, from);
    if (end >= this.bytes.length && !this.isLast) return { kind: 'open', isQuoted: false, at: end };
    const next = Math.min(afterLineEnd(this.bytes, end), this.bytes.length);
    return { kind: 'end', end, next, count: this.#countFields(from, end) };
  }

  #countFields(from: number, to: number): number {
    let count = 1;
    for (let at = from; at < to; at++) if (this.bytes[at] === this.delimiter) count += 1;
    return count;
  }

  /** Spreadsheets end with lines of delimiters; quoted empty fields are a row. */
  isBlankRecord(from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      if (!isBlank(this.bytes[at]) && this.bytes[at] !== this.delimiter) return false;
    }
    return true;
  }

  /** The start of the line that holds this position, not before the record. */
  lineStart(position: number): number {
    let at = position;
    while (at > this.at && !isLineEnd(this.bytes[at - 1])) at -= 1;
    return at;
  }

  /** Whether a field begins at this position. */
  isFieldStart(position: number): boolean {
    const before = this.bytes[position - 1];
    return position === 0 || before === this.delimiter || isLineEnd(before);
  }
}
