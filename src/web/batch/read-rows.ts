import { batchText } from '../text/batch.ts';
import { isKnownName, namedTextColumn } from './column-names.ts';
import { type Parting, partingOf, partText } from './part-text.ts';
import { readCsv } from './read-csv.ts';

/** A row of a file as it stands there, its values as text. */
export type Row = Readonly<Record<string, string>>;

export interface ReadFile {
  format: 'csv' | 'json' | 'ndjson' | 'text';
  columns: string[];
  rows: Row[];
  /** The number of each row in the file, from 1. */
  numbers: number[];
  /** Rows that cannot be read, by their number. */
  unreadable: number[];
  /** Rows of CSV with more cells than names: all but the last column are sure. */
  uneven: number[];
  /** The row of CSV whose quote is never closed. */
  open: number | null;
  /** Whether the columns of CSV were named by us, because the first line holds a text. */
  isUnnamed: boolean;
  /** What parts the texts of a plain file; null for other formats. */
  parting: Parting | null;
}

/** The name of the only column of texts without names. */
export const ONLY_COLUMN = 'text';
/** As long as a text may be. */
const LONGEST = 5000;
const LONGEST_NAME = 40;
/** Lines of prose with a comma here and there are no table. */
const EVEN = 0.8;

const EMPTY = { unreadable: [], uneven: [], open: null, isUnnamed: false, parting: null };
const numbered = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  // Lyrics as a list of lines.
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('\n');
  return value === null || value === undefined ? '' : JSON.stringify(value);
}

function toRow(value: unknown): Row | null {
  if (typeof value === 'string') return { [ONLY_COLUMN]: value };
  if (!isObject(value)) return null;
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
  const found = values.map((value, i) => ({ row: toRow(value), number: i + 1 }));
  const good = found.flatMap(({ row, number }) => (row === null ? [] : [{ row, number }]));
  const rows = good.map(({ row }) => row);
  return {
    ...EMPTY,
    format,
    columns: [...new Set(rows.flatMap(Object.keys))],
    rows,
    numbers: good.map(({ number }) => number),
    unreadable: found.flatMap(({ row, number }) => (row === null ? [number] : [])),
  };
}

/** The values in a JSON document: a list, the first list in an object, one object, or an object of them by their ids. */
function valuesIn(document: unknown): unknown[] | null {
  if (Array.isArray(document)) return document;
  if (!isObject(document)) return null;
  const entries = Object.entries(document);
  if (namedTextColumn(Object.keys(document)) !== undefined) return [document];
  const list = entries.map(([, value]) => value).find((value) => Array.isArray(value));
  if (Array.isArray(list)) return list;
  if (entries.length > 0 && entries.every(([, value]) => isObject(value)))
    return entries.map(([id, value]) => ({ id, ...(isObject(value) ? value : {}) }));
  if (entries.length > 1 && entries.every(([, value]) => typeof value === 'string'))
    return entries.map(([id, value]) => ({ id, [ONLY_COLUMN]: value }));
  return [document];
}

const isName = (cell: string): boolean =>
  cell.length <= LONGEST_NAME && !cell.includes('\n') && !/^\s*[\d.,]+\s*$/.test(cell);

/** Whether lines are a table: by the names of its columns, or because the file is called one and its lines are alike. */
function isTable(lines: readonly string[][], isCalledSo: boolean): boolean {
  const [head = []] = lines;
  if (head.length < 2) return namedTextColumn(head) !== undefined;
  const isEven = lines.filter(({ length }) => length === head.length).length >= lines.length * EVEN;
  return head.some(isKnownName) ? isCalledSo || isEven : isCalledSo && isEven && lines.length > 1;
}

function fromCsv(text: string, isCalledSo: boolean): ReadFile | null {
  const { rows: lines, delimiter, isOpen } = readCsv(text);
  const [head = []] = lines;
  if (!isTable(lines, isCalledSo)) return null;
  const isUnnamed = !head.some(isKnownName) && !head.every(isName);
  const body = isUnnamed ? lines : lines.slice(1);
  const columns = head.map((name, i) => (isUnnamed ? '' : name.trim()) || batchText.give.columnOf(i + 1));
  const last = columns.length - 1;
  // What a last column without quotes was cut into is put together again.
  const whole = (cells: readonly string[]) =>
    cells.length > columns.length ? [...cells.slice(0, last), cells.slice(last).join(delimiter)] : cells;
  return {
    ...EMPTY,
    format: 'csv',
    columns,
    rows: body.map((cells) => {
      const values = whole(cells);
      return Object.fromEntries(columns.map((name, i) => [name, values[i] ?? '']));
    }),
    numbers: numbered(body.length),
    uneven: body.flatMap((cells, i) => (cells.length > columns.length ? [i + 1] : [])),
    open: isOpen ? body.length : null,
    isUnnamed,
  };
}

function fromText(text: string, parting: Parting): ReadFile {
  return { ...fromValues('text', partText(text, parting)), parting };
}

function fromJson(text: string): ReadFile | null {
  const values = valuesIn(parse(text));
  if (values !== null) return fromValues('json', values);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = fromValues('ndjson', lines.map(parse));
  return read.rows.length === 0 ? null : read;
}

/**
 * Reads a file by what stands in it, whatever its name says: JSON, a line of JSON each, CSV, or texts with something
 * between them (`parting`, else what seems to). Null for JSON that cannot be read at all.
 */
export function readRows(content: string, name: string, parting?: Parting): ReadFile | null {
  const text = content
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trim();
  const plain = () => fromText(text, parting ?? partingOf(text, LONGEST));
  if (parting !== undefined) return plain();
  // Lyrics may begin with the name of a section in brackets.
  if (/^(?:\{|\[\s*(?:[{["\]]|$))/.test(text)) return fromJson(text);
  return fromCsv(text, /\.(?:csv|tsv|tab)$/i.test(name)) ?? plain();
}
