import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../../../../src/lib/logger.ts';
import { MIN_PART_BYTES } from '../../../../src/services/backup/format/manifest.ts';
import { manifestKey } from '../../../../src/services/backup/format/object-keys.ts';
import { KEPT } from '../../../../src/services/backup/remove-old-backups.ts';
import { readBackups } from '../../../../src/services/backup/stored-backups.ts';
import { continueBackup } from '../../../../src/services/backup/write/continue-backup.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { type BackupWorld, fillBulk, readNow, readTable, startBackupWorld } from './backup-world.ts';

let world: BackupWorld;
beforeAll(async () => {
  world = await startBackupWorld();
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  await world.run('delete from backups');
  await world.run('drop table if exists bulk, late, wide');
});

const rowsIn = (ndjson: string): Record<string, string | null>[] =>
  ndjson
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

/** A backup whose first part of `bulk` is there. */
async function beginBulk(): Promise<string> {
  await fillBulk(world.run, 7);
  for (;;) {
    const state = await world.step({}, { parts: 1 });
    const rows = await world.run(
      `select 1 from backup_parts join backup_tables using (backup_id, position) where table_name = 'bulk'`,
    );
    if (rows.length > 0 && state.state === 'running') return state.id;
  }
}

describe('a table with a row larger than a part', () => {
  it('gets larger parts, and is whole', async () => {
    await world.run('create table wide (id integer primary key, body text)');
    const bodies = [100, 5_400_000, 100].map((bytes) => randomBytes(bytes).toString('base64'));
    for (const [id, body] of bodies.entries())
      await world.run('insert into wide values ($1, $2)', [id, body]);
    const manifest = await world.finish();
    expect(rowsIn(await readTable(world.bucket, manifest, 'wide')).map(({ body }) => body)).toEqual(bodies);
    const parts = manifest.tables.find(({ table }) => table === 'wide')?.parts ?? [];
    expect(parts.map(({ rows }) => rows)).toEqual([3]);
    expect(parts[0]?.bytes).toBeGreaterThan(MIN_PART_BYTES);
  }, 60_000);
});

describe('rows that change while the backup runs', () => {
  it('are as they were when their part was read; none is lost or doubled', async () => {
    const id = await beginBulk();
    await world.run(`update bulk set body = 'changed' where id in (2, 446)`);
    await world.run(`delete from bulk where id in (3, 447)`);
    await world.run(`insert into bulk values (0, 'before all'), (999, 'after all')`);
    const manifest = await world.finish();
    expect(manifest.id).toBe(id);
    const rows = rowsIn(await readTable(world.bucket, manifest, 'bulk'));
    const stored = new Map(rows.map((row) => [Number(row.id), row.body]));
    expect(rows).toHaveLength(stored.size);
    expect([2, 3, 0].map((one) => stored.get(one)?.length ?? null)).toEqual([16_384, 16_384, null]);
    expect([446, 447, 999].map((one) => stored.get(one) ?? null)).toEqual(['changed', null, 'after all']);
  }, 60_000);

  it('do not mix two shapes of a table: after a migration the backup begins anew', async () => {
    const id = await beginBulk();
    await world.run('alter table bulk add column note text');
    await world.run(`insert into schema_migrations values (2, '0002_second')`);
    expect(await world.step()).toMatchObject({ state: 'failed', id });
    expect((await world.run('select failure from backups where id = $1', [id]))[0]?.failure).toMatchObject({
      code: 'MIGRATED',
    });
    const manifest = await world.finish();
    expect(manifest).toMatchObject({ last_migration: '0002_second' });
    expect(await readTable(world.bucket, manifest, 'bulk')).toBe(await readNow(world.db, manifest, 'bulk'));
    await world.run('delete from schema_migrations where id = 2');
  }, 60_000);
});

it('a table that is added later is in the next backup without being named anywhere', async () => {
  await world.run('create table late (name text primary key)');
  await world.run(`insert into late values ('new')`);
  const manifest = await world.finish();
  expect(rowsIn(await readTable(world.bucket, manifest, 'late'))).toEqual([{ name: 'new' }]);
});

describe('a backup', () => {
  const at = (ms: number) => ({ ...createFakeClock(), now: () => ms });

  it('that another invocation works on is left alone, and taken over when that one is gone', async () => {
    const ctx = { sql: world.db, clock: at(Date.now()), log: silentLogger, backups: world.bucket };
    const limits = { ms: 60_000, parts: 1, leaseSeconds: 600 };
    await fillBulk(world.run, 1);
    const running = continueBackup(ctx, { now: true, limits });
    await expect.poll(() => world.run('select lease from backups where lease is not null')).toHaveLength(1);
    expect(await continueBackup(ctx, { now: true, limits })).toEqual({ state: 'busy' });
    await running;
    await world.run(
      `update backups set lease = gen_random_uuid(), leased_until = now() + interval '1 minute'`,
    );
    expect(await continueBackup(ctx, { now: true, limits })).toEqual({ state: 'busy' });
    await world.run(`update backups set leased_until = now() - interval '1 second'`);
    expect(await continueBackup(ctx, { now: true, limits })).toMatchObject({ state: 'complete' });
  });

  it('is due once a day, and an hour after one that failed', async () => {
    const ctx = { sql: world.db, clock: at(Date.now()), log: silentLogger, backups: world.bucket };
    const state = async () => (await continueBackup(ctx, { now: false })).state;
    expect(await state()).toBe('complete');
    expect(await state()).toBe('idle');
    await world.run(`update backups set started_at = started_at - interval '1 day'`);
    expect(await state()).toBe('complete');
    const failed = `update backups set status = 'failed', failure = '{"code": "TOO_SLOW"}'`;
    await world.run(failed);
    expect(await state()).toBe('idle');
    await world.run(`${failed}, started_at = now() - interval '61 minutes'`);
    expect(await state()).toBe('complete');
  });

  it('that has not come to an end after two days is told as failed', async () => {
    await world.step({}, { parts: 1 });
    const clock = at(Date.now() + 49 * 3_600_000);
    expect(await world.step({ clock })).toMatchObject({ state: 'failed' });
  });

  it('needs a bucket', async () => {
    await expect(world.step({ backups: null })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });
});

describe('old backups', () => {
  it('are removed beyond the latest 30, with files of those that came to nothing', async () => {
    const { bucket } = world;
    const ids = Array.from(
      { length: KEPT + 2 },
      (_, i) => `202601${String(i + 1).padStart(2, '0')}T000000Z-aaaaaa`,
    );
    for (const id of ids) {
      await bucket.put(`backups/${id}/tracks.ndjson.gz`, 'x');
      await bucket.put(manifestKey(id), '{}');
    }
    await bucket.put('backups/20260201T000000Z-bbbbbb/tracks.ndjson.gz', 'x');
    await bucket.put('takedowns/1.json', '{}');
    const manifest = await world.finish();
    const stored = await readBackups(bucket);
    expect(stored.map(({ id }) => id).slice(0, 2)).toEqual([manifest.id, expect.any(String)]);
    expect(stored.filter(({ complete }) => complete)).toHaveLength(KEPT);
    expect(stored.every(({ complete }) => complete)).toBe(true);
    expect(stored.map(({ id }) => id)).not.toContain(ids[0]);
    expect(await bucket.head('takedowns/1.json')).not.toBeNull();
  });
});
