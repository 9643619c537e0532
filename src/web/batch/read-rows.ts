import { readCsv } from './read-csv.ts';

/** A row of a file as it stands there, its values as text. */
export type Row = Readonly<Record<string, string>>;

export interface ReadFile {
  format: 'csv' | 'json' | 'ndjson' | 'text';
  columns: string[];
  rows: Row[];
  /** Rows that cannot be read, by their number from 1. */
  unreadable: number[];
}

/** The name of the only column of texts without names. */
export const ONLY_COLUMN = 'text';

const asText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
};

function toRow(value: unknown): Row | null {
  if (typeof value === 'string') return { [ONLY_COLUMN]: value };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asText(one)]));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fromValues(format: ReadFile['format'], values: readonly unknown[]): ReadFile {
  const rows: Row[] = [];
  const unreadable: number[] = [];
  for (const [i, value] of values.entries()) {
    const row = toRow(value);
    if (row === null) unreadable.push(i + 1);
    else rows.push(row);
  }
  return { format, columns: [...new Set(rows.flatMap(Object.keys))], rows, unreadable };
}

/** The list in a JSON document: the document itself, or the first list in it. */
function listIn(document: unknown): unknown[] | null {
  if (Array.isArray(document)) return document;
  if (typeof document !== 'object' || document === null) return null;
  const list: unknown = Object.values(document).find(Array.isArray);
  return Array.isArray(list) ? list : null;
}

function fromCsv(text: string): ReadFile | null {
  const [head = [], ...body] = readCsv(text);
  if (head.length < 2 && !/^"?(?:lyrics|text|words)"?$/i.test(head[0] ?? '')) return null;
  const columns = head.map((name, i) => name.trim() || `column ${i + 1}`);
  const rows = body.map((cells) => Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ''])));
  return { format: 'csv', columns, rows, unreadable: [] };
}

const fromText = (text: string): ReadFile =>
  fromValues(
    'text',
    text
      .split(/^-{3,}\s*$/m)
      .map((part) => part.trim())
      .filter(Boolean),
  );

/**
 * Reads a file by what stands in it, whatever its name says: JSON, a line of JSON each, CSV, or texts with a line of
 * three dashes between them.
 */
export function readRows(content: string, name: string): ReadFile {
  const text = content
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .trim();
  if (/^[[{]/.test(text)) {
    const list = listIn(parse(text));
    if (list !== null) return fromValues('json', list);
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return fromValues('ndjson', lines.map(parse));
  }
  const isPlain = /\.txt$/i.test(name);
  return (isPlain ? null : fromCsv(text)) ?? fromText(text);
}
