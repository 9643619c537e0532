import JSON5 from 'json5';

const NOTHING: ReadonlySet<string> = new Set(['', 'null', 'none', 'nan', 'na']);

/**
 * The texts of a list that was written into one cell: by Postgres ({a,"b c"}), as JSON (["a"]), or by Python (['a', "b"],
 * a tuple, a set, an array of numpy). Null if the text is no list.
 */
export function parseListCell(cell: string): string[] | null {
  const text = cell.trim();
  const inner = text.slice(1, -1).trim();
  const isPython = /^['"]/.test(inner) && /['"],?$/.test(inner);
  if (text.startsWith('[') && text.endsWith(']')) return clean(parseQuoted(inner) ?? inner.split(','));
  if (text.startsWith('(') && text.endsWith(')') && isPython) return cleanOrNull(parseQuoted(inner));
  if (!text.startsWith('{') || !text.endsWith('}')) return null;
  return cleanOrNull(inner.startsWith("'") ? parseQuoted(inner) : parsePostgres(inner));
}

/** Whether the cell is a list beyond doubt: its texts are in quotes. */
export const isQuotedList = (cell: string): boolean =>
  /^\s*[[{(]\s*['"]/.test(cell) && parseListCell(cell) !== null;

function parseQuoted(inner: string): unknown[] | null {
  const list = inner
    // Letters outside the first plane as Python writes them, and numpy's lists without commas.
    .replace(/\\U([0-9a-fA-F]{8})/g, (_, code: string) => letter(Number.parseInt(code, 16)))
    .replace(/'\s+'/g, "', '")
    .replace(/(?<=^|,)\s*(?:None|nan)\s*(?=,|$)/g, 'null');
  try {
    const value: unknown = JSON5.parse(`[${list}]`);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

const letter = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD');

/** The items of a Postgres array. postgres-array, which other projects use for it, does not end on a broken one. */
function parsePostgres(inner: string): string[] | null {
  const items: string[] = [];
  let item = '';
  let inQuotes = false;
  for (let at = 0; at < inner.length; at++) {
    const char = inner[at] ?? '';
    if (char === '\\') item += inner[++at] ?? '';
    else if (char === '"') inQuotes = !inQuotes;
    else if (inQuotes) item += char;
    else if (char === '{' || char === '}') return null;
    else if (char === ',') {
      items.push(item);
      item = '';
    } else item += char;
  }
  return inQuotes ? null : [...items, item];
}

const cleanOrNull = (values: unknown[] | null): string[] | null => (values === null ? null : clean(values));

/** Texts that were escaped twice on their way keep a backslash in front of their quotes. */
const clean = (values: readonly unknown[]): string[] =>
  values
    .flat()
    .filter((value) => typeof value === 'string')
    .map((value) => value.replace(/\\(['"])/g, '$1').trim())
    .filter((value) => !NOTHING.has(value.toLowerCase()));
