import { cp, mkdtemp, readFile, rm, truncate, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LocalPostgres, startPostgres } from '../../../../scripts/local/postgres/server.ts';
import { findInFolder, folderFiles } from '../../../../scripts/restore/folder-files.ts';
import { knownMigrations } from '../../../../scripts/restore/known-migrations.ts';
import { openRestoreDatabase } from '../../../../scripts/restore/open-database.ts';
import { createSql, type Sql, sql } from '../../../../src/db/client.ts';
import { findFilledTables } from '../../../../src/db/queries/restore-target.ts';
import { findTablePlans } from '../../../../src/db/queries/table-plans.ts';
import { takeDownArtist } from '../../../../src/db/queries/takedowns.ts';
import { systemClock } from '../../../../src/lib/clock.ts';
import type { BackupManifest } from '../../../../src/services/backup/format/manifest.ts';
import { SEEDED } from '../../../../src/services/backup/restore/check-target.ts';
import type { RestoreReport } from '../../../../src/services/backup/restore/report.ts';
import { restoreBackup } from '../../../../src/services/backup/restore/restore-backup.ts';
import { migratedTemplate } from '../../../support/migrated-template.ts';
import { knownSongs, storeKnownSongs } from '../../../support/search-catalogue.ts';
import { fillLists } from '../../../support/seed.ts';
import { writeBackup, writeTakedownCopies } from '../../../support/write-backup.ts';

const ID = '20261126T030000Z-abcdef';
/** Databases are started, and the first of a run is migrated. */
const START_MS = 60_000;
vi.setConfig({ testTimeout: START_MS, hookTimeout: START_MS });
const NOTHING = async (): Promise<string[]> => [];

let root: string;
let source: LocalPostgres;
let manifest: BackupManifest;
const open: LocalPostgres[] = [];

const sqlOf = ({ databaseUrl: url, fetchEndpoint }: LocalPostgres): Sql => createSql({ url, fetchEndpoint });

async function newDatabase(): Promise<LocalPostgres> {
  const server = await startPostgres({ template: await migratedTemplate() });
  open.push(server);
  return server;
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'barline-restore-'));
  source = await newDatabase();
  const db = sqlOf(source);
  await fillLists(db);
  await storeKnownSongs(db, knownSongs(30, 100), 'use-lite');
  manifest = await writeBackup(db, root, { id: ID, rows: 12 });
});

afterAll(async () => {
  await Promise.all(open.map((server) => server.close()));
  await rm(root, { recursive: true, force: true });
});

interface Wishes {
  folder?: string;
  id?: string;
  /** Wraps the connection, to break it. */
  wrap?: (sql: Sql) => Sql;
}

async function restoreInto(
  target: LocalPostgres,
  { folder = root, id, wrap }: Wishes = {},
): Promise<RestoreReport> {
  const database = await openRestoreDatabase(target.migrationUrl);
  try {
    return await restoreBackup({
      db: wrap?.(database.sql) ?? database.sql,
      files: folderFiles(await findInFolder(folder, id)),
      clock: systemClock,
      say: () => {},
      migrations: { known: await knownMigrations(), apply: NOTHING },
    });
  } finally {
    await database.close();
  }
}

const countOf = async (db: Sql, table: string): Promise<number> => {
  const [row] = await db.query<{ n: number }>({
    text: `select count(*)::int as n from ${table}`,
    params: [],
  });
  return row?.n ?? -1;
};

describe('a backup restored into an empty database', () => {
  let target: LocalPostgres;
  let report: RestoreReport;
  beforeAll(async () => {
    target = await newDatabase();
    report = await restoreInto(target);
  });

  it('gives every row back byte for byte', async () => {
    expect(report).toMatchObject({ rows: manifest.rows, dropped: [], continued: false });
    expect(report.verified).toEqual({
      parts: manifest.tables.flatMap(({ parts }) => parts).length,
      rows: manifest.rows,
    });
    const again = await writeBackup(sqlOf(target), join(root, 'again'), { id: ID, rows: 12 });
    const digests = ({ tables }: BackupManifest) =>
      tables.map(({ table, parts }) => [table, parts.map(({ ndjson_sha256 }) => ndjson_sha256)]);
    expect(digests(again)).toEqual(digests(manifest));
  });

  it('has its indexes, constraints and triggers again', async () => {
    const shape = (db: Sql) =>
      db.query(sql`
        select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition, indisvalid::text as valid
        from pg_index where indrelid::regclass::text !~ '^pg_|\\.'
        union all select conname, pg_get_constraintdef(oid), convalidated::text from pg_constraint
        where connamespace = 'public'::regnamespace
        union all select tgrelid::regclass || ' ' || tgname, pg_get_triggerdef(oid), tgenabled::text from pg_trigger
        where not tgisinternal order by 1, 2`);
    expect(await shape(sqlOf(target))).toEqual(await shape(sqlOf(source)));
  });

  it('computes generated columns, finds songs, and goes on with ids after the highest', async () => {
    const db = sqlOf(target);
    const [found] = await db.query<{ n: number }>(
      sql`select count(*)::int as n from tracks where search_vector is not null and name_keys is not null`,
    );
    expect(found?.n).toBe(await countOf(db, 'tracks'));
    const [max] = await db.query<{ id: number }>(sql`select max(id) as id from artists`);
    const [made] = await db.query<{ id: number }>(
      sql`insert into artists (name) values ('New') returning id`,
    );
    expect(made?.id).toBe((max?.id ?? 0) + 1);
  });

  it('leaves nothing of the restore behind', async () => {
    const schemas = await sqlOf(target).query(
      sql`select nspname from pg_namespace where nspname like 'barline%'`,
    );
    expect(schemas).toEqual([]);
  });

  it('refuses to be filled a second time, naming tables with rows', async () => {
    await expect(restoreInto(target)).rejects.toMatchObject({
      code: 'CONFLICT',
      detail: expect.stringMatching(/not empty.*tracks \(33\)/),
    });
  });
});

describe('a restore that is refused', () => {
  let target: LocalPostgres;
  let folder: string;
  beforeAll(async () => {
    target = await newDatabase();
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'barline-damaged-'));
    await cp(root, folder, { recursive: true });
    return () => rm(folder, { recursive: true, force: true });
  });
  const file = (name: string): string => join(folder, 'backups', ID, name);
  const refused = async (detail: RegExp, id?: string): Promise<void> => {
    const wishes = id === undefined ? { folder } : { folder, id };
    await expect(restoreInto(target, wishes)).rejects.toThrow(detail);
    expect(await countOf(sqlOf(target), 'tracks')).toBe(0);
    expect(await countOf(sqlOf(target), "pg_namespace where nspname = 'barline_restore'")).toBe(0);
  };
  const changeManifest = async (change: (manifest: BackupManifest) => unknown): Promise<void> => {
    const changed: BackupManifest = JSON.parse(await readFile(file('manifest.json'), 'utf8'));
    change(changed);
    await writeFile(file('manifest.json'), JSON.stringify(changed));
  };

  it('none of which is a new database: it has rows only in tables that migrations fill', async () => {
    const db = sqlOf(target);
    const tables = (await findTablePlans(db)).map(({ table }) => table);
    const filled = (await findFilledTables(db, tables)).map(({ name }) => name);
    expect(filled.toSorted()).toEqual([...SEEDED, 'schema_migrations'].toSorted());
  });

  it('because one bit is flipped names file and part', async () => {
    const bytes = await readFile(file('tracks.ndjson.gz'));
    const second = manifest.tables.find(({ table }) => table === 'tracks')?.parts[0]?.bytes ?? 0;
    bytes[second + 40] = (bytes[second + 40] ?? 0) ^ 1;
    await writeFile(file('tracks.ndjson.gz'), bytes);
    await refused(/tracks\.ndjson\.gz, part 2 .*is damaged/);
  });

  it('because a file is cut off, is missing or has grown names it', async () => {
    await truncate(file('analysis_results.ndjson.gz'), 100);
    await refused(/analysis_results\.ndjson\.gz .*100 bytes.*cut off/);
    await unlink(file('analysis_results.ndjson.gz'));
    await refused(/analysis_results\.ndjson\.gz .*is missing/);
    await cp(join(root, 'backups', ID), join(folder, 'backups', ID), { recursive: true, force: true });
    await writeFile(file('artists.ndjson.gz'), 'more', { flag: 'a' });
    await refused(/artists\.ndjson\.gz .*one of them was changed/);
  });

  it.each<[string, (manifest: BackupManifest) => unknown, RegExp]>([
    [
      'a row count',
      (one) => Object.assign(one, { rows: one.rows + 1 }),
      /contradicts itself: the rows of its tables/,
    ],
    [
      'a digest',
      (one) => setPart(one, 'artists', { sha256: '0'.repeat(64) }),
      /artists\.ndjson\.gz, part 1 .*damaged/,
    ],
    [
      'a file outside its folder',
      (one) => Object.assign(tableOf(one, 'artists'), { file: '../../secret' }),
      /its file is not artists/,
    ],
    [
      'another id',
      (one) => Object.assign(one, { id: '20251126T030000Z-abcdef' }),
      /it is of the backup 20251126/,
    ],
    [
      'another format',
      (one) => Object.assign(one, { format: 2 }),
      /is not one that this version reads \(format/,
    ],
    [
      'a migration of a later version',
      (one) => Object.assign(one, { last_migration: '9999_later' }),
      /9999_later, which this version of Barline does not have/,
    ],
  ])('because its manifest was changed: %s', async (_, change, detail) => {
    await changeManifest(change);
    await refused(detail);
  });

  it('because tables or columns of its schema are not in the manifest', async () => {
    const without = async (change: (manifest: BackupManifest) => unknown, detail: RegExp) => {
      await changeManifest(change);
      await refused(detail);
    };
    await without(
      ({ tables }) => void tableOf({ tables }, 'artists').columns.pop(),
      /columns of artists .*without/,
    );
    await changeManifest((one) => {
      const gone = tableOf(one, 'artists');
      one.tables.splice(one.tables.indexOf(gone), 1);
      one.rows -= gone.rows;
      one.bytes -= gone.bytes;
    });
    await unlink(file('artists.ndjson.gz'));
    await refused(/lacks tables of .*: artists/);
  });

  it('because the manifest is cut off or missing, or the backup is another', async () => {
    await truncate(file('manifest.json'), 50);
    await refused(/is not JSON: it was cut off/);
    await refused(
      new RegExp(`20260101T000000Z-aaaaaa is not there in .*It holds ${ID}`),
      '20260101T000000Z-aaaaaa',
    );
    await unlink(file('manifest.json'));
    await refused(new RegExp(`${ID} is not complete: it has no manifest`), ID);
    await refused(/There is no backup in/);
  });
});

const tableOf = ({ tables }: Pick<BackupManifest, 'tables'>, name: string) => {
  const table = tables.find((one) => one.table === name);
  if (table === undefined) throw new Error(`no table ${name}`);
  return table;
};
const setPart = (one: BackupManifest, table: string, change: object): void => {
  Object.assign(tableOf(one, table).parts[0] ?? {}, change);
};

it('a restore that is cut off again and again goes on where it was, and ends like one that was not', async () => {
  const target = await newDatabase();
  let [cuts, after] = [0, 3];
  let report: RestoreReport | null = null;
  while (report === null) {
    let left = after;
    const cut = <T>(work: () => Promise<T>): Promise<T> => {
      if (left-- <= 0) return Promise.reject(new Error('cut off'));
      return work();
    };
    const wrap = (inner: Sql): Sql => ({
      query: (statement) => cut(() => inner.query(statement)),
      // Half of them lose only the answer: the transaction was committed.
      batch: async (statements, options) => {
        if (left === 0 && cuts % 2 === 0) await inner.batch(statements, options);
        return await cut(() => inner.batch(statements, options));
      },
    });
    report = await restoreInto(target, { wrap }).catch((error: Error) => {
      expect(error.message).toBe('cut off');
      cuts++;
      after += 23;
      return null;
    });
  }
  expect(cuts).toBeGreaterThan(5);
  expect(report).toMatchObject({ continued: true, rows: manifest.rows, dropped: [] });
  const again = await writeBackup(sqlOf(target), join(root, 'cut'), { id: ID, rows: 1000 });
  const whole = await writeBackup(sqlOf(source), join(root, 'whole'), { id: ID, rows: 1000 });
  const digests = ({ tables }: BackupManifest) =>
    tables.map(({ table, parts }) => [table, parts[0]?.ndjson_sha256]);
  expect(digests(again)).toEqual(digests(whole));
});

it('another backup does not go on with a restore that was begun', async () => {
  const target = await newDatabase();
  const wrap = (inner: Sql): Sql => ({
    ...inner,
    batch: (statements, options) =>
      statements.some(({ text }) => text.includes('insert into "tracks"'))
        ? Promise.reject(new Error('cut off'))
        : inner.batch(statements, options),
  });
  await expect(restoreInto(target, { wrap })).rejects.toThrow('cut off');
  const other = '20261125T030000Z-abcdef';
  await writeBackup(sqlOf(source), join(root, 'other'), { id: other });
  await expect(restoreInto(target, { folder: join(root, 'other') })).rejects.toThrow(
    `A restore of the backup ${ID} was begun in this database and has not ended.`,
  );
});

it('rows that changed while tables were read, and takedowns made since', async () => {
  const live = await newDatabase();
  const db = sqlOf(live);
  await fillLists(db);
  await storeKnownSongs(db, knownSongs(10, 100), 'use-lite');
  const folder = join(root, 'live');
  await writeBackup(db, folder, {
    rows: 20,
    between: async (table) => {
      // Its facets are read before the track is.
      if (table === 'track_facets') await db.query(sql`delete from tracks where id = 3`);
    },
  });
  const [song] = await db.query<{ artist_id: number }>(
    sql`select artist_id from tracks where id >= 100 order by id limit 1`,
  );
  await takeDownArtist(db, { id: song?.artist_id ?? 0, reason: 'asked', createdBy: 'operator' });
  const left = await countOf(db, 'tracks');
  await writeTakedownCopies(db, folder);
  const target = await newDatabase();
  const report = await restoreInto(target, { folder });
  const restored = sqlOf(target);

  expect(report.dropped).toEqual([
    { table: 'track_facets', rule: 'track_facets_track_id_fkey', dropped: 'row', rows: 1 },
  ]);
  expect(report.takedowns).toMatchObject({ copies: 4, applied: 1 });
  expect(report.takedowns.tracks.length).toBeGreaterThan(0);
  expect(await countOf(restored, 'tracks')).toBe(left);
  expect(await countOf(restored, `tracks where artist_id = ${song?.artist_id}`)).toBe(0);
  expect(await countOf(restored, 'takedown_marks')).toBe(await countOf(db, 'takedown_marks'));
  await expect(
    restored.query(sql`update artists set watched = true where id = ${song?.artist_id}::int`),
  ).rejects.toThrow();
});
