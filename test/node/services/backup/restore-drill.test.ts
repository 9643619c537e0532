import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { ServiceContext } from '../../../../src/context.ts';
import type { Sql } from '../../../../src/db/client.ts';
import { systemClock } from '../../../../src/lib/clock.ts';
import { silentLogger } from '../../../../src/lib/logger.ts';
import { runDrill } from '../../../../src/services/backup/drill/run-drill.ts';
import { backupPrefix } from '../../../../src/services/backup/format/object-keys.ts';
import { type BackupWorld, startBackupWorld } from './backup-world.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let world: BackupWorld;
let id: string;

beforeAll(async () => {
  world = await startBackupWorld();
  await world.run(`create table things (
    id integer primary key, name text not null check (name <> 'impossible'), twice text generated always as (name || name) stored not null,
    half halfvec(3), at timestamptz, data jsonb)`);
  await world.run(
    `create table parts_of (thing_id integer not null references things (id), label text, primary key (label))`,
  );
  await world.run(`create table keyless (value text)`);
  await world.run(
    `insert into things (id, name, half, at, data) select n, 'thing ' || n, '[1,0.5,-2]', now(), '{"a": [1.50]}' from generate_series(1, 30) n`,
  );
  await world.run(`insert into parts_of select id, 'part ' || id from things`);
  await world.run(`insert into keyless values ('a'), ('a'), (null)`);
  ({ id } = await finishBackup());
});
afterAll(() => world.close());
beforeEach(() => world.run('delete from restore_drills'));

/** As if it had been made in a slot before. */
async function finishBackup() {
  const manifest = await world.finish();
  expect(await drill()).toEqual({ parts: 0, passed: 0, failed: 0 });
  await world.run(`update backups set finished_at = now() - interval '11 minutes' where status = 'complete'`);
  return manifest;
}

const drill = (over: Partial<Pick<ServiceContext, 'sql' | 'backups'>> = {}, parts = 100) =>
  runDrill(
    { sql: world.db, backups: world.bucket, clock: systemClock, log: silentLogger, ...over },
    { parts, ms: 60_000 },
  );
const drills = () =>
  world.run('select backup_id, status, rows::int as rows, failure from restore_drills order by id');
const scratch = () => world.run(`select 1 from pg_namespace where nspname = 'restore_drill'`);
/** Rows of the tables of the backup. */
const rowsOf = async (): Promise<number> => (await world.manifest(id)).rows;

it('passes part by part over several slots, and leaves nothing behind', async () => {
  const counts = [];
  for (let slot = 0; slot < 10; slot++) counts.push(await drill({}, 1));
  const { tables } = await world.manifest(id);
  const parts = tables.flatMap((table) => table.parts).length;
  expect(counts.slice(0, parts).every((one) => one.parts === 1)).toBe(true);
  expect(counts.reduce((sum, { passed }) => sum + passed, 0)).toBe(1);
  expect(await drills()).toEqual([{ backup_id: id, status: 'passed', rows: await rowsOf(), failure: null }]);
  expect(await scratch()).toEqual([]);
});

it('begins no other within a week, nor while a backup is written', async () => {
  await drill();
  expect(await drill()).toEqual({ parts: 0, passed: 0, failed: 0 });
  await world.run(`update restore_drills set started_at = now() - interval '8 days'`);
  await world.run(`insert into backups (id, last_migration, plan) values ('other', 'x', '[]')`);
  expect(await drill()).toEqual({ parts: 0, passed: 0, failed: 0 });
  await world.run(`delete from backups where id = 'other'`);
  expect((await drill()).passed).toBe(1);
});

it('one flipped bit fails it and names file and part', async () => {
  const key = `${backupPrefix(id)}things.ndjson.gz`;
  const object = await world.bucket.get(key);
  const bytes = new Uint8Array((await object?.arrayBuffer()) ?? []);
  const flipped = bytes.slice();
  flipped[100] = (flipped[100] ?? 0) ^ 1;
  await world.bucket.put(key, flipped);
  expect(await drill()).toMatchObject({ passed: 0, failed: 1 });
  const [row] = await drills();
  expect(row).toMatchObject({ status: 'failed', failure: { code: 'VALIDATION_FAILED' } });
  expect(JSON.stringify(row?.failure)).toMatch(/things\.ndjson\.gz, part 1 .*damaged/);
  expect(await scratch()).toEqual([]);

  // Not again at once, but the next day.
  await world.bucket.put(key, bytes);
  expect(await drill()).toMatchObject({ parts: 0, failed: 0 });
  await world.run(`update restore_drills set started_at = now() - interval '21 hours'`);
  expect((await drill()).passed).toBe(1);
});

it('a row that the database refuses, or gives back changed, fails it', async () => {
  await world.run(`alter table things drop constraint things_name_check`);
  await world.run(`alter table things add check (name <> 'thing 7') not valid`);
  expect(await drill()).toMatchObject({ failed: 1 });
  expect(JSON.stringify(await drills())).toContain('POSTGRES_23514');
  await world.run(`alter table things drop constraint things_name_check`);
  await world.run('delete from restore_drills');
  // As if rounding had come between.
  const lossy: Sql = {
    query: (statement) =>
      world.db.query({
        ...statement,
        text: statement.text.replace('given."half"::halfvec(3)', `'[1,0.5,-1]'::halfvec(3)`),
      }),
    batch: (statements, options) => world.db.batch(statements, options),
  };
  expect(await drill({ sql: lossy })).toMatchObject({ failed: 1 });
  expect(JSON.stringify(await drills())).toMatch(
    /things\.ndjson\.gz, part 1, are others once they are stored/,
  );
});

it('a bucket or a database that does not answer is no failure: the next slot goes on', async () => {
  const silent = { get: () => Promise.reject(new Error('internal error (10001)')) };
  const backups = new Proxy(world.bucket, {
    get: (target, name) => Reflect.get({ ...silent }, name) ?? Reflect.get(target, name),
  });
  await expect(drill({ backups })).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  expect(await drills()).toMatchObject([{ status: 'running', rows: 0 }]);

  // The Worker is ended at every call of the database, and what it was doing is done again.
  let [after, ends] = [3, 0];
  for (;;) {
    let left = after;
    const cut = <T>(work: () => Promise<T>): Promise<T> =>
      left-- > 0 ? work() : Promise.reject(Object.assign(new Error('ended'), { name: 'Ended' }));
    const sql: Sql = {
      query: (statement) => cut(() => world.db.query(statement)),
      batch: (statements, options) => cut(() => world.db.batch(statements, options)),
    };
    const counts = await drill({ sql }).catch(() => null);
    await world.run('update restore_drills set leased_until = null');
    if (counts !== null) break;
    ends++;
    after += 3;
  }
  expect(ends).toBeGreaterThan(4);
  expect(await drills()).toMatchObject([{ status: 'passed', rows: await rowsOf() }]);
});

it('a migration in the middle begins it anew with a backup of the new schema', async () => {
  await drill({}, 1);
  await world.run(`insert into schema_migrations values (99, '0099_next')`);
  expect(await drill()).toMatchObject({ parts: 0, passed: 0, failed: 0 });
  expect(await drills()).toEqual([]);
  expect(await drill()).toMatchObject({ parts: 0, passed: 0, failed: 0 });
  const next = await finishBackup();
  expect((await drill()).passed).toBe(1);
  expect(await drills()).toMatchObject([{ backup_id: next.id, status: 'passed' }]);
});

it('without a bucket nothing is begun', async () => {
  expect(await drill({ backups: null })).toEqual({ parts: 0, passed: 0, failed: 0 });
});
