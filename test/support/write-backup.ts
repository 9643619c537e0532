import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sql } from '../../src/db/client.ts';
import { dumpRows } from '../../src/db/queries/dump-rows.ts';
import { findSchemaState, findSequences, findTablePlans } from '../../src/db/queries/table-plans.ts';
import { gzipMember } from '../../src/lib/gzip-members.ts';
import type { BackupManifest, BackupPart, BackupTable } from '../../src/services/backup/format/manifest.ts';
import { tableFile } from '../../src/services/backup/format/object-keys.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface BackupWishes {
  /** Rows of a part. */
  rows?: number;
  id?: string;
  /** Runs between two tables, as writes of a live database do. */
  between?: (table: string) => Promise<void>;
  leftOut?: readonly string[];
}

/** Writes all tables of a database as a backup below `root`, in small parts; returns its manifest. */
export async function writeBackup(
  db: Sql,
  root: string,
  { rows = 50, id = '20261126T030000Z-abcdef', between, leftOut = ['schema_migrations'] }: BackupWishes = {},
): Promise<BackupManifest> {
  const folder = join(root, 'backups', id);
  await mkdir(folder, { recursive: true });
  const started = new Date().toISOString();
  const plans = (await findTablePlans(db)).filter(({ table }) => !leftOut.includes(table));
  const tables: BackupTable[] = [];
  for (const plan of childrenFirst(plans)) {
    const file = tableFile(plan.table);
    const parts: BackupPart[] = [];
    const stored: Uint8Array[] = [];
    let after: readonly string[] | null = null;
    for (;;) {
      const page = await dumpRows(db, plan, { after, rows, bytes: 1e6 });
      if (page.rows === 0) break;
      const ndjson = new TextEncoder().encode(page.ndjson);
      const bytes = gzipMember(ndjson);
      stored.push(bytes);
      parts.push({
        number: parts.length + 1,
        bytes: bytes.length,
        sha256: sha256(bytes),
        rows: page.rows,
        ndjson_bytes: ndjson.length,
        ndjson_sha256: sha256(ndjson),
        first_key: [...(page.first ?? [])],
        last_key: [...(page.last ?? [])],
      });
      after = page.last;
    }
    await writeFile(join(folder, file), Buffer.concat(stored));
    const { table, columns, key_columns } = plan;
    tables.push({
      ...{ table, columns, key_columns, file, parts },
      rows: parts.reduce((sum, part) => sum + part.rows, 0),
      bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
    });
    await between?.(table);
  }
  const manifest: BackupManifest = {
    format: 1,
    ...(await findSchemaState(db)),
    id,
    started_at: started,
    finished_at: new Date().toISOString(),
    vectors: 'binary',
    left_out: Object.fromEntries(leftOut.map((name) => [name, 'not data'])),
    rows: tables.reduce((sum, table) => sum + table.rows, 0),
    bytes: tables.reduce((sum, table) => sum + table.bytes, 0),
    tables,
    sequences: await findSequences(db),
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return manifest;
}

function childrenFirst<T extends { table: string; parents: readonly string[] }>(plans: readonly T[]): T[] {
  const ordered: T[] = [];
  const visit = (plan: T): void => {
    if (ordered.includes(plan)) return;
    for (const child of plans.filter(({ parents }) => parents.includes(plan.table))) visit(child);
    ordered.push(plan);
  };
  for (const plan of plans) visit(plan);
  return ordered;
}

/** Copies every takedown of a database into the folder beside its backups. */
export async function writeTakedownCopies(db: Sql, root: string): Promise<void> {
  const folder = join(root, 'takedowns');
  await mkdir(folder, { recursive: true });
  const tables = ['takedowns', 'takedown_marks', 'takedown_texts', 'takedown_bands'];
  const plans = await findTablePlans(db);
  const [{ ids } = { ids: [] }] = await db.query<{ ids: number[] }>({
    text: 'select array_agg(id order by id) as ids from takedowns',
    params: [],
  });
  for (const id of ids) {
    const rows: Record<string, Record<string, string | null>[]> = {};
    for (const name of tables) {
      const plan = plans.find(({ table }) => table === name);
      if (plan === undefined) throw new Error(`no table ${name}`);
      const page = await dumpRows(db, plan, { after: null, rows: 10_000, bytes: 1e8 });
      const all = page.ndjson.split('\n').flatMap((line): Record<string, string | null>[] => {
        return line === '' ? [] : [JSON.parse(line)];
      });
      rows[name] = all.filter((row) => row[name === 'takedowns' ? 'id' : 'takedown_id'] === String(id));
    }
    const [own] = rows.takedowns ?? [];
    const created_at = new Date(own?.created_at ?? 0).toISOString();
    const copy = { format: 1, id, created_at, lifted_at: own?.lifted_at ?? null, rows };
    await writeFile(join(folder, `${id}.json`), JSON.stringify(copy));
  }
}
