import type { Sql } from '../../../db/client.ts';
import { notePart, storeRows } from '../../../db/queries/restore-rows.ts';
import { listLoadedParts } from '../../../db/queries/restore-state.ts';
import type { TablePlanRow } from '../../../db/queries/table-plans.ts';
import type { BackupManifest, BackupPart, BackupTable } from '../format/manifest.ts';
import { type BackupFiles, damaged } from './backup-files.ts';
import { readPart, rowsOfPart } from './part-rows.ts';
import type { Say } from './report.ts';

const countParts = ({ tables }: BackupManifest): number =>
  tables.reduce((sum, { parts }) => sum + parts.length, 0);

/**
 * Looks for every file, and reads every part where that costs little, so that a damaged file is told before anything is
 * changed. Throws VALIDATION_FAILED.
 */
export async function checkFiles(files: BackupFiles, manifest: BackupManifest, say: Say): Promise<void> {
  for (const { file, bytes } of manifest.tables) {
    const size = await files.sizeOf(file);
    if (size === null && bytes > 0) throw damaged(`${file} of ${manifest.id} is missing in ${files.place}.`);
    if ((size ?? 0) !== bytes) throw damaged(describeSize(files, { file, bytes, size: size ?? 0 }));
  }
  if (!files.isNear) return;
  let done = 0;
  for (const table of manifest.tables) {
    for (const part of table.parts) {
      await readPart(files, table, part);
      say({ what: `checking ${table.file}`, done: ++done, total: countParts(manifest) });
    }
  }
}

function describeSize(
  { place, id }: BackupFiles,
  { file, bytes, size }: { file: string; bytes: number; size: number },
): string {
  const why = size < bytes ? 'it is cut off' : 'one of them was changed';
  return `${file} in ${place} has ${size} bytes, and the manifest of ${id} says ${bytes}: ${why}.`;
}

interface Load {
  db: Sql;
  files: BackupFiles;
  manifest: BackupManifest;
  plans: readonly TablePlanRow[];
}

/**
 * Stores every part that is not stored yet, each in one transaction. Throws VALIDATION_FAILED before a row of a damaged part
 * is kept.
 */
export async function loadTables({ db, files, manifest, plans }: Load, say: Say): Promise<void> {
  const stored = await listLoadedParts(db);
  const isStored = new Set(stored.map(({ table_name, part }) => `${part} ${table_name}`));
  let done = 0;
  for (const table of manifest.tables) {
    const types = new Map(
      plans.find((one) => one.table === table.table)?.columns.map((c) => [c.name, c.type]),
    );
    const columns = table.columns.map(({ name }) => ({ name, type: types.get(name) ?? 'text' }));
    for (const part of table.parts) {
      if (!isStored.has(`${part.number} ${table.table}`)) await loadPart({ db, files, table, part, columns });
      say({ what: `loading ${table.table}`, done: ++done, total: countParts(manifest) });
    }
  }
}

async function loadPart(p: {
  db: Sql;
  files: BackupFiles;
  table: BackupTable;
  part: BackupPart;
  columns: readonly { name: string; type: string }[];
}): Promise<void> {
  const bytes = await readPart(p.files, p.table, p.part);
  const rows = Array.from(rowsOfPart(bytes, p.table, p.part), (json) =>
    storeRows({ table: p.table.table, columns: p.columns, json }),
  );
  await p.db.batch([...rows, notePart(p.table.table, p.part.number)]);
}
