import type { ServiceContext } from '../../../context.ts';
import { makeScratchTable, SCRATCH_SCHEMA } from '../../../db/queries/restore-drills.ts';
import { storeRows } from '../../../db/queries/restore-rows.ts';
import type { TablePlanRow } from '../../../db/queries/table-plans.ts';
import type { BackupPart, BackupTable } from '../format/manifest.ts';
import { type BackupFiles, damaged } from '../restore/backup-files.ts';
import { isPartStored } from '../restore/compare-rows.ts';
import { readPart, rowsOfPart } from '../restore/part-rows.ts';

interface Drilled {
  files: Pick<BackupFiles, 'place' | 'read'>;
  table: BackupTable;
  part: BackupPart;
  plan: TablePlanRow;
  /** Null: the database orders text as the backup does. */
  collation: string | null;
}

/**
 * Stores a part in a scratch table as a restore would, and compares what the database gives back with the backup. Throws
 * VALIDATION_FAILED with the names of file and part if it is not the same.
 */
export async function drillPart(
  { sql }: Pick<ServiceContext, 'sql'>,
  { files, table, part, plan, collation }: Drilled,
): Promise<void> {
  const bytes = await readPart(files, table, part);
  const names = table.columns.map(({ name }) => name);
  await makeScratchTable(sql, { table: table.table, columns: names, key: table.key_columns });
  const types = new Map(plan.columns.map(({ name, type }) => [name, type]));
  const columns = names.map((name) => ({ name, type: types.get(name) ?? 'text' }));
  for (const json of rowsOfPart(bytes, table, part))
    await sql.query(storeRows({ schema: SCRATCH_SCHEMA, table: table.table, columns, json }));
  const stored = { table, part, isAlone: true, schema: SCRATCH_SCHEMA };
  if (await isPartStored(sql, collation === null ? stored : { ...stored, collation })) return;
  throw damaged(
    `The rows of ${table.file}, part ${part.number}, are others once they are stored: the database does not give back what the backup holds.`,
  );
}
