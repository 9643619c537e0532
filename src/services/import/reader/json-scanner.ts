import { CARRIAGE_RETURN, LINE_FEED } from './bytes.ts';
import { CappedBytes, FileFormatError, type Piece } from './piece.ts';
import { LIST_NAMES } from './rows-of-value.ts';

/** `element`: of a list; `opening`: an object up to a list in it; `whole`: an object in which no list was found. */
export interface JsonPart {
  kind: 'element' | 'opening' | 'whole';
  piece: Piece;
}

/** Objects whose lists count as the file's own. */
const WRAPPERS: ReadonlySet<string> = new Set([
  ...LIST_NAMES,
  'response',
  'result',
  'body',
  'artist',
  'album',
  'message',
  'payload',
]);
const MAX_NAME_BYTES = 40;

const code = (char: string): number => char.charCodeAt(0);
const QUOTE = code('"');
const BACKSLASH = code('\\');
const COMMA = code(',');
const COLON = code(':');
const OPEN_LIST = code('[');
const CLOSE_LIST = code(']');
const OPEN_OBJECT = code('{');
const CLOSE_OBJECT = code('}');
/** Blanks, and the record separator of RFC 7464. */
const SPACES: ReadonlySet<number> = new Set(
  [' ', '\t', '\r', '\n', '\x1e', '\xef', '\xbb', '\xbf'].map(code),
);

/** `outside`: between values; `object`: looking for lists; `list`: between elements; `element`: in one. */
type State = 'outside' | 'object' | 'list' | 'element';

/**
 * Finds where each element of a JSON list begins and ends, and where objects do that follow each other, by counting
 * brackets outside strings. It keeps one element at a time, or one object until a list is found in it; a JSON parser then
 * reads them. No kept library continues behind a damaged element.
 */
export class JsonScanner {
  readonly #held: { element: CappedBytes; object: CappedBytes };
  #state: State = 'outside';
  #depth = 0;
  #listDepth = 1;
  #inString = false;
  #escaped = false;
  #line = 1;
  #startLine = 1;
  #wasReturn = false;
  /** The names of the objects and lists around a place in an object; lists within lists have none. */
  #path: string[] = [];
  #name = '';
  #pendingName = '';
  #foundList = false;
  #outerList = false;
  /** Where text begins that follows the outer list; null if none does. */
  #surplusLine: number | null = null;

  constructor(limits: { element: number; object: number }) {
    this.#held = { element: new CappedBytes(limits.element), object: new CappedBytes(limits.object) };
  }

  *feed(chunk: Uint8Array): Generator<JsonPart> {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      this.#countLine(byte);
      const before = this.#state;
      if (this.#inString) this.#readString(byte);
      else if (!SPACES.has(byte)) this.#readMark(byte);
      if (this.#state === before) continue;
      const part = this.#leave(before, chunk.subarray(from, before === 'element' ? at : at + 1));
      if (part !== null) yield part;
      from = at;
      if (this.#state === 'element' || before === 'outside') this.#startLine = this.#line;
    }
    this.#hold(this.#state, chunk.subarray(from));
  }

  *end(): Generator<Piece> {
    if (this.#state === 'element') {
      yield { line: this.#startLine, reason: 'broken JSON: the file ends inside this element' };
    } else if (this.#state === 'list') {
      yield { line: this.#line, reason: 'broken JSON: the file ends before its list is closed' };
    } else if (this.#state === 'object' && !this.#foundList) {
      yield { line: this.#startLine, reason: 'broken JSON: the file ends inside this object' };
    } else if (this.#surplusLine !== null) {
      yield { line: this.#surplusLine, reason: 'text after the end of the list' };
    }
  }

  #countLine(byte: number): void {
    if (byte === LINE_FEED ? !this.#wasReturn : byte === CARRIAGE_RETURN) this.#line += 1;
    this.#wasReturn = byte === CARRIAGE_RETURN;
  }

  #hold(state: State, slice: Uint8Array): void {
    if (state === 'element') this.#held.element.append(slice);
    if (state === 'object' && !this.#foundList) this.#held.object.append(slice);
  }

  /** The part that ends where a state ends. */
  #leave(before: State, slice: Uint8Array): JsonPart | null {
    this.#hold(before, slice);
    if (before === 'element') return { kind: 'element', piece: this.#held.element.take(this.#startLine) };
    if (before !== 'object' || (this.#foundList && this.#held.object.size === 0)) return null;
    const kind = this.#state === 'list' ? 'opening' : 'whole';
    return { kind, piece: this.#held.object.take(this.#startLine) };
  }

  #readString(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inString = false;
    if (this.#state !== 'object' || !this.#inString) return;
    if (this.#pendingName.length < MAX_NAME_BYTES) this.#pendingName += String.fromCharCode(byte);
  }

  /** A byte outside strings that is no space. */
  #readMark(byte: number): void {
    if (this.#state === 'outside') this.#open(byte);
    else if (this.#state === 'object') this.#lookForList(byte);
    else this.#readElement(byte);
    if (byte === QUOTE) {
      this.#inString = true;
      this.#pendingName = '';
    }
  }

  #open(byte: number): void {
    if (this.#outerList) {
      this.#surplusLine ??= this.#line;
      return;
    }
    if (byte === COMMA) return;
    if (byte !== OPEN_LIST && byte !== OPEN_OBJECT) {
      throw new FileFormatError('The file holds neither a JSON list nor an object.');
    }
    this.#depth = 1;
    this.#listDepth = 1;
    this.#foundList = false;
    this.#path = [];
    this.#name = '';
    this.#outerList = byte === OPEN_LIST;
    this.#state = byte === OPEN_LIST ? 'list' : 'object';
  }

  #lookForList(byte: number): void {
    if (byte === COLON) this.#name = this.#pendingName;
    else if (byte === COMMA) this.#name = '';
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      if (
        byte === OPEN_LIST &&
        LIST_NAMES.has(this.#name) &&
        this.#path.every((name) => WRAPPERS.has(name))
      ) {
        this.#listDepth = this.#depth + 1;
        this.#state = 'list';
        this.#pendingName = '';
      } else this.#path.push(byte === OPEN_LIST ? '' : this.#name);
      this.#name = '';
      this.#depth += 1;
      if (this.#state === 'list') return;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      this.#path.pop();
      this.#depth -= 1;
      if (this.#depth === 0) this.#state = 'outside';
    }
  }

  #readElement(byte: number): void {
    const outside = this.#depth === this.#listDepth;
    if (outside && byte === COMMA) this.#state = 'list';
    else if (outside && byte === CLOSE_LIST) {
      this.#depth -= 1;
      this.#foundList = true;
      this.#state = this.#depth === 0 ? 'outside' : 'object';
    } else {
      this.#state = 'element';
      if (byte === OPEN_LIST || byte === OPEN_OBJECT) this.#depth += 1;
      // A bracket too many is a fault of its element and must not close the list.
      else if ((byte === CLOSE_LIST || byte === CLOSE_OBJECT) && !outside) this.#depth -= 1;
    }
  }
}
