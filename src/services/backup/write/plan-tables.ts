import type { TablePlanRow } from '../../../db/queries/table-plans.ts';
import { LEFT_OUT } from '../format/left-out.ts';
import type { TablePlan } from '../format/manifest.ts';

/**
 * The tables of a backup, children before the parents that they refer to: a row that is read has its parents still to be
 * read, so that they are in the backup unless they are deleted meanwhile. Of tables that refer to each other in a circle
 * the first by name comes first.
 */
export function planTables(tables: readonly TablePlanRow[]): TablePlan[] {
  const left = new Map(
    tables.filter(({ table }) => !Object.hasOwn(LEFT_OUT, table)).map((one) => [one.table, one]),
  );
  const ordered: TablePlan[] = [];
  while (left.size > 0) {
    const parents = new Set([...left.values()].flatMap((one) => one.parents));
    const next = [...left.values()].find(({ table }) => !parents.has(table)) ?? [...left.values()][0];
    if (next === undefined) break;
    left.delete(next.table);
    ordered.push({ table: next.table, columns: next.columns, key_columns: next.key_columns });
  }
  return ordered;
}
