import type { Sql } from '../../../db/client.ts';
import { findFilledTables } from '../../../db/queries/restore-target.ts';
import { findTablePlans, type TablePlanRow } from '../../../db/queries/table-plans.ts';
import { AppError } from '../../../lib/errors.ts';
import type { BackupManifest } from '../format/manifest.ts';
import { damaged } from './backup-files.ts';

/** Kept by the tool that migrates. */
export const MIGRATIONS_TABLE = 'schema_migrations';

/** Rows that migrations and `migrate` write themselves; they are replaced by those of the backup. */
export const SEEDED: readonly string[] = [
  'catalogue_word_counts',
  'dataset_versions',
  'embedding_models',
  'model_versions',
  'word_counts',
];

const listOf = (names: readonly string[]): string => names.join(', ');

/** Throws CONFLICT with the names of tables that hold rows. */
export async function assertEmpty(db: Sql): Promise<void> {
  const plans = await findTablePlans(db);
  const asked = plans
    .map(({ table }) => table)
    .filter((name) => name !== MIGRATIONS_TABLE && !SEEDED.includes(name));
  const filled = await findFilledTables(db, asked);
  if (filled.length === 0) return;
  const told = filled.map(({ name, rows }) => `${name} (${rows > 1000 ? 'more than 1,000' : rows})`);
  throw new AppError(
    'CONFLICT',
    `The database is not empty; these tables have rows: ${listOf(told)}. Nothing was changed. Restore into a new database.`,
  );
}

/** How many migrations the backup has more than the database. Throws CONFLICT if it has others, or fewer. */
export function migrationsToBackup(
  p: { known: readonly string[]; applied: readonly string[] },
  { last_migration: last, id }: BackupManifest,
): number {
  const place = p.known.indexOf(last);
  if (place < 0) {
    throw new AppError(
      'CONFLICT',
      `The backup ${id} was made after the migration ${last}, which this version of Barline does not have. Restore it with the version that made it, or a later one.`,
    );
  }
  if (p.applied.length > place + 1) {
    throw new AppError(
      'CONFLICT',
      `The database has had the migration ${p.applied.at(-1)}, and the backup ${id} was made at ${last}. Restore into a database without tables: it is migrated to ${last}, filled, and then migrated on.`,
    );
  }
  return place + 1 - p.applied.length;
}

/**
 * The tables of the database, which has the migrations of the backup. Throws VALIDATION_FAILED if the manifest lacks a table
 * or a column, or has one that is not there: it was changed, or is of a database that was changed by hand.
 */
export async function matchTables(db: Sql, manifest: BackupManifest): Promise<TablePlanRow[]> {
  const plans = await findTablePlans(db);
  const stored = new Map(manifest.tables.map((table) => [table.table, table]));
  const known = new Set([...stored.keys(), ...Object.keys(manifest.left_out), MIGRATIONS_TABLE]);
  const missing = plans.filter(({ table }) => !known.has(table)).map(({ table }) => table);
  if (missing.length > 0)
    throw damaged(
      `The manifest of ${manifest.id} lacks tables of ${manifest.last_migration}: ${listOf(missing)}.`,
    );
  for (const table of stored.values()) {
    const plan = plans.find((one) => one.table === table.table);
    if (plan === undefined)
      throw damaged(
        `${manifest.id} has a table ${table.table}, which ${manifest.last_migration} does not have.`,
      );
    const fault = differenceOf(plan, table);
    if (fault !== null)
      throw damaged(`The columns of ${table.table} in ${manifest.id} are others: ${fault}.`);
  }
  return plans;
}

const described = (columns: readonly { name: string; type: string }[]): string[] =>
  columns.map(({ name, type }) => `${name} ${type.replace(/^[a-z_]+\./, '')}`).toSorted();

function differenceOf(
  plan: TablePlanRow,
  table: Pick<TablePlanRow, 'columns' | 'key_columns'>,
): string | null {
  const [here, there] = [described(plan.columns), described(table.columns)];
  const lacking = here.filter((column) => !there.includes(column));
  const extra = there.filter((column) => !here.includes(column));
  if (lacking.length + extra.length > 0)
    return [...lacking.map((one) => `without ${one}`), ...extra.map((one) => `with ${one}`)].join(', ');
  return plan.key_columns.join() === table.key_columns.join()
    ? null
    : `another key (${table.key_columns.join()})`;
}
