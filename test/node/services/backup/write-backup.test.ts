import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BackupManifest } from '../../../../src/services/backup/format/manifest.ts';
import { MIN_PART_BYTES } from '../../../../src/services/backup/format/manifest.ts';
import { backupPrefix } from '../../../../src/services/backup/format/object-keys.ts';
import {
  type BackupWorld,
  cutAtEveryCall,
  fillBulk,
  readNow,
  readTable,
  startBackupWorld,
  timeless,
} from './backup-world.ts';

let world: BackupWorld;
let undisturbed: BackupManifest;

beforeAll(async () => {
  world = await startBackupWorld();
  const { run } = world;
  await fillBulk(run, 7);
  await run('create table nothing (id integer primary key)');
  await run('create table parent (id integer generated always as identity primary key, name text)');
  await run('create table child (id integer primary key, parent_id integer not null references parent (id))');
  await run(`insert into parent (name) values ('a'), ('b')`);
  await run('insert into child values (1, 1), (2, 2)');
  await run('create table keyless (name text)');
  await run(`insert into keyless select 'same' from generate_series(1, 3)`);
  await run('create table "Odd ""$1/.. tæble" ("the $1" text primary key)');
  await run(`insert into "Odd ""$1/.. tæble" values ('x')`);
  undisturbed = await world.finish();
}, 120_000);
afterAll(() => world.close());

const partsOf = (manifest: BackupManifest, table: string) =>
  manifest.tables.find((one) => one.table === table)?.parts ?? [];

describe('a backup', () => {
  it('holds every table, children before their parents, and says what it leaves out', () => {
    const tables = undisturbed.tables.map(({ table }) => table);
    expect(tables.toSorted()).toEqual(
      ['Odd "$1/.. tæble', 'bulk', 'child', 'keyless', 'nothing', 'parent', 'takedowns'].sort(),
    );
    expect(tables.indexOf('child')).toBeLessThan(tables.indexOf('parent'));
    expect(Object.keys(undisturbed.left_out)).toContain('audit_salts');
    expect(undisturbed.sequences).toEqual([{ table: 'parent', column: 'id', last_value: '2' }]);
    expect(undisturbed.last_migration).toBe('0001_first');
  });

  it('holds the rows of every table as they are', async () => {
    for (const { table } of undisturbed.tables)
      expect(await readTable(world.bucket, undisturbed, table), table).toBe(
        await readNow(world.db, undisturbed, table),
      );
  });

  it('has parts that are equal but for the last', () => {
    const bytes = partsOf(undisturbed, 'bulk').map((part) => part.bytes);
    expect(bytes.length).toBeGreaterThan(1);
    expect(new Set(bytes.slice(0, -1))).toEqual(new Set([MIN_PART_BYTES]));
    expect(partsOf(undisturbed, 'nothing')).toMatchObject([{ rows: 0, first_key: null }]);
  });

  it('that is killed before and after every call goes on to the same manifest', async () => {
    const files = ['bulk.ndjson.gz', 'nothing.ndjson.gz', 'manifest.json'];
    const cut = cutAtEveryCall(world, 'killed', files);
    let kills = 0;
    for (;;) {
      const { sql, backups } = cut.next();
      const state = await world.step({ sql, backups }).catch(() => null);
      if (state?.state !== 'complete') {
        kills += 1;
        continue;
      }
      expect(timeless(await world.manifest(state.id))).toEqual(timeless(undisturbed));
      break;
    }
    const parts = partsOf(undisturbed, 'bulk').length;
    // A large table: begun, noted, completed, noted; a part: uploaded, noted; a small one: put, noted; the manifest and the end.
    expect(kills).toBe(2 * (4 + 2 * parts + 2 + 2));
  }, 120_000);

  it('whose R2 refuses every call once goes on to the same manifest, and says what failed', async () => {
    const cut = cutAtEveryCall(world, 'refused');
    const failures: unknown[] = [];
    for (;;) {
      const { sql, backups } = cut.next();
      const state = await world.step({ sql, backups }).catch(() => null);
      if (state?.state === 'complete') {
        expect(timeless(await world.manifest(state.id))).toEqual(timeless(undisturbed));
        break;
      }
      failures.push((await world.run(`select failure from backups where status = 'running'`))[0]?.failure);
    }
    expect(failures.length).toBeGreaterThan(8);
    for (const failure of failures)
      expect(failure).toMatchObject({
        code: 'UPSTREAM_UNAVAILABLE',
        upstream: 'r2',
        message: expect.stringMatching(/^(?:\S.*: )?R2 did not /),
      });
  }, 120_000);

  it('whose upload R2 has forgotten begins that table again', async () => {
    const uploads = () =>
      world.run(
        `select backup_id, upload_id from backup_tables where table_name = 'bulk' and finished_at is null`,
      );
    let [begun] = await uploads();
    while (begun === undefined) {
      await world.step({}, { parts: 1 });
      [begun] = await uploads();
    }
    const key = `${backupPrefix(String(begun.backup_id))}bulk.ndjson.gz`;
    await world.bucket.resumeMultipartUpload(key, String(begun.upload_id)).abort();
    const manifest = await world.finish();
    expect(manifest.id).toBe(begun.backup_id);
    expect(timeless(manifest)).toEqual(timeless(undisturbed));
  }, 60_000);
});
