import type { Sql } from '../../../db/client.ts';
import { analyzeTables, continueSequences, listDropped } from '../../../db/queries/restore-rows.ts';
import {
  beginRestore,
  endRestore,
  enterPhase,
  findRestore,
  listSetAside,
  lockRestore,
  type RestorePhase,
  type RestoreState,
  setAside,
} from '../../../db/queries/restore-state.ts';
import { removeOrphanedAnalyses } from '../../../db/queries/restore-takedowns.ts';
import { listAppliedMigrations } from '../../../db/queries/restore-target.ts';
import { findSequences, findTablePlans, type TablePlanRow } from '../../../db/queries/table-plans.ts';
import type { Clock } from '../../../lib/clock.ts';
import { AppError } from '../../../lib/errors.ts';
import type { BackupManifest, TakedownCopy } from '../format/manifest.ts';
import { applyCopies, hasTakedowns, readCopies, removedTracks } from './apply-copies.ts';
import type { BackupFiles } from './backup-files.ts';
import { assertEmpty, MIGRATIONS_TABLE, matchTables, migrationsToBackup } from './check-target.ts';
import { compareTables } from './compare-rows.ts';
import { checkFiles, loadTables } from './load-tables.ts';
import { mendTables } from './mend-tables.ts';
import { readManifest } from './read-manifest.ts';
import type { RestoreReport, Say } from './report.ts';

/** How the tables of a version of Barline are made. */
export interface Migrations {
  /** All that this version has, in order. */
  readonly known: readonly string[];
  /** Applies those that are left, at most `count`, and answers their names. */
  apply(count?: number): Promise<string[]>;
}

export interface RestoreInput {
  /** One connection, which the restore has for itself. */
  db: Sql;
  files: BackupFiles;
  migrations: Migrations;
  clock: Clock;
  say: Say;
}

interface Restore extends RestoreInput {
  manifest: BackupManifest;
  copies: readonly TakedownCopy[];
}

/**
 * Fills an empty database with a backup: migrates it to the backup's migration, stores every part, compares all rows with the
 * backup byte for byte, puts indexes and foreign keys back, migrates on, and removes the songs of takedowns made since. An
 * interrupted restore of the same backup goes on where it was. Throws CONFLICT if the database is not empty or another
 * restore was begun in it, VALIDATION_FAILED with the names of what is damaged.
 */
export async function restoreBackup(input: RestoreInput): Promise<RestoreReport> {
  const { db, files, clock } = input;
  const startedMs = clock.now();
  const { manifest, sha256 } = await readManifest(files);
  const copies = await readCopies(files);
  await lock(db);
  const begun = await findRestore(db);
  assertSame(begun, { id: manifest.id, sha256 });
  const restore = { ...input, manifest, copies };
  if (begun === null) await begin(restore, sha256);
  let phase: RestorePhase = begun?.phase ?? 'preparing';
  if (phase === 'preparing') phase = await prepare(restore);
  if (phase === 'loading') phase = await load(restore);
  if (phase === 'mending') phase = await mend(restore);
  const { takedowns, migrations } = await finish(restore);
  const dropped = await listDropped(db);
  await endRestore(db);
  const { id, started_at, finished_at, last_migration, rows, bytes, tables } = manifest;
  return {
    backup: { id, started_at, finished_at, last_migration },
    ...{ rows, bytes },
    tables: tables.map(({ table, rows: each, parts }) => ({ table, rows: each, parts: parts.length })),
    continued: begun !== null,
    verified: { parts: tables.reduce((sum, { parts }) => sum + parts.length, 0), rows },
    dropped,
    takedowns,
    migrations,
    seconds: (clock.now() - startedMs) / 1000,
  };
}

async function lock(db: Sql): Promise<void> {
  if (!(await lockRestore(db))) throw new AppError('CONFLICT', 'Another restore is filling this database.');
}

function assertSame(begun: RestoreState | null, { id, sha256 }: { id: string; sha256: string }): void {
  if (begun === null || (begun.backup_id === id && begun.manifest_sha256 === sha256)) return;
  const other = begun.backup_id === id ? `${id} with another manifest` : begun.backup_id;
  throw new AppError(
    'CONFLICT',
    `A restore of the backup ${other} was begun in this database and has not ended. Go on with it, or restore ${id} into a new database.`,
  );
}

/** Refuses before anything is changed, then migrates to the backup's migration and makes room for its rows. */
async function begin({ db, files, manifest, migrations, say }: Restore, sha256: string): Promise<void> {
  const applied = await listAppliedMigrations(db);
  const count = migrationsToBackup({ known: migrations.known, applied }, manifest);
  await assertEmpty(db);
  await checkFiles(files, manifest, say);
  say({ what: `migrating to ${manifest.last_migration}`, done: 0, total: count });
  if (count > 0) await migrate(db, migrations, count);
  const tables = tablesToFill(await matchTables(db, manifest));
  await beginRestore(db, { backupId: manifest.id, manifestSha256: sha256, tables });
}

/** The lock goes with the connection, which a migration may have to itself. */
async function migrate(db: Sql, migrations: Migrations, count?: number): Promise<string[]> {
  const applied = await migrations.apply(count);
  await lock(db);
  return applied;
}

const tablesToFill = (plans: readonly TablePlanRow[]): string[] =>
  plans.map(({ table }) => table).filter((table) => table !== MIGRATIONS_TABLE);

async function prepare({ db }: Restore): Promise<RestorePhase> {
  await setAside(db, { found: await listSetAside(db), tables: tablesToFill(await findTablePlans(db)) });
  return 'loading';
}

async function load({ db, files, manifest, say }: Restore): Promise<RestorePhase> {
  const plans = await matchTables(db, manifest);
  await loadTables({ db, files, manifest, plans }, say);
  await compareTables(db, manifest, say);
  await enterPhase(db, 'mending');
  return 'mending';
}

async function mend({ db, manifest, copies, say }: Restore): Promise<RestorePhase> {
  const plans = await findTablePlans(db);
  if (hasTakedowns(plans)) await removeOrphanedAnalyses(db, copies.flatMap(removedTracks));
  await mendTables(db, plans, say);
  await continueSequences(db, manifest.sequences);
  await enterPhase(db, 'migrating');
  return 'migrating';
}

async function finish({
  db,
  manifest,
  copies,
  migrations,
  say,
}: Restore): Promise<Pick<RestoreReport, 'takedowns' | 'migrations'>> {
  say({ what: 'migrating on', done: 0, total: 1 });
  const applied = await migrate(db, migrations);
  const plans = await findTablePlans(db);
  const takedowns = await applyCopies(db, { copies, plans, since: manifest.started_at });
  await continueSequences(db, await findSequences(db));
  say({ what: 'gathering statistics', done: 0, total: 1 });
  await analyzeTables(
    db,
    plans.map(({ table }) => table),
  );
  return { takedowns, migrations: applied };
}
