import type { Column } from './database-state.ts';

/** Columns and members that tell how long something took or how often it was tried, in rows and in stored JSON. */
const DIFFERENT_EACH_TIME = new Set(['latency_ms', 'processing_time_ms', 'attempts']);
/** A hash of ids that are not compared. */
const OF_IDS = new Set(['artist_profiles.source_hash']);
/** Columns with ids that no foreign key declares. */
const UNDECLARED: Readonly<Record<string, string>> = {
  'track_facets.original_id': 'tracks',
  'track_facets.analysis_id': 'analysis_results',
  'word_periods.song_ids': 'tracks',
};
/** Named by their track and analyser; the order in which songs are analysed is nobody's business. */
const UNORDERED = 'analysis_results';

type StoredRow = Readonly<Record<string, unknown>>;
export type StoredRows = ReadonlyMap<string, readonly StoredRow[]>;

/**
 * Rows as text that is the same for the same work, whenever it was done and however often it was begun: without times
 * and tries, and with the rank of an id in its table in the place of the id, because a repeated insert takes a number.
 */
export function comparableRows(rows: StoredRows, columns: readonly Column[]): Map<string, string[]> {
  const ranks = new Map([...rows].map(([table, of]) => [table, ranksOf(of)]));
  const byTable = Map.groupBy(columns, ({ table }) => table);
  const lineOf = (row: StoredRow, own: readonly Column[]): string => {
    const compared = own.filter(
      ({ table, column }) => !DIFFERENT_EACH_TIME.has(column) && !OF_IDS.has(`${table}.${column}`),
    );
    const entries = compared.map((one) => [one.column, comparable(row[one.column] ?? null, one, ranks)]);
    return JSON.stringify(Object.fromEntries(entries));
  };
  return new Map(
    [...rows].map(([table, of]) => [
      table,
      of.map((row) => lineOf(row, byTable.get(table) ?? [])).toSorted(),
    ]),
  );
}

function ranksOf(rows: readonly StoredRow[]): ReadonlyMap<unknown, number> {
  const ids = rows.flatMap(({ id }) => (typeof id === 'number' ? [id] : [])).toSorted((a, b) => a - b);
  return new Map(ids.map((id, i) => [id, i + 1]));
}

function comparable(
  value: unknown,
  { table, column, type, references }: Column,
  ranks: ReadonlyMap<string, ReadonlyMap<unknown, number>>,
): unknown {
  if (value === null) return null;
  if (type.startsWith('timestamp')) return 'a time';
  if (type === 'uuid') return 'an id';
  if (type === 'jsonb') return withoutTimes(value);
  const target = references ?? UNDECLARED[`${table}.${column}`] ?? (column === 'id' ? table : null);
  if (target === null) return value;
  if (target === UNORDERED) return 'an id';
  const rankOf = (id: unknown) => ranks.get(target)?.get(id) ?? `${id}, which is not there`;
  return Array.isArray(value) ? value.map(rankOf) : rankOf(value);
}

function withoutTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTimes);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([name]) => !DIFFERENT_EACH_TIME.has(name) && !name.endsWith('_at'),
  );
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutTimes(member)]));
}
