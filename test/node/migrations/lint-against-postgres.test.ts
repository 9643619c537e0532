import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lintMigration } from '../../../scripts/release/migrations/lint-migration.ts';

// The lint says what a statement costs by its grammar. Here Postgres runs the statement on a table with rows and tells
// whether it wrote the table anew or read all of it.
let db: PGlite;

beforeAll(async () => {
  db = await PGlite.create();
  await db.exec(`
    create table albums (id int primary key);
    create table songs (id int primary key, title text, plays int default 1, album_id int, constraint plays_check check (plays > 0) not valid);
    create unique index songs_title_idx on songs (title);
    insert into songs select i, 'song ' || i, i from generate_series(1, 300) i;`);
}, 60_000);

afterAll(() => db.close());

interface Cost {
  rewrites: boolean;
  /** Reads of the whole table. */
  scans: number;
}

async function measure(sql: string): Promise<Cost | 'refused'> {
  const look = async () => {
    const { rows } = await db.query<{ file: number; scans: number }>(
      `select c.relfilenode as file, s.seq_scan as scans from pg_class c join pg_stat_xact_user_tables s on s.relid = c.oid
       where c.relname = 'songs'`,
    );
    const [row] = rows;
    if (row === undefined) throw new Error('The table is gone.');
    return row;
  };
  await db.exec('begin');
  try {
    const before = await look();
    await db.exec(sql);
    const after = await look();
    return { rewrites: before.file !== after.file, scans: after.scans - before.scans };
  } catch {
    return 'refused';
  } finally {
    await db.exec('rollback');
  }
}

const COMMANDS = [
  'add column c1 text',
  "add column c2 text not null default 'calm'",
  'add column c3 timestamptz default now()',
  'add column c4 timestamptz default clock_timestamp()',
  'add column c5 uuid default gen_random_uuid()',
  'add column c6 text generated always as (lower(title)) stored',
  'add column c7 int generated always as identity',
  'add column c8 serial',
  'add column c9 int check (c9 > 0)',
  'add column c10 int unique',
  'add column c11 int references albums (id)',
  'add column c12 int not null',
  "add column c13 jsonb not null default '{}', add column c14 text[] not null default array['a']",
  'alter column plays set not null',
  'alter column plays drop not null',
  'alter column plays type bigint',
  'alter column plays set default 2',
  'alter column title set storage external',
  'alter column title set statistics 500',
  'add constraint k1 check (plays > 0)',
  'add constraint k2 check (plays > 0) not valid',
  'add constraint k3 foreign key (album_id) references albums (id)',
  'add constraint k4 foreign key (album_id) references albums (id) not valid',
  'add constraint k5 unique (plays)',
  'add constraint k6 unique using index songs_title_idx',
  'drop constraint plays_check',
  'set (fillfactor = 80)',
];
const HARMLESS = COMMANDS.filter((one) =>
  /c1 |c2 |c3 |c11|c13|drop not null|set default|storage|statistics|k2|k4|k6|plays_check|fillfactor/.test(
    one,
  ),
);

describe('what the lint says of ALTER TABLE', () => {
  it('is what Postgres does, for one command and for several', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...COMMANDS), { minLength: 1, maxLength: 3 }),
        async (some) => {
          const sql = `alter table songs ${some.join(', ')};`;
          const rules: string[] = (await lintMigration(sql)).map(({ rule }) => rule);
          const cost = await measure(sql);
          if (cost === 'refused') expect(rules).toContain('fails');
          else if (cost.rewrites) expect(rules).toContain('rewrite');
          else if (cost.scans > 0)
            expect(['scan', 'index', 'rewrite'].some((rule) => rules.includes(rule))).toBe(true);
        },
      ),
      { numRuns: 50, examples: COMMANDS.map((one) => [[one]]) },
    );
  });

  it.each(HARMLESS)('%s is free, and passes', async (command) => {
    const sql = `alter table songs ${command};`;
    expect(await lintMigration(sql)).toEqual([]);
    expect(await measure(sql)).toEqual({ rewrites: false, scans: 0 });
  });
});
