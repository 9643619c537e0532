import type { Sql } from '../../../db/client.ts';
import { dumpRows } from '../../../db/queries/dump-rows.ts';
import { findSchemaState } from '../../../db/queries/table-plans.ts';
import { runningHash } from '../../../lib/running-hash.ts';
import type { BackupManifest, BackupPart, BackupTable } from '../format/manifest.ts';
import { damaged } from './backup-files.ts';
import type { Say } from './report.ts';

/** Of NDJSON in one answer. */
const PAGE_BYTES = 1024 * 1024;
const MAX_PAGE_ROWS = 5000;

const encoder = new TextEncoder();

interface StoredPart {
  table: BackupTable;
  part: BackupPart;
  /** The part is alone in its table: nothing comes before or after it. */
  isAlone?: boolean;
  schema?: string;
  /** Absent: the database orders text as the backup does. */
  collation?: string;
}

/**
 * Whether the database gives the rows of a part byte for byte as they were read for the backup, and no others between the
 * part before and its own end; of the last part, to the end of the table.
 */
export async function isPartStored(db: Sql, stored: StoredPart): Promise<boolean> {
  const { table, part, isAlone = false, schema, collation } = stored;
  const before = isAlone ? undefined : table.parts[part.number - 2];
  const isLast = isAlone || part.number === table.parts.length;
  const hash = runningHash();
  let rows = 0;
  let after = before?.last_key ?? null;
  for (;;) {
    const page = await dumpRows(db, table, {
      after,
      ...(isLast || part.last_key === null ? {} : { until: part.last_key }),
      rows: pageRows(part),
      bytes: PAGE_BYTES,
      ...(schema === undefined ? {} : { schema }),
      ...(collation === undefined ? {} : { collation }),
    });
    rows += page.rows;
    hash.add(encoder.encode(page.ndjson));
    if (page.rows === 0 || page.last === null || rows > part.rows) break;
    after = [...page.last];
  }
  return rows === part.rows && hash.end() === part.ndjson_sha256;
}

/** About as many as a page of bytes holds. */
function pageRows({ rows, ndjson_bytes: bytes }: BackupPart): number {
  const each = rows === 0 ? 1 : Math.max(1, bytes / rows);
  return Math.min(MAX_PAGE_ROWS, Math.max(1, Math.ceil(PAGE_BYTES / each)));
}

/** The collation to read with, so that text keys come in the order of the backup; null: the database has it. */
export async function collationFor(db: Sql, manifest: BackupManifest): Promise<string | null> {
  const { collation } = await findSchemaState(db);
  return collation === manifest.collation ? null : manifest.collation;
}

/** Throws VALIDATION_FAILED with the table and the part whose rows are not, byte for byte, those of the backup. */
export async function compareTables(
  db: Sql,
  manifest: BackupManifest,
  say: Say,
): Promise<{ parts: number; rows: number }> {
  const collation = await collationFor(db, manifest);
  const total = manifest.tables.reduce((sum, { parts }) => sum + parts.length, 0);
  let parts = 0;
  for (const table of manifest.tables) {
    for (const part of table.parts) {
      if (!(await isPartStored(db, { table, part, ...(collation === null ? {} : { collation }) })))
        throw damaged(
          `The rows of ${table.table} are not those of ${table.file}, part ${part.number}: the database does not give back what was stored.`,
        );
      say({ what: `comparing ${table.table}`, done: ++parts, total });
    }
  }
  return { parts, rows: manifest.rows };
}
