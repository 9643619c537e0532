import { scanJsString } from './js-string.ts';

const NAME = '__PRELOADED_STATE__';
/** Scripts of song pages name the variable at most this often. */
const MAX_CANDIDATES = 8;
const MAX_OBJECT_CHARS = 5_000_000;

export type PageState =
  | { found: true; value: unknown }
  /** `error` is null if the page has no state at all. */
  | { found: false; error: string | null };

function parseJson(text: string): PageState {
  try {
    return { found: true, value: JSON.parse(text) };
  } catch {
    return { found: false, error: 'the state is not valid JSON' };
  }
}

/** End of the JSON object that opens at `start`, found by counting braces outside strings; -1 if it never closes. */
function objectEnd(source: string, start: number): number {
  const mark = /["{}]|\\./g;
  let depth = 0;
  let inString = false;
  mark.lastIndex = start;
  for (let match = mark.exec(source); match; match = mark.exec(source)) {
    if (match[0] === '"') inString = !inString;
    else if (!inString && match[0] === '{') depth += 1;
    else if (!inString && match[0] === '}') {
      depth -= 1;
      if (depth === 0) return match.index + 1;
    }
    if (match.index - start > MAX_OBJECT_CHARS) return -1;
  }
  return -1;
}

function readAssigned(html: string, at: number): PageState {
  const opening = /^\s*=\s*(?:JSON\s*\.\s*parse\s*\(\s*)?/.exec(html.slice(at, at + 200));
  if (!opening) return { found: false, error: null };
  const start = at + opening[0].length;
  if (html[start] === '{') {
    const end = objectEnd(html, start);
    if (end === -1) return { found: false, error: 'the state object never closes' };
    return parseJson(html.slice(start, end));
  }
  const scanned = scanJsString(html, start);
  return scanned ? parseJson(scanned.value) : { found: false, error: 'the state string never closes' };
}

/** Where scripts name the variable. Lyrics may contain the name too, but only outside scripts or inside a string. */
function findCandidates(html: string): number[] {
  const candidates: number[] = [];
  let open = html.indexOf('<script');
  while (open !== -1 && candidates.length < MAX_CANDIDATES) {
    const close = html.indexOf('</script', open);
    const end = close === -1 ? html.length : close;
    const script = html.slice(open, end);
    const at = script.indexOf(NAME);
    if (at !== -1) candidates.push(open + at + NAME.length);
    open = html.indexOf('<script', end);
  }
  return candidates;
}

/** Finds and decodes the state that Genius preloads into a page. No code of the page is evaluated. */
export function readPageState(html: string): PageState {
  let error: string | null = null;
  for (const at of findCandidates(html)) {
    const state = readAssigned(html, at);
    if (state.found) return state;
    error = state.error ?? error;
  }
  return { found: false, error };
}
