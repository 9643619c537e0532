import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../../scripts/migrate.ts';
import {
  findSystemPostgres,
  type SystemPostgres,
  startSystemPostgres,
} from '../../support/system-postgres.ts';

const bin = await findSystemPostgres();
// PGlite has one session, so that nothing holds a lock: without a real Postgres there is nothing to test.
if (bin === null && process.env.CI) throw new Error('CI must install postgresql: see .ci/run.');

const title = bin === null ? 'SKIPPED, install the package postgresql: migrations' : 'migrations';
describe.skipIf(bin === null)(title, () => {
  let postgres: SystemPostgres;
  let admin: pg.Client;
  let folder: string;

  beforeAll(async () => {
    postgres = await startSystemPostgres(bin ?? '');
    admin = new pg.Client({ connectionString: postgres.url });
    await admin.connect();
  }, 60_000);
  afterAll(async () => {
    await admin?.end();
    await postgres?.stop();
  });
  beforeEach(async () => {
    await admin.query('drop schema public cascade; create schema public');
    folder = await mkdtemp(join(tmpdir(), 'barline-migrations-'));
    await writeFile(
      join(folder, '0001_songs.sql'),
      "create table songs (title text); insert into songs values ('a'), ('a');",
    );
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const apply = () => migrate(postgres.url, { folder });
  const indexes = async () =>
    (
      await admin.query(
        'select indexrelid::regclass::text as name, indisvalid as valid from pg_index where indrelid = $1::regclass',
        ['songs'],
      )
    ).rows;

  it('build an index outside a transaction, and build it again after it broke off', async () => {
    await writeFile(
      join(folder, '0002_index.sql'),
      '-- outside a transaction\ndrop index concurrently if exists songs_key;\n-- why\ncreate unique index concurrently songs_key on songs (title);\n',
    );
    await expect(apply()).rejects.toThrow('could not create unique index');
    expect(await indexes()).toEqual([{ name: 'songs_key', valid: false }]);
    await admin.query('delete from songs where ctid = (select min(ctid) from songs)');
    expect(await apply()).toEqual(['0002_index']);
    expect(await indexes()).toEqual([{ name: 'songs_key', valid: true }]);
  });

  it('give up where another session keeps a lock, change nothing, and can be applied again', async () => {
    await apply();
    await writeFile(
      join(folder, '0002_mood.sql'),
      'create table moods (name text); alter table songs add column mood text;',
    );
    await admin.query('begin; lock table songs in access share mode');
    await expect(apply()).rejects.toThrow('canceling statement due to lock timeout');
    await admin.query('rollback');
    expect((await admin.query("select to_regclass('moods') as moods")).rows).toEqual([{ moods: null }]);
    expect(await apply()).toEqual(['0002_mood']);
  });
});
