import { CappedBytes, FileFormatError, type Piece } from './piece.ts';

const LIST_NAMES: ReadonlySet<string> = new Set(['tracks', 'songs', 'items', 'data', 'results']);
const MAX_NAME_BYTES = 40;

const code = (char: string): number => char.charCodeAt(0);
const LINE_FEED = code('\n');
const QUOTE = code('"');
const BACKSLASH = code('\\');
const COMMA = code(',');
const COLON = code(':');
const OPEN_LIST = code('[');
const CLOSE_LIST = code(']');
const OPEN_OBJECT = code('{');
const CLOSE_OBJECT = code('}');
const SPACES: ReadonlySet<number> = new Set([' ', '\t', '\r', '\n'].map(code));

/** `start`: nothing seen; `object`: looking for the list; `list`: between elements; `element`: in one. */
type State = 'start' | 'object' | 'list' | 'element' | 'done';

/**
 * Finds where each element of a JSON list begins and ends by counting brackets outside strings. It keeps one
 * element at a time; a JSON parser then reads the element.
 */
export class JsonListScanner {
  readonly #element: CappedBytes;
  #state: State = 'start';
  #depth = 0;
  #listDepth = 1;
  #inString = false;
  #escaped = false;
  #line = 1;
  #elementLine = 1;
  /** The string last seen directly inside the outer object: the name of what follows the colon. */
  #name = '';
  #pendingName = '';
  /** Where text begins that follows the list; null if none does. */
  #surplusLine: number | null = null;

  constructor(maxBytes: number) {
    this.#element = new CappedBytes(maxBytes);
  }

  *feed(chunk: Buffer): Generator<Piece> {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (byte === LINE_FEED) this.#line += 1;
      const before = this.#state;
      if (this.#inString) this.#readString(byte);
      else if (!SPACES.has(byte)) this.#readMark(byte);
      if (this.#state === before) continue;
      if (this.#state === 'element') {
        from = at;
        this.#elementLine = this.#line;
      } else if (before === 'element') {
        this.#element.append(chunk.subarray(from, at));
        yield this.#element.take(this.#elementLine);
      }
    }
    if (this.#state === 'element') this.#element.append(chunk.subarray(from));
  }

  *end(): Generator<Piece> {
    if (this.#state === 'element') {
      yield { line: this.#elementLine, reason: 'broken JSON: the file ends inside this element' };
    } else if (this.#state === 'list') {
      yield { line: this.#line, reason: 'broken JSON: the file ends before its list is closed' };
    } else if (this.#state === 'object') {
      throw new FileFormatError(
        'The file is a JSON object without a list of tracks; one object a line is --format ndjson.',
      );
    } else if (this.#surplusLine !== null) {
      yield { line: this.#surplusLine, reason: 'text after the end of the list' };
    }
  }

  #readString(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inString = false;
    if (this.#state === 'object' && this.#depth === 1 && this.#inString) {
      if (this.#pendingName.length < MAX_NAME_BYTES) this.#pendingName += String.fromCharCode(byte);
    }
  }

  /** A byte outside strings that is no space. */
  #readMark(byte: number): void {
    if (this.#state === 'start') this.#open(byte);
    else if (this.#state === 'object') this.#lookForList(byte);
    else if (this.#state === 'done') this.#readAfterList();
    else this.#readElement(byte);
    if (byte === QUOTE) {
      this.#inString = true;
      this.#pendingName = '';
    }
  }

  #open(byte: number): void {
    if (byte !== OPEN_LIST && byte !== OPEN_OBJECT) {
      throw new FileFormatError('The file holds neither a JSON list nor an object with one.');
    }
    this.#depth = 1;
    this.#state = byte === OPEN_LIST ? 'list' : 'object';
  }

  #lookForList(byte: number): void {
    if (byte === COLON && this.#depth === 1) this.#name = this.#pendingName;
    if (byte === COMMA && this.#depth === 1) this.#name = '';
    if (byte === OPEN_LIST || byte === OPEN_OBJECT) this.#depth += 1;
    if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) this.#depth -= 1;
    if (byte === OPEN_LIST && this.#depth === 2 && LIST_NAMES.has(this.#name)) {
      this.#listDepth = 2;
      this.#state = 'list';
    }
  }

  #readAfterList(): void {
    if (this.#listDepth === 1) this.#surplusLine ??= this.#line;
  }

  #readElement(byte: number): void {
    const outside = this.#depth === this.#listDepth;
    if (outside && byte === COMMA) this.#state = 'list';
    else if (outside && byte === CLOSE_LIST) this.#state = 'done';
    else {
      this.#state = 'element';
      if (byte === OPEN_LIST || byte === OPEN_OBJECT) this.#depth += 1;
      // A bracket too many is a fault of its element and must not close the list.
      else if ((byte === CLOSE_LIST || byte === CLOSE_OBJECT) && !outside) this.#depth -= 1;
    }
  }
}
