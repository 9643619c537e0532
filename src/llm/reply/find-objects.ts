import { mendedObject, strictObject } from './mend-json.ts';
import { outsideStrings } from './outside-strings.ts';
import { endOfThought, nextMark } from './thought-marks.ts';

export type JsonObject = Record<string, unknown>;

/** What a reply contains outside its thoughts. */
export interface FoundObjects {
  /** In the order of the text. */
  objects: JsonObject[];
  /** Whether a thought has no end, so the reply was cut off. */
  unfinished: boolean;
  /** Whether an object was begun that cannot be read. */
  malformed: boolean;
}

/** Opening braces without an object that are tried before the search stops. */
const MAX_STRAY_BRACES = 64;
const OBJECT_KEY = /\s*(?:"(?:[^"\\]|\\.)*"|'[^'\n]*'|[“”][^“”\n]*[“”]|[A-Za-z_]\w*)\s*:/y;
const PYTHON_KEY = /\s*'/y;
const COMMENT = /\s*(\/[/*])/y;
const ESCAPED_OPENING = /\{\s*\\"/y;

/** Finds the objects of a reply; an object is skipped as a whole, including the marks inside its strings. */
export function findObjects(text: string): FoundObjects {
  const found: FoundObjects = { objects: [], unfinished: false, malformed: false };
  let beforeThought: JsonObject[] = [];
  let strayBraces = 0;
  let at = 0;
  for (let mark = nextMark(text, at); mark !== null; mark = nextMark(text, at)) {
    at = mark.end;
    if (mark.kind === 'open') {
      at = endOfThought(text, mark);
      found.unfinished = at < 0;
    } else if (mark.kind === 'close') {
      // A mark that also ends what is no thought; the others end a thought that the server's template opened: the text
      // before belongs to it, unless nothing follows.
      if (mark.name === 'harmony') continue;
      if (found.objects.length > 0) beforeThought = found.objects;
      found.objects = [];
    } else {
      const read = readObject(text, mark.at);
      if (read.object !== undefined) found.objects.push(read.object);
      found.malformed ||= read.malformed;
      strayBraces += read.object === undefined && !read.malformed ? 1 : 0;
      at = read.end;
    }
    if (at < 0 || strayBraces >= MAX_STRAY_BRACES) break;
  }
  return found.objects.length > 0 ? found : { ...found, objects: beforeThought };
}

/** `end`: where the search continues; -1 if the rest of the text belongs to a broken object. */
interface ReadObject {
  object?: JsonObject;
  malformed: boolean;
  end: number;
}

function readObject(text: string, start: number): ReadObject {
  const end = closingBrace(text, start, '"');
  const object = end < 0 ? undefined : strictObject(text.slice(start, end + 1));
  if (object !== undefined) return { object, malformed: false, end: end + 1 };
  if (opens(ESCAPED_OPENING, text, start)) return readEscaped(text, start);
  if (!opens(OBJECT_KEY, text, firstKey(text, start))) return { malformed: false, end: start + 1 };
  const mended = readAlmostJson(text, start);
  if (mended !== undefined) return mended;
  // Its inner objects are not the answer and are skipped.
  return { malformed: true, end: end < 0 ? -1 : end + 1 };
}

function opens(opening: RegExp, text: string, at: number): boolean {
  opening.lastIndex = at;
  return opening.test(text);
}

/** Where the first key of an object may stand: behind its brace and the comments that follow it. */
function firstKey(text: string, brace: number): number {
  let at = brace + 1;
  for (let end = endOfComment(text, at); end > 0; end = endOfComment(text, at)) at = end;
  return at;
}

/** The index behind a comment that begins at a place; 0 if none does, or it has no end. */
function endOfComment(text: string, at: number): number {
  COMMENT.lastIndex = at;
  const opening = COMMENT.exec(text)?.[1];
  if (opening === undefined) return 0;
  const end = opening === '//' ? '\n' : '*/';
  const found = text.indexOf(end, COMMENT.lastIndex);
  return found < 0 ? 0 : found + end.length;
}

/** An object that was escaped as the inside of a JSON string. */
function readEscaped(text: string, start: number): ReadObject {
  const end = text.lastIndexOf('}') + 1;
  const object = strictObject(text.slice(start, end).replaceAll(/\\(["\\])/g, '$1'));
  return object === undefined ? { malformed: true, end: -1 } : { object, malformed: false, end };
}

/** Almost-JSON up to the first place where it may end. */
function readAlmostJson(text: string, start: number): ReadObject | undefined {
  const isPython = opens(PYTHON_KEY, text, firstKey(text, start));
  // A quote that JSON does not have, or that nobody escaped, hides the end: then the last brace is tried.
  for (const quotes of [isPython ? `"'` : '"', `"'`, '']) {
    const last = quotes === '' ? text.lastIndexOf('}') : closingBrace(text, start, quotes);
    const whole = text.slice(start, last + 1);
    // A reply that was cut off lacks an end; what a repair would put there is not what the model meant.
    const object = last <= start || !isWhole(whole, quotes) ? undefined : mendedObject(whole);
    if (object !== undefined) return { object, malformed: false, end: last + 1 };
  }
  return undefined;
}

/** The brackets of a text outside strings, in order. */
function* bracketsIn(text: string, from: number, quotes: string): Generator<{ bracket: string; at: number }> {
  for (const { start, end } of outsideStrings(text, from, quotes)) {
    for (let at = start; at < end; at++) {
      const char = text.charAt(at);
      if ('{}[]'.includes(char)) yield { bracket: char, at };
    }
  }
}

/** Whether every bracket is closed. */
function isWhole(text: string, quotes: string): boolean {
  let curly = 0;
  let square = 0;
  for (const { bracket } of bracketsIn(text, 0, quotes)) {
    if (bracket === '{' || bracket === '}') curly += bracket === '{' ? 1 : -1;
    else square += bracket === '[' ? 1 : -1;
  }
  return curly === 0 && square === 0;
}

/** The index of the brace that closes the one at `start`, ignoring strings; -1 if there is none. */
function closingBrace(text: string, start: number, quotes: string): number {
  let depth = 0;
  for (const { bracket, at } of bracketsIn(text, start, quotes)) {
    if (bracket === '{') depth++;
    else if (bracket === '}' && --depth === 0) return at;
  }
  return -1;
}
