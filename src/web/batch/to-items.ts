import { batchText } from '../text/batch.ts';
import { namedIdColumn, namedTextColumn } from './column-names.ts';
import type { ReadFile, Row } from './read-rows.ts';

export const SHORTEST = 10;
export const LONGEST = 5000;
export const MOST = 1000;
const LONGEST_ID = 100;

export type Fault =
  | 'unreadable'
  | 'open_quote'
  | 'uneven'
  | 'short'
  | 'long'
  | 'damaged'
  | 'same_id'
  | 'too_many';

export interface BatchItem {
  id: string;
  lyrics: string;
}

export interface Items {
  items: BatchItem[];
  faults: { row: number; fault: Fault }[];
  /** Texts that stand in the file before, too. */
  repeated: number;
}

const lengthOf = (rows: readonly Row[], column: string): number =>
  rows.slice(0, 50).reduce((sum, row) => sum + (row[column]?.length ?? 0), 0);

/** The column that holds the texts: by its name, else the longest. */
export function textColumn({ columns, rows }: Pick<ReadFile, 'columns' | 'rows'>): string | null {
  const longest = columns.toSorted((a, b) => lengthOf(rows, b) - lengthOf(rows, a))[0];
  return namedTextColumn(columns) ?? longest ?? null;
}

/** As the server counts: in characters, not in units of UTF-16. */
const characters = (text: string): number => Array.from(text).length;
/** What neither its database nor UTF-8 can hold. */
const isDamaged = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

function faultOf(lyrics: string): Fault | null {
  // A character takes one or two units, so that a very long text need not be counted.
  if (lyrics.length > 2 * LONGEST) return 'long';
  const length = characters(lyrics);
  if (length < SHORTEST) return 'short';
  if (length > LONGEST) return 'long';
  return isDamaged(lyrics) ? 'damaged' : null;
}

function idIn(row: Row, idColumn: string | undefined, column: string): string | null {
  if (idColumn === undefined || idColumn === column) return null;
  const id = (row[idColumn] ?? '').trim();
  return id === '' || characters(id) > LONGEST_ID || isDamaged(id) ? null : id;
}

/** What will be sent of a file, each text with an id or the number of its row, and what is wrong with the rest. */
export function toItems(file: ReadFile, column: string): Items {
  const idColumn = namedIdColumn(file.columns);
  const items: BatchItem[] = [];
  const faults: Items['faults'] = file.unreadable.map((row) => ({ row, fault: 'unreadable' }));
  // The last column holds the rest of its row, whatever it was cut into.
  const uneven = new Set(column === file.columns.at(-1) ? [] : file.uneven);
  const ids = new Set<string>();
  const texts = new Set<string>();
  let repeated = 0;
  for (const [i, row] of file.rows.entries()) {
    const number = file.numbers[i] ?? i + 1;
    const lyrics = (row[column] ?? '').trim();
    const id = idIn(row, idColumn, column) ?? batchText.give.rowId(number);
    const ofRow = file.open === number ? 'open_quote' : uneven.has(number) ? 'uneven' : null;
    const fault: Fault | null = ofRow ?? faultOf(lyrics) ?? (ids.has(id) ? 'same_id' : null);
    if (fault !== null) faults.push({ row: number, fault });
    else if (items.length === MOST) faults.push({ row: number, fault: 'too_many' });
    else {
      if (texts.has(lyrics)) repeated += 1;
      ids.add(id);
      texts.add(lyrics);
      items.push({ id, lyrics });
    }
  }
  return { items, faults: faults.toSorted((a, b) => a.row - b.row), repeated };
}
