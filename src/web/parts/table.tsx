import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { partsText } from '../text/parts.ts';
import { nextSort, type Sort, type SortValue, sortRows } from './sort-rows.ts';

export interface Column<Row> {
  key: string;
  label: string;
  render: (row: Row) => ComponentChildren;
  /** What the column sorts by; without it the column cannot be sorted. Null comes last. */
  sortBy?: (row: Row) => SortValue;
  isNumber?: boolean;
}

interface TableProps<Row> {
  /** What the table holds; read out before it, and shown unless `isCaptionHidden`. */
  caption: string;
  isCaptionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** The order at first, or, with `onSort`, the order now. */
  sort?: Sort | null;
  onSort?: (sort: Sort) => void;
}

function useSort<Row>({ columns, rows, sort: given = null, onSort }: TableProps<Row>) {
  const [own, setOwn] = useState<Sort | null>(given);
  const sort = onSort === undefined ? own : given;
  const sorted = useMemo(() => {
    const read = columns.find(({ key }) => key === sort?.key)?.sortBy;
    return sort === null || read === undefined ? rows : sortRows(rows, read, sort.isDescending);
  }, [columns, rows, sort]);
  return { sort, sorted, choose: onSort ?? setOwn };
}

/**
 * A table that sorts by its columns. On a phone each row folds to pairs of name and value, and the order is chosen
 * above. The roles are named because folded rows would lose them.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, isCaptionHidden = false, columns, rowKey } = props;
  const { sort, sorted, choose } = useSort(props);
  const chooseColumn = ({ key, isNumber = false }: Column<Row>) => choose(nextSort(sort, key, isNumber));
  return (
    <div class="table-frame">
      <SortChoice columns={columns} sort={sort} choose={chooseColumn} />
      {/* biome-ignore lint/a11y/noRedundantRoles: folded rows are blocks, which have no roles of their own */}
      <table class="table" role="table">
        <caption class={isCaptionHidden ? 'unseen' : undefined}>{caption}</caption>
        <TableHead columns={columns} sort={sort} choose={chooseColumn} />
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <tbody role="rowgroup">
          {sorted.map((row) => (
            <TableRow key={rowKey(row)} columns={columns} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ChoosingProps<Row> {
  columns: readonly Column<Row>[];
  sort: Sort | null;
  choose: (column: Column<Row>) => void;
}

function TableHead<Row>({ columns, sort, choose }: ChoosingProps<Row>) {
  const order = sort?.isDescending ? 'descending' : 'ascending';
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            class={column.isNumber ? 'number' : undefined}
            aria-sort={sort?.key === column.key ? order : undefined}
          >
            {column.sortBy === undefined ? (
              column.label
            ) : (
              <button type="button" onClick={() => choose(column)}>
                {column.label}
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Shown where the heads of the columns are not. */
function SortChoice<Row>({ columns, sort, choose }: ChoosingProps<Row>) {
  const sortable = columns.filter(({ sortBy }) => sortBy !== undefined);
  if (sortable.length < 2) return null;
  return (
    <label class="table-sort">
      {partsText.sortBy}{' '}
      <select
        value={sort?.key ?? ''}
        onChange={(event) => {
          const column = sortable.find(({ key }) => key === event.currentTarget.value);
          if (column !== undefined) choose(column);
        }}
      >
        {sort === null && <option value="" />}
        {sortable.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function TableRow<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as above
    <tr role="row">
      {columns.map(({ key, label, render, isNumber }) => (
        // biome-ignore lint/a11y/noRedundantRoles: as above
        <td key={key} role="cell" data-label={label} class={isNumber ? 'number' : undefined}>
          <span class="cell">{render(row)}</span>
        </td>
      ))}
    </tr>
  );
}
