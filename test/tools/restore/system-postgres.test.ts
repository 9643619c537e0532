import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createBuildSql } from '../../../scripts/build-sql.ts';
import { findInFolder, folderFiles } from '../../../scripts/restore/folder-files.ts';
import { openRestoreDatabase } from '../../../scripts/restore/open-database.ts';
import { restore } from '../../../scripts/restore/restore.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import type { RestoreReport } from '../../../src/services/backup/restore/report.ts';
import { restoreBackup } from '../../../src/services/backup/restore/restore-backup.ts';
import {
  findSystemPostgres,
  type SystemPostgres,
  startSystemPostgres,
} from '../../support/system-postgres.ts';
import { writeBackup } from '../../support/write-backup.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** The schema of a small database in three migrations, with what the tables of Barline have and more. */
const MIGRATIONS: Readonly<Record<string, string>> = {
  '0001_things': `
    create type mood as enum ('low', 'high');
    create table things (
      id integer generated always as identity primary key, name text not null unique,
      twice text generated always as (name || name) stored, serial_number bigserial,
      boss integer references things (id) on delete set null, mood mood,
      exact numeric, large numeric(12, 6), real real, double double precision, at timestamptz, day date, span interval,
      clock timetz, data jsonb, plain json, tags text[], grid integer[], bits bit varying, raw bytea, address inet, range int4range,
      padded char(5), "Odd ""$1"" name" text);
    create unique index things_tag_key on things (lower(name), (tags[1])) where boss is null;
    create table parts_of (
      thing_id integer not null references things (id) on delete cascade, label text not null, primary key (label, thing_id));
    create table notes (
      word text primary key, thing_id integer references things (id), thing_name text references things (name) on update cascade);
    create table keyless (value text);
    create function noted() returns trigger language plpgsql as $$ begin insert into keyless values ('trigger'); return null; end $$;
    create trigger things_noted after insert on things for each row execute function noted();`,
  '0002_more': 'alter table notes add column extra text',
  '0003_later': `alter table notes add column later text default 'new'; create table later_table (id integer primary key)`,
};

const ROWS = `
  insert into things (name, boss, mood, exact, large, real, double, at, day, span, clock, data, plain, tags, grid, bits, raw, address,
    range, padded, "Odd ""$1"" name")
  select 'thing ' || n, nullif(n - 1, 0), 'high', 'NaN', 0.100000, '-0', 0.1 + 0.2, 'infinity', '0044-03-15 BC', '-1 mon 3.5 s',
    '12:00:00.123456+05:30', 'null', '{"b": 1,  "a": [1.50]}', array['a,"b', null, ''], '{{1,2},{3,null}}', B'0101', '\\x00ff', '10.0.0.0/8',
    '[1,5)', 'ab', E'tab\\t, "quote" and \\\\' from generate_series(1, 40) n;
  insert into things (name) values ('Zebra'), ('apple'), ('Äpfel'), ('émigré'), ('ſ'), ('😀');
  insert into parts_of select id, name from things;
  insert into notes (word, thing_id, thing_name) select 'w' || name, id, name from things;`;

const bin = await findSystemPostgres();

describe.skipIf(bin === null)('a real Postgres (skipped only where none is installed)', () => {
  let server: SystemPostgres;
  let root: string;
  let admin: pg.Client;
  beforeAll(async () => {
    server = await startSystemPostgres(bin ?? '');
    root = await mkdtemp(join(tmpdir(), 'barline-restore-real-'));
    admin = new pg.Client({ connectionString: server.url });
    await admin.connect();
  });
  afterAll(async () => {
    await admin?.end();
    await server?.stop();
    await rm(root, { recursive: true, force: true });
  });

  async function newDatabase(name: string): Promise<string> {
    await admin.query(`create database ${name}`);
    const url = new URL(server.url);
    url.pathname = name;
    return url.href;
  }

  /** As `migrate` does, with the migrations of this test. */
  async function migrateTo(url: string, count: number): Promise<string[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query('create table if not exists schema_migrations (id serial primary key, name text)');
      const { rows } = await client.query<{ name: string }>('select name from schema_migrations');
      const left = Object.entries(MIGRATIONS).slice(rows.length).slice(0, count);
      for (const [name, text] of left) {
        await client.query(text);
        await client.query('insert into schema_migrations (name) values ($1)', [name]);
      }
      return left.map(([name]) => name);
    } finally {
      await client.end();
    }
  }

  async function restoreInto(
    url: string,
    beforeBatch?: (database: pg.Client) => Promise<void>,
  ): Promise<RestoreReport> {
    const database = await openRestoreDatabase(url);
    const { sql } = database;
    try {
      return await restoreBackup({
        db: {
          ...sql,
          batch: async (statements, options) => {
            await beforeBatch?.(admin);
            return await sql.batch(statements, options);
          },
        },
        files: folderFiles(await findInFolder(root, undefined)),
        clock: systemClock,
        say: () => {},
        migrations: {
          known: Object.keys(MIGRATIONS),
          apply: (count = 99) => database.without(() => migrateTo(url, count)),
        },
      });
    } finally {
      await database.close();
    }
  }

  it('is filled with every kind of value, at the migration of the backup, and migrated on', async () => {
    const source = await newDatabase('source');
    await migrateTo(source, 2);
    const live = new pg.Client({ connectionString: source });
    await live.connect();
    await live.query(ROWS);
    await live.query(`select setval('things_id_seq', 500)`);
    await writeBackup(createBuildSql(source), root, { rows: 7 });
    const target = await newDatabase('target');
    const report = await restoreInto(target);
    expect(report).toMatchObject({ dropped: [], migrations: ['0003_later'] });

    const restored = new pg.Client({ connectionString: target });
    await restored.connect();
    const everything = `select md5(string_agg(t::text, E'\\n' order by id)) as digest, count(data) filter (where data = 'null') as nulls from things t`;
    expect((await restored.query(everything)).rows).toEqual((await live.query(everything)).rows);
    const counted = 'select (select count(*) from keyless) as keyless, (select count(*) from notes) as notes';
    expect((await restored.query(counted)).rows).toEqual((await live.query(counted)).rows);
    const [made] = (
      await restored.query('insert into things (name) values ($1) returning id, serial_number', ['next'])
    ).rows;
    expect(made).toEqual({ id: 501, serial_number: '47' });
    await expect(restored.query(`insert into things (name) values ('next')`)).rejects.toThrow(
      'things_name_key',
    );
    await expect(restored.query('insert into parts_of values (9999, $1)', ['x'])).rejects.toThrow(
      'foreign key',
    );
    await restored.end();
    await live.end();
  });

  it('that ends the connection at any moment is filled by doing it again', async () => {
    const target = await newDatabase('ended');
    let [batches, endAt, tries] = [0, 2, 0];
    const killing = async (client: pg.Client) => {
      if (++batches !== endAt) return;
      await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'ended'`);
    };
    for (;;) {
      batches = 0;
      tries++;
      const report = await restoreInto(target, killing).catch((error: Error) => error);
      if (!(report instanceof Error)) {
        expect(report).toMatchObject({ continued: true, dropped: [] });
        break;
      }
      expect(report.message).toMatch(/connection to the database was lost .*Run the same command again/);
      endAt += 7;
    }
    expect(tries).toBeGreaterThan(3);
  });

  it('that lacks an extension is told before anything is changed', async () => {
    const target = await newDatabase('bare');
    const { rows } = await admin.query(`select 1 from pg_available_extensions where name = 'vector'`);
    if (rows.length > 0) return;
    await expect(restore(target, folderFiles(await findInFolder(root, undefined)), () => {})).rejects.toThrow(
      'The server lacks the extensions vector of Postgres.',
    );
  });
});
