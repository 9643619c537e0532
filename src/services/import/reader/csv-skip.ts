import { afterLineEnd, isLineEnd, QUOTE } from './bytes.ts';
import type { RecordEnd } from './csv-scan.ts';
import type { CsvWindow } from './csv-window.ts';
import { megabytes, tooLong } from './piece.ts';

export const UNCLOSED = 'broken CSV: a quote is opened here and never closed';

type Refused = { line: number; reason: string };

/** Passes over a record that is too long to hold: its bytes are counted and forgotten. */
export class CsvSkip {
  readonly #window: CsvWindow;
  readonly #maxBytes: number;
  readonly #line: number;
  #size = 0;
  #isQuoted: boolean;

  constructor(window: CsvWindow, open: Extract<RecordEnd, { kind: 'open' }>, maxBytes: number) {
    this.#window = window;
    this.#maxBytes = maxBytes;
    this.#line = window.line;
    this.#isQuoted = open.isQuoted;
    this.#advance(open.at);
  }

  /** What the record was, when its end is found; null or `more` before. `isRecord`: whether a line is a whole record. */
  continue(isRecord: (from: number) => boolean): Refused | null | 'more' {
    return this.#isQuoted ? this.#findClosing(isRecord) : this.#findEnd();
  }

  /** The end of the file inside the record. */
  end(): Refused {
    const reason = this.#isQuoted
      ? `${UNCLOSED}; the ${megabytes(this.#size)} MB behind it were not read`
      : tooLong(this.#size, this.#maxBytes);
    return { line: this.#line, reason };
  }

  #findClosing(isRecord: (from: number) => boolean): Refused | null | 'more' {
    const { bytes, at, isLast, delimiter } = this.#window;
    const quote = bytes.indexOf(QUOTE, at);
    if (quote < 0 || (quote + 1 >= bytes.length && !isLast))
      return this.#keepLine(quote < 0 ? bytes.length : quote);
    const next = bytes[quote + 1];
    if (next === QUOTE) this.#advance(quote + 2);
    else if (next === undefined || next === delimiter || isLineEnd(next)) {
      this.#isQuoted = false;
      this.#advance(quote + 1);
    } else {
      const start = this.#window.lineStart(quote);
      if (start === quote && isRecord(start)) return this.#reportUnclosed(start);
      this.#advance(quote + 1);
    }
    return null;
  }

  /** Keeps the line in progress, which may turn out to be a record. */
  #keepLine(to: number): 'more' {
    const start = this.#window.lineStart(to);
    this.#advance(start > this.#window.at && to - start < this.#maxBytes ? start : to);
    return 'more';
  }

  #findEnd(): Refused | null | 'more' {
    const { bytes, isLast, delimiter } = this.#window;
    for (let at = this.#window.at; at < bytes.length; at++) {
      if (isLineEnd(bytes[at])) {
        if (at + 1 >= bytes.length && !isLast) return this.#more(at);
        this.#advance(at);
        const reason = tooLong(this.#size, this.#maxBytes);
        this.#window.advance(afterLineEnd(bytes, at));
        return { line: this.#line, reason };
      }
      if (bytes[at] !== delimiter) continue;
      if (at + 1 >= bytes.length && !isLast) return this.#more(at);
      if (bytes[at + 1] !== QUOTE) continue;
      this.#isQuoted = true;
      this.#advance(at + 2);
      return null;
    }
    return this.#more(bytes.length);
  }

  #more(to: number): 'more' {
    this.#advance(to);
    return 'more';
  }

  #reportUnclosed(next: number): Refused {
    this.#advance(next);
    const last = this.#window.line - 1;
    return { line: this.#line, reason: `${UNCLOSED}; lines ${this.#line + 1} to ${last} are lost with it` };
  }

  #advance(to: number): void {
    this.#size += to - this.#window.at;
    this.#window.advance(to);
  }
}
