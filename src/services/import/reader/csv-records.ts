import { coalesce, QUOTE } from './bytes.ts';
import { fieldsOf, literalFields } from './csv-fields.ts';
import type { QuoteRule, RecordEnd } from './csv-scan.ts';
import { CsvSkip, UNCLOSED } from './csv-skip.ts';
import { CsvWindow } from './csv-window.ts';
import { decodeRecord, NOT_UTF8 } from './encoding.ts';
import type { ReaderNotes } from './notes.ts';
import { type Chunks, tooLong } from './piece.ts';

export type CsvRecord = { line: number; fields: string[] } | { line: number; reason: string };

export interface CsvLayout {
  delimiter: string;
  /** The columns that the header names. */
  header: readonly string[];
  encoding: string;
  maxBytes: number;
  notes: ReaderNotes;
}

type End = Extract<RecordEnd, { kind: 'end' }>;
type Rule = QuoteRule | 'literal';

/**
 * Cuts what follows the header into records of limited size and reads their fields with csv-parse. The library alone
 * cannot continue behind a record over its limit or behind an open quote, and knows one rule of quoting at a time: here
 * a record that does not fit the header under one rule is read under the next.
 */
export class CsvRecords {
  readonly #layout: CsvLayout;
  readonly #window: CsvWindow;
  readonly #header: string;
  #rule: 'doubled' | 'backslash' = 'doubled';
  #skip: CsvSkip | null = null;
  /** Whether the record that was read last is Windows-1252. */
  #isWestern = false;

  constructor(layout: CsvLayout, line: number) {
    this.#layout = layout;
    this.#window = new CsvWindow(layout.delimiter, { line, maxBytes: layout.maxBytes });
    this.#header = layout.header.join('\n');
  }

  async *read(chunks: Chunks): AsyncGenerator<CsvRecord> {
    for await (const chunk of coalesce(chunks)) {
      this.#window.append(chunk);
      yield* this.#drain();
    }
    this.#window.isLast = true;
    yield* this.#drain();
    if (this.#skip !== null) yield this.#skip.end();
  }

  *#drain(): Generator<CsvRecord> {
    const window = this.#window;
    while (window.at < window.bytes.length) {
      const record = this.#skip === null ? this.#next() : this.#continueSkip(this.#skip);
      if (record === 'more') return;
      if (record !== null) yield record;
    }
  }

  /** The next record; null for a blank one; `more` if it ends behind the window. */
  #next(): CsvRecord | null | 'more' {
    const window = this.#window;
    window.passByteOrderMark();
    const first = window.scan(window.at, this.#rule);
    if (first.kind === 'open' && window.mayGrow) return 'more';
    if (first.kind === 'end') {
      if (window.isBlankRecord(window.at, first.end)) return this.#pass(first);
      const fields = this.#mayFit(first) ? this.#fieldsTo(first, this.#rule) : [];
      if (fields === null || this.#fits(fields)) return this.#take(first, fields);
    } else if (first.kind === 'violation') {
      const next = this.#findLostRecord(first.at);
      if (next === 'more') return 'more';
      if (next !== null) return this.#reportUnclosed(next);
    }
    return this.#readOtherwise(first);
  }

  /** Reads a record that does not fit the header under the usual rule. */
  #readOtherwise(first: RecordEnd): CsvRecord | null | 'more' {
    const window = this.#window;
    const other = this.#rule === 'doubled' ? 'backslash' : 'doubled';
    for (const rule of [other, 'literal', 'stray'] as const) {
      const end = rule === 'literal' ? window.lineAt(window.at) : window.scan(window.at, rule);
      if (end.kind === 'open' && window.mayGrow) return 'more';
      if (end.kind !== 'end' || !this.#mayFit(end)) continue;
      const fields = this.#fieldsTo(end, rule);
      if (fields === null || !this.#fits(fields)) continue;
      if (rule === 'doubled' || rule === 'backslash') this.#rule = rule;
      else this.#layout.notes.strayQuotes += 1;
      return this.#take(end, fields);
    }
    if (first.kind === 'end') return this.#refuse(first);
    return first.kind === 'open' ? this.#giveUpOpen(first) : this.#giveUpBroken();
  }

  #giveUpOpen(first: Extract<RecordEnd, { kind: 'open' }>): CsvRecord | null {
    const window = this.#window;
    const from = nextOf(window.lineAt(window.at));
    if (first.isQuoted && this.#areAllRecords(from, window.bytes.length)) return this.#reportUnclosed(from);
    if (first.isQuoted && window.isLast) return this.#reportUnclosed(window.bytes.length);
    this.#skip = new CsvSkip(window, first, this.#layout.maxBytes);
    return null;
  }

  /** A record with a quote where none may be; what follows up to the next whole record belongs to it. */
  #giveUpBroken(): CsvRecord | 'more' {
    const window = this.#window;
    const { line, at } = window;
    let next = nextOf(window.lineAt(at));
    while (next < window.bytes.length && !this.#isRecord(next, window.bytes[at] === QUOTE)) {
      if (window.scan(next, this.#rule).kind === 'open' && window.mayGrow) return 'more';
      next = nextOf(window.lineAt(next));
    }
    window.advance(next);
    return { line, reason: `broken CSV: a quote stands where none may${linesLost(line, window.lastLine)}` };
  }

  #continueSkip(skip: CsvSkip): CsvRecord | null | 'more' {
    const outcome = skip.continue((from) => this.#isRecord(from, true));
    if (outcome !== 'more' && outcome !== null) this.#skip = null;
    return outcome;
  }

  /**
   * A quote that ends where a field of a later line begins: if that line is a whole record, the quote before it was never
   * closed. Returns where to continue.
   */
  #findLostRecord(quote: number): number | null | 'more' {
    const window = this.#window;
    const start = window.lineStart(quote);
    if (start === window.at || !window.isFieldStart(quote)) return null;
    const end = window.scan(start, this.#rule);
    if (end.kind === 'open' && window.mayGrow) return 'more';
    if (!this.#isRecord(start, false)) return null;
    const from = nextOf(window.lineAt(window.at));
    return from === start || this.#areAllRecords(from, start) ? from : start;
  }

  #isRecord(from: number, mustBeQuoted: boolean): boolean {
    if (mustBeQuoted && this.#window.bytes[from] !== QUOTE) return false;
    const end = this.#window.scan(from, this.#rule);
    if (end.kind !== 'end' || !this.#mayFit(end)) return false;
    const fields = this.#fieldsBetween(from, end.end, this.#rule);
    return fields !== null && this.#fits(fields);
  }

  /** Whether `[from, to)` holds nothing but whole records; an unfinished last one does not count. */
  #areAllRecords(from: number, to: number): boolean {
    const window = this.#window;
    let at = from;
    while (at < to) {
      const end = window.scan(at, this.#rule);
      if (end.kind === 'open' && at > from) return true;
      if (end.kind !== 'end') return false;
      if (!window.isBlankRecord(at, end.end) && !this.#isRecord(at, false)) return false;
      at = end.next;
    }
    return at > from;
  }

  #reportUnclosed(next: number): CsvRecord {
    const { line } = this.#window;
    this.#window.advance(next);
    return { line, reason: `${UNCLOSED}${linesLost(line, this.#window.lastLine)}` };
  }

  /** Null: not text. */
  #fieldsBetween(from: number, to: number, rule: Rule): string[] | null {
    const bytes = this.#window.bytes.subarray(from, to);
    const decoded = decodeRecord(bytes, this.#layout.encoding);
    if (decoded === null) return null;
    this.#isWestern = decoded.isWindows1252;
    const { delimiter } = this.#layout;
    return rule === 'literal'
      ? literalFields(decoded.text, delimiter)
      : fieldsOf(decoded.text, delimiter, rule);
  }

  #fieldsTo(end: End, rule: Rule): string[] | null {
    return this.#fieldsBetween(this.#window.at, end.end, rule);
  }

  /** Whether the record has enough fields, which costs less to know than the fields. */
  #mayFit(end: End): boolean {
    return end.count >= this.#layout.header.length;
  }

  #fits(fields: readonly string[]): boolean {
    const { length } = this.#layout.header;
    return fields.length >= length && fields.slice(length).every((field) => field.trim() === '');
  }

  #take(end: End, fields: string[] | null): CsvRecord | null {
    const window = this.#window;
    const { line, at } = window;
    window.advance(end.next);
    if (end.end - at > this.#layout.maxBytes) {
      return { line, reason: tooLong(end.end - at, this.#layout.maxBytes) };
    }
    if (fields === null) {
      this.#layout.notes.undecodable += 1;
      return { line, reason: NOT_UTF8 };
    }
    if (this.#isWestern) this.#layout.notes.windows1252 += 1;
    if (fields.join('\n') === this.#header) {
      this.#layout.notes.repeatedHeaders += 1;
      return null;
    }
    return { line, fields };
  }

  #refuse({ next, count }: End): CsvRecord {
    const { line } = this.#window;
    this.#window.advance(next);
    return { line, reason: `${count} fields where the header names ${this.#layout.header.length}` };
  }

  #pass({ next }: End): null {
    this.#window.advance(next);
    return null;
  }
}

const nextOf = (end: RecordEnd): number => (end.kind === 'end' ? end.next : end.at);

/** What a refusal of the record on this line adds about the lines behind it. */
function linesLost(line: number, last: number): string {
  if (last <= line) return '';
  return last === line + 1
    ? `; line ${last} is lost with it`
    : `; lines ${line + 1} to ${last} are lost with it`;
}
