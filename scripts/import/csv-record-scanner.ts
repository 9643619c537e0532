import { CappedBytes, type Piece } from './piece.ts';

const LINE_FEED = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;

/** Where in a record the last byte left us; `after_quote`: a quote inside quotes, an end or half an escape. */
type State = 'field_start' | 'plain' | 'quoted' | 'after_quote';

/**
 * Splits a CSV file into records of limited size, which csv-parse then reads: csv-parse alone cannot continue after a
 * record over its limit. The rules of quoting are those of csv-parse with relaxed quotes.
 */
export class CsvRecordScanner {
  readonly #record: CappedBytes;
  #state: State = 'field_start';
  #line = 1;
  #recordLine = 1;

  constructor(maxBytes: number) {
    this.#record = new CappedBytes(maxBytes);
  }

  *feed(chunk: Buffer): Generator<Piece> {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (byte === LINE_FEED) this.#line += 1;
      if (byte === LINE_FEED && this.#state !== 'quoted') {
        this.#record.append(chunk.subarray(from, at));
        yield this.#take();
        from = at + 1;
      } else this.#state = nextState(this.#state, byte);
    }
    this.#record.append(chunk.subarray(from));
  }

  *end(): Generator<Piece> {
    if (this.#record.size === 0) return;
    if (this.#state !== 'quoted') yield this.#take();
    else yield { line: this.#recordLine, reason: 'broken CSV: a quote is opened here and never closed' };
  }

  #take(): Piece {
    const piece = this.#record.take(this.#recordLine);
    this.#state = 'field_start';
    this.#recordLine = this.#line;
    return piece;
  }
}

function nextState(state: State, byte: number): State {
  if (state === 'quoted') return byte === QUOTE ? 'after_quote' : 'quoted';
  if (byte === COMMA) return 'field_start';
  if (byte === QUOTE && state !== 'plain') return 'quoted';
  return 'plain';
}
