import { sha256OfBytes } from '../../../lib/hash.ts';
import { type BackupManifest, type BackupTable, ManifestSchema } from '../format/manifest.ts';
import { tableFile } from '../format/object-keys.ts';
import { type BackupFiles, damaged } from './backup-files.ts';

export interface ReadManifest {
  manifest: BackupManifest;
  /** Of its bytes: what identifies the backup that a restore goes on with. */
  sha256: string;
}

/**
 * The manifest of a backup, checked against itself. Throws VALIDATION_FAILED if it is no manifest, is of another version
 * of the format, or its sums do not add up.
 */
export async function readManifest(
  files: Pick<BackupFiles, 'place' | 'id' | 'manifest'>,
): Promise<ReadManifest> {
  const bytes = await files.manifest();
  const where = `manifest.json of ${files.id} in ${files.place}`;
  const manifest = parse(bytes, where);
  const fault = findFault(manifest, files.id);
  if (fault !== null) throw damaged(`${where} contradicts itself: ${fault}`);
  return { manifest, sha256: await sha256OfBytes(bytes) };
}

function parse(bytes: Uint8Array, where: string): BackupManifest {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (cause) {
    throw damaged(`${where} is not JSON: it was cut off or changed.`, cause);
  }
  const parsed = ManifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [fault] = parsed.error.issues;
  const at = fault === undefined ? '' : ` (${fault.path.join('.') || 'whole'}: ${fault.message})`;
  throw damaged(`${where} is not one that this version reads${at}.`);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function findFault(manifest: BackupManifest, id: string): string | null {
  const { tables } = manifest;
  if (manifest.id !== id) return `it is of the backup ${manifest.id}.`;
  if (new Set(tables.map(({ table }) => table)).size !== tables.length) return 'a table is named twice.';
  for (const table of tables) {
    const fault = findTableFault(table);
    if (fault !== null) return `${table.table}: ${fault}`;
  }
  if (sum(tables.map(({ rows }) => rows)) !== manifest.rows)
    return 'the rows of its tables are not its rows.';
  if (sum(tables.map(({ bytes }) => bytes)) !== manifest.bytes)
    return 'the bytes of its tables are not its bytes.';
  return null;
}

function findTableFault({
  table,
  file,
  parts,
  rows,
  bytes,
  columns,
  key_columns,
}: BackupTable): string | null {
  if (file !== tableFile(table)) return `its file is not ${tableFile(table)}.`;
  if (parts.some(({ number }, at) => number !== at + 1))
    return 'its parts are not numbered one after the other.';
  if (sum(parts.map((part) => part.rows)) !== rows) return 'the rows of its parts are not its rows.';
  if (sum(parts.map((part) => part.bytes)) !== bytes) return 'the bytes of its parts are not its bytes.';
  const known = new Set(columns.map(({ name }) => name));
  if (key_columns.some((name) => !known.has(name))) return 'a column of its key is not among its columns.';
  return null;
}
