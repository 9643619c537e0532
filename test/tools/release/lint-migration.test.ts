import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintFaults, lintMigrations, tellFinding } from '../../../scripts/release/lint-migrations.ts';
import { ACCEPTED } from '../../../scripts/release/migrations/accepted.ts';
import { lintMigration } from '../../../scripts/release/migrations/lint-migration.ts';

const rulesOf = async (sql: string): Promise<string[]> => (await lintMigration(sql)).map(({ rule }) => rule);

describe('a migration that may run while the deployed version serves requests', () => {
  it.each([
    'create table notes (id int primary key, track_id int references tracks (id)); create index on notes (track_id);',
    'alter table tracks add column mood text;',
    "alter table tracks add column mood text not null default 'calm', add column seen timestamptz default now();",
    'alter table tracks add column album_id int references albums (id);',
    'alter table tracks add constraint tracks_mood_check check (length(mood) > 0) not valid;',
    'alter table tracks validate constraint tracks_mood_check;',
    'alter table tracks add constraint tracks_key unique using index tracks_new_key;',
    'alter table tracks drop constraint tracks_mood_check;',
    'alter table tracks alter column mood drop not null;',
    "insert into moods (name) values ('calm');",
    'create table moods as select distinct mood from tracks; alter table moods add column id int generated always as identity; update moods set mood = lower(mood); drop table moods;',
    'create or replace function f(a int) returns int language sql as $$ delete from tracks; select 1 $$;',
    'create trigger noted after insert on tracks for each row execute function note();',
    'drop trigger noted on tracks; create trigger noted after insert on tracks for each row execute function note();',
    '-- outside a transaction\ndrop index concurrently if exists i;\ncreate index concurrently i on tracks (mood);',
    '-- outside a transaction\nalter table tracks validate constraint tracks_mood_check;',
    'create table "Odd; -- name" (a text default \'; drop table tracks\');',
  ])('%s', async (sql) => expect(await lintMigration(sql)).toEqual([]));
});

describe('a migration that is refused', () => {
  it.each([
    ['rewrite', 'alter table tracks add column key text generated always as (lower(title)) stored;'],
    ['rewrite', 'alter table tracks add column n serial;'],
    ['rewrite', 'alter table tracks add column at timestamptz default clock_timestamp();'],
    ['rewrite', 'alter table tracks add column id2 uuid default gen_random_uuid();'],
    ['rewrite', 'alter table tracks alter column title type varchar(10);'],
    ['scan', 'alter table tracks alter column title set not null;'],
    ['scan', 'alter table tracks add constraint c check (length(title) > 0);'],
    ['scan', 'alter table tracks add foreign key (album_id) references albums (id);'],
    ['scan', 'alter table tracks add column n int check (n > 0);'],
    ['index', 'create index i on tracks (title);'],
    ['index', 'create index i on public.tracks (title);'],
    ['index', 'drop index i;'],
    ['index', 'alter table tracks add constraint k unique (title);'],
    ['index', 'alter table tracks add column n int unique;'],
    ['index', 'create table if not exists notes (a int); create index i on notes (a);'],
    ['write', "update tracks set mood = 'calm';"],
    ['write', 'delete from tracks where mood is null;'],
    ['write', 'with gone as (delete from tracks returning *) insert into old_tracks values (1);'],
    ['write', 'insert into moods (name) select mood from tracks;'],
    ['write', 'merge into tracks t using notes n on n.id = t.id when matched then update set mood = n.mood;'],
    ['drop', 'alter table tracks drop column title;'],
    ['drop', 'alter table tracks rename column title to name;'],
    ['drop', 'alter table tracks rename to songs;'],
    ['drop', 'alter table tracks alter column mood drop default;'],
    ['drop', 'alter table tracks drop constraint tracks_source_key;'],
    ['drop', 'drop table tracks;'],
    ['drop', 'drop table if exists tracks cascade;'],
    ['drop', 'drop function fold_text(text);'],
    ['drop', 'drop trigger tracks_facets on tracks;'],
    ['drop', 'drop view standing_songs;'],
    ['fails', 'alter table tracks add column mood text not null;'],
    ['settings', "set lock_timeout = '1h';"],
    ['settings', 'set local statement_timeout = 0;'],
    ['repeat', 'drop index concurrently if exists i; create index concurrently i on tracks (title);'],
    ['repeat', '-- outside a transaction\ncreate index concurrently i on tracks (title);'],
    ['repeat', '-- outside a transaction\ndrop index concurrently i;'],
    ['repeat', '-- outside a transaction\nalter table tracks add column mood text;'],
    ['unknown', 'do $$ begin perform 1; end $$;'],
    ['unknown', 'select refresh_track_facets(array(select id from tracks));'],
    ['unknown', 'lock table tracks;'],
    ['unknown', 'truncate tracks;'],
    ['unknown', 'vacuum full tracks;'],
    ['unknown', 'reindex table tracks;'],
    ['unknown', 'alter table tracks disable trigger all;'],
  ])('%s: %s', async (rule, sql) => expect(await rulesOf(sql)).toContain(rule));

  it('because rows are copied while a trigger or a reference keeps writers away', async () => {
    const copy = 'insert into notes select id from tracks;';
    expect(await rulesOf(`create table notes (id int); ${copy}`)).toEqual([]);
    const trigger = 'create trigger t after insert on tracks for each row execute function note();';
    expect(await rulesOf(`create table notes (id int); ${trigger} ${copy}`)).toEqual(['held']);
    expect(await rulesOf(`create table notes (id int references tracks (id)); ${copy}`)).toEqual(['held']);
    expect(await rulesOf(`create table notes (id int); ${copy} ${trigger}`)).toEqual([]);
  });

  it('names the line of the statement, below comments and letters of several bytes', async () => {
    const sql = "-- Größe: „ä“\ncreate table a (b text default '日本');\n\n-- why\n\ndrop table\n  tracks;\n";
    const [finding] = await lintMigration(sql);
    expect(finding).toMatchObject({ line: 6, rule: 'drop' });
  });

  it('because it is not SQL', async () => {
    await expect(lintMigration('alter tabel tracks;')).rejects.toThrow('syntax error');
  });
});

describe('accepted findings', () => {
  const finding = { rule: 'drop', line: 3, what: 'column a is dropped' } as const;
  const acceptance = { rules: ['drop'], why: 'unused', whileServing: true } as const;

  it('pass, others are told with file and line', () => {
    const files = [{ file: '1.sql', findings: [finding] }];
    expect(lintFaults(files, { '1.sql': acceptance })).toEqual([]);
    expect(lintFaults(files, {})).toEqual([tellFinding('1.sql', finding)]);
    expect(lintFaults(files, { '2.sql': acceptance })).toHaveLength(2);
    expect(tellFinding('1.sql', finding)).toMatch(/^migrations\/1\.sql:3 column a is dropped \(drop: /);
  });

  it('are told of a file that is not SQL, which cannot be judged', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'barline-lint-'));
    await writeFile(join(folder, '0001_a.js'), 'export const up = (pgm) => pgm.dropTable("tracks");');
    const files = await lintMigrations(folder);
    await rm(folder, { recursive: true });
    expect(files).toEqual([{ file: '0001_a.js', findings: [expect.objectContaining({ rule: 'unknown' })] }]);
  });

  it('have a reason each', () => {
    for (const { why } of Object.values(ACCEPTED)) expect(why.length).toBeGreaterThan(20);
  });
});
