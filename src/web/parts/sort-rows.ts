export type SortValue = string | number | null;

export interface Sort {
  key: string;
  isDescending: boolean;
}

/** Compares as a reader expects; what is not known comes last in both directions. */
function compare(a: SortValue, b: SortValue, isDescending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order =
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : String(a).localeCompare(String(b), 'en', { numeric: true, sensitivity: 'base' });
  return isDescending ? -order : order;
}

/** The rows in the order of a value; equal ones keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  read: (row: Row) => SortValue,
  isDescending: boolean,
): Row[] {
  return rows.toSorted((a, b) => compare(read(a), read(b), isDescending));
}

/** The next sort after a column was chosen: numbers start with the greatest, the same column again turns around. */
export function nextSort(sort: Sort | null, key: string, isNumber: boolean): Sort {
  return sort?.key === key ? { key, isDescending: !sort.isDescending } : { key, isDescending: isNumber };
}
