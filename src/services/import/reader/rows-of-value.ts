import { type CanonicalRow, canonicalFields } from '../fields.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists of songs go by these names in files and in answers of music services. */
export const LIST_NAMES: ReadonlySet<string> = new Set([
  'tracks',
  'songs',
  'items',
  'data',
  'results',
  'rows',
  'records',
  'hits',
]);
/** Objects that hold such a list, or one song, and nothing else of interest. */
const WRAPPERS = ['song', 'result', 'response', 'track', '_source', 'row'] as const;

/** A list of albums with songs that are wrapped; what is nested deeper is no file of songs. */
const MAX_DEPTH = 6;

/**
 * The songs in a JSON value: an object is one song, unless it holds lists of them (LyricsGenius' artists and albums) or
 * wraps one ({"song": {…}}). Songs of a list without an artist are by the artist whose name the object has.
 */
export function rowsOf(value: unknown, depth = MAX_DEPTH): unknown[] {
  if (!isObject(value) || depth === 0) return [value];
  const named = canonicalFields(value) ?? {};
  if (named.lyrics !== undefined) return [value];
  for (const name of LIST_NAMES) {
    const list = value[name];
    if (Array.isArray(list) && list.length > 0 && list.every(isObject)) {
      return list.flatMap((one) => rowsOf(one, depth - 1)).map((row) => withArtist(row, value));
    }
  }
  for (const name of WRAPPERS) {
    const inner = value[name];
    if (isObject(inner)) return rowsOf(inner, depth - 1).map((row) => withArtist(row, value));
  }
  return [value];
}

/** The row, by the artist that the object around it names, if it names none itself. */
export function withArtist(row: unknown, around: unknown): unknown {
  if (!isObject(row) || !isObject(around)) return row;
  if (canonicalFields(row)?.artist !== undefined) return row;
  const artist = canonicalFields(around)?.artist ?? around.name;
  return artist === undefined ? row : { ...row, artist };
}

/** The rows of an object that no list was found in: one song, or a table as pandas writes it. */
export function rowsOfWhole(value: unknown): unknown[] {
  if (!isObject(value)) return [value];
  const members = Object.values(value);
  if (members.length === 0) return rowsOf(value);
  const fields = canonicalFields(value) ?? {};
  if (members.every(Array.isArray) && isTable(fields)) return rowsOfColumns(value);
  if (!members.every(isObject)) return rowsOf(value);
  // orient="columns": {"artist": {"0": …}, "title": {"0": …}}; orient="index": {"0": {"artist": …}}.
  const isByColumn = fields.title !== undefined && fields.lyrics !== undefined;
  return isByColumn
    ? rowsOfColumns(value)
    : members.length > 1 || canonicalFields(members[0])?.title !== undefined
      ? members.flatMap((one) => rowsOf(one))
      : rowsOf(value);
}

/** orient="list": {"artist": [..], "title": [..]}; a song with lists of lines and artists has one title. */
const isTable = ({ title, lyrics }: CanonicalRow): boolean =>
  Array.isArray(title) && Array.isArray(lyrics) && title.length === lyrics.length;

function rowsOfColumns(columns: Record<string, unknown>): unknown[] {
  const rows = new Map<string, Record<string, unknown>>();
  for (const [name, column] of Object.entries(columns)) {
    for (const [index, cell] of Object.entries(isObject(column) || Array.isArray(column) ? column : {})) {
      const row = rows.get(index) ?? {};
      row[name] = cell;
      rows.set(index, row);
    }
  }
  return [...rows.values()];
}

/** A row given as a list of cells, under the names of its columns. */
export const rowOfCells = (names: readonly string[], cells: readonly unknown[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name, i) => [name, cells[i]]));
