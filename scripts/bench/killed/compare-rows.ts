import type { Rows } from './database-state.ts';

/** How the rows of a table differ from those of the undisturbed run. */
export interface Difference {
  table: string;
  lost: number;
  doubled: number;
  changed: number;
  /** By column, the value of a changed row in the undisturbed run and in the other; of a lost or doubled row, all. */
  example: Record<string, readonly [unknown, unknown]>;
}

/** The tables that differ. A row that is missing and one that is too many are one changed row. */
export function compareRows(expected: Rows, found: Rows): Difference[] {
  return [...expected].flatMap(([table, rows]): Difference[] => {
    const missing = without(rows, found.get(table) ?? []);
    const surplus = without(found.get(table) ?? [], rows);
    const changed = Math.min(missing.length, surplus.length);
    if (missing.length + surplus.length === 0) return [];
    return [
      {
        table,
        lost: missing.length - changed,
        doubled: surplus.length - changed,
        changed,
        example: differingColumns(missing[0] ?? '{}', surplus[0] ?? '{}'),
      },
    ];
  });
}

/** The rows that are not among the others, each as often as it is there too many. */
function without(rows: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const row of others) left.set(row, (left.get(row) ?? 0) + 1);
  return rows.filter((row) => {
    const count = left.get(row) ?? 0;
    left.set(row, count - 1);
    return count <= 0;
  });
}

function differingColumns(expected: string, found: string): Difference['example'] {
  const [one, other] = [columnsOf(expected), columnsOf(found)];
  const columns = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const pairs = columns.map((column) => [column, [one[column], other[column]]] as const);
  return Object.fromEntries(pairs.filter(([, [a, b]]) => JSON.stringify(a) !== JSON.stringify(b)));
}

const columnsOf = (row: string): Record<string, unknown> => JSON.parse(row);
