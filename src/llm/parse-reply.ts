/** Why a reply could not be read. */
export type ReplyFault = 'empty' | 'too_long' | 'unfinished_thought' | 'no_json' | 'malformed_json';

/** Far more than the longest expected answer, including a thought before it. */
const MAX_CHARACTERS = 100_000;
/** Opening braces without an object that are tried before the search stops. */
const MAX_STRAY_BRACES = 64;

const OPEN_THOUGHT = '<think>';
const CLOSE_THOUGHT = '</think>';
const OBJECT_OPENING = /\{\s*"(?:[^"\\]|\\.)*"\s*:/y;

/**
 * Finds the JSON object in a model's reply, ignoring what surrounds it: thoughts (closed, nested, or opened by the
 * server's template so that only their end appears), prose, Markdown fences. Of several objects the longest is
 * returned.
 */
export function parseReply(text: string): { value: Record<string, unknown> } | { fault: ReplyFault } {
  if (text.trim() === '') return { fault: 'empty' };
  if (text.length > MAX_CHARACTERS) return { fault: 'too_long' };
  const scan = new Scan(text);
  const best = scan.run().reduce<Found | null>((a, b) => (a && a.length >= b.length ? a : b), null);
  return best === null ? { fault: scan.fault } : { value: best.value };
}

interface Found {
  value: Record<string, unknown>;
  length: number;
}

class Scan {
  fault: ReplyFault = 'no_json';
  readonly #text: string;
  #found: Found[] = [];
  #at = 0;
  #strayBraces = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Scans the text outside the objects; an object is skipped as a whole, including its strings. */
  run(): Found[] {
    const marks = /<think>|<\/think>|\{/g;
    let beforeThought: Found[] = [];
    for (;;) {
      marks.lastIndex = this.#at;
      const mark = marks.exec(this.#text);
      if (mark === null) break;
      this.#at = mark.index;
      if (mark[0] === OPEN_THOUGHT) {
        if (!this.#skipThought()) break;
      } else if (mark[0] === CLOSE_THOUGHT) {
        // The template opened this thought: the text before its end belongs to it, unless nothing follows.
        if (this.#found.length > 0) beforeThought = this.#found;
        this.#found = [];
        this.#at += CLOSE_THOUGHT.length;
      } else if (!this.#readObject()) break;
    }
    return this.#found.length > 0 ? this.#found : beforeThought;
  }

  /** False if the thought has no end: the reply was truncated. */
  #skipThought(): boolean {
    let depth = 0;
    const marks = /<think>|<\/think>/g;
    marks.lastIndex = this.#at;
    for (let mark = marks.exec(this.#text); mark !== null; mark = marks.exec(this.#text)) {
      depth += mark[0] === OPEN_THOUGHT ? 1 : -1;
      if (depth > 0) continue;
      this.#at = marks.lastIndex;
      return true;
    }
    // A nested thought that is closed only once still counts as ended.
    const end = this.#text.indexOf(CLOSE_THOUGHT, this.#at);
    if (end >= 0) {
      this.#at = end + CLOSE_THOUGHT.length;
      return true;
    }
    this.fault = 'unfinished_thought';
    return false;
  }

  /** False if the rest of the text belongs to a broken object. */
  #readObject(): boolean {
    const start = this.#at;
    const end = matchingBrace(this.#text, start);
    const value = end < 0 ? undefined : parseObject(this.#text.slice(start, end + 1));
    if (value !== undefined) {
      this.#found.push({ value, length: end - start });
      this.#at = end + 1;
      return true;
    }
    OBJECT_OPENING.lastIndex = start;
    if (!OBJECT_OPENING.test(this.#text)) {
      this.#at = start + 1;
      this.#strayBraces += 1;
      return this.#strayBraces < MAX_STRAY_BRACES;
    }
    // Its inner objects are not the answer and are skipped.
    this.fault = 'malformed_json';
    this.#at = end + 1;
    return end >= 0;
  }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The index of the brace that closes the one at `start`, ignoring strings; -1 if there is none. */
function matchingBrace(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let i = start; i < text.length; i++) {
    const char = text[i];
    if (inString) {
      if (char === '\\') i++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return i;
  }
  return -1;
}
