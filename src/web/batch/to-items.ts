import type { ReadFile, Row } from './read-rows.ts';

export const SHORTEST = 10;
export const LONGEST = 5000;
export const MOST = 1000;
const LONGEST_ID = 100;

export type Fault = 'unreadable' | 'short' | 'long' | 'same_id' | 'too_many';

export interface BatchItem {
  id?: string;
  lyrics: string;
}

export interface Items {
  items: BatchItem[];
  faults: { row: number; fault: Fault }[];
}

const TEXT_NAMES = ['lyrics', 'lyric', 'text', 'words', 'verse', 'body', 'content'];
const ID_NAMES = ['id', 'song_id', 'track_id', 'key', 'isrc'];

const named = (columns: readonly string[], names: readonly string[]): string | undefined =>
  names.flatMap((name) => columns.filter((column) => column.toLowerCase() === name))[0];

const lengthOf = (rows: readonly Row[], column: string): number =>
  rows.slice(0, 50).reduce((sum, row) => sum + (row[column]?.length ?? 0), 0);

/** The column that holds the texts: by its name, else the longest. */
export function textColumn({ columns, rows }: Pick<ReadFile, 'columns' | 'rows'>): string | null {
  const longest = columns.toSorted((a, b) => lengthOf(rows, b) - lengthOf(rows, a))[0];
  return named(columns, TEXT_NAMES) ?? longest ?? null;
}

function faultOf(lyrics: string): Fault | null {
  if (lyrics.length < SHORTEST) return 'short';
  return lyrics.length > LONGEST ? 'long' : null;
}

/** What will be sent of a file, and what is wrong with the rest, by the number of its row from 1. */
export function toItems(file: ReadFile, column: string): Items {
  const idColumn = named(file.columns, ID_NAMES);
  const items: BatchItem[] = [];
  const faults: Items['faults'] = file.unreadable.map((row) => ({ row, fault: 'unreadable' }));
  const seen = new Set<string>();
  for (const [i, row] of file.rows.entries()) {
    const lyrics = (row[column] ?? '').trim();
    const id = idColumn === undefined || idColumn === column ? '' : (row[idColumn] ?? '').trim();
    const hasId = id !== '' && id.length <= LONGEST_ID;
    const fault = faultOf(lyrics) ?? (hasId && seen.has(id) ? 'same_id' : null);
    if (fault !== null) faults.push({ row: i + 1, fault });
    else if (items.length === MOST) faults.push({ row: i + 1, fault: 'too_many' });
    else {
      if (hasId) seen.add(id);
      items.push(hasId ? { id, lyrics } : { lyrics });
    }
  }
  return { items, faults };
}
