const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '0': '\0',
};

export interface ScannedString {
  value: string;
  /** Index just behind the closing quote. */
  end: number;
}

interface Escape {
  value: string;
  end: number;
}

function hexEscape(source: string, from: number, digits: number): Escape | null {
  const text = source.slice(from, from + digits);
  if (text.length !== digits || !/^[0-9a-f]+$/i.test(text)) return null;
  return { value: String.fromCharCode(Number.parseInt(text, 16)), end: from + digits };
}

function codePointEscape(source: string, from: number): Escape | null {
  const match = /^\{([0-9a-f]{1,6})\}/i.exec(source.slice(from, from + 8));
  const code = Number.parseInt(match?.[1] ?? '', 16);
  if (!match || code > 0x10ffff) return null;
  return { value: String.fromCodePoint(code), end: from + match[0].length };
}

/** Reads the escape whose backslash precedes `at`. */
function readEscape(source: string, at: number): Escape | null {
  const char = source[at];
  if (char === undefined) return null;
  if (char === 'x') return hexEscape(source, at + 1, 2);
  if (char === 'u') {
    return source[at + 1] === '{' ? codePointEscape(source, at + 1) : hexEscape(source, at + 1, 4);
  }
  if (char === '\r' && source[at + 1] === '\n') return { value: '', end: at + 2 };
  if (char === '\n' || char === '\r' || char === '\u2028' || char === '\u2029') {
    return { value: '', end: at + 1 };
  }
  return { value: SIMPLE_ESCAPES[char] ?? char, end: at + 1 };
}

/**
 * Reads the JavaScript string literal that starts at `start` without evaluating it, in linear time. Returns null if
 * the quote is never closed or an escape is broken.
 */
export function scanJsString(source: string, start: number): ScannedString | null {
  const quote = source[start];
  if (quote !== "'" && quote !== '"' && quote !== '`') return null;
  const stop = new RegExp(`[\\\\${quote}]`, 'g');
  const pieces: string[] = [];
  let from = start + 1;
  for (;;) {
    stop.lastIndex = from;
    const at = stop.exec(source)?.index;
    if (at === undefined) return null;
    pieces.push(source.slice(from, at));
    if (source[at] === quote) return { value: pieces.join(''), end: at + 1 };
    const read = readEscape(source, at + 1);
    if (read === null) return null;
    pieces.push(read.value);
    from = read.end;
  }
}
