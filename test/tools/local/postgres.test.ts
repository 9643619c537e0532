import { fromSql, toSql } from 'pgvector';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalPostgres, startPostgres } from '../../../scripts/local/postgres/server.ts';
import { connectTo, failureOf } from '../../support/neon-client.ts';

let pglite: LocalPostgres;
beforeAll(async () => {
  pglite = await startPostgres({});
}, 120_000);
afterAll(() => pglite.close());

describe.each(['PGlite', 'a pool of Postgres connections'])('Neon over %s', (engine) => {
  let server: LocalPostgres;
  let sql: ReturnType<typeof connectTo>;

  beforeAll(async () => {
    server =
      engine === 'PGlite' ? pglite : await startPostgres({ upstream: pglite.migrationUrl, poolSize: 1 });
    sql = connectTo(server);
    await sql`create extension if not exists vector`;
    await sql`drop table if exists song`;
    await sql`create table song (
      id int primary key, title text not null constraint song_title_length check (length(title) < 20))`;
  });
  afterAll(async () => {
    if (engine !== 'PGlite') await server.close();
  });

  it('returns every type as the driver documents it', async () => {
    const [row] =
      await sql`select 9007199254740993::int8 as big, 1.50::numeric as exact, 0.5::float8 as half, true as yes,
      '{"a": [1, null]}'::jsonb as json, '2024-02-03 04:05:06+00'::timestamptz as moment, '2024-02-03'::date as day,
      array['x', null, 'y"z'] as words, array[1, 2] as counts, null::text as nothing, '\\xdeadbeef'::bytea as bytes,
      'Привет 🎤' as text`;
    expect(row).toEqual({
      big: '9007199254740993',
      exact: '1.50',
      half: 0.5,
      yes: true,
      json: { a: [1, null] },
      moment: new Date('2024-02-03T04:05:06Z'),
      day: new Date(2024, 1, 3),
      words: ['x', null, 'y"z'],
      counts: [1, 2],
      nothing: null,
      bytes: Buffer.from('deadbeef', 'hex'),
      text: 'Привет 🎤',
    });
  });

  it('accepts every type as a parameter', async () => {
    const moment = new Date('2024-02-03T04:05:06.789Z');
    const bytes = Buffer.from([0, 1, 255]);
    const [row] = await sql`select ${5}::int as number, ${true}::bool as yes, ${null}::text as nothing,
      ${{ deep: ['é'] }}::jsonb as json, ${moment}::timestamptz as moment, ${['a,b', '"c"']}::text[] as words,
      ${bytes}::bytea as bytes`;
    const words = ['a,b', '"c"'];
    expect(row).toEqual({ number: 5, yes: true, nothing: null, json: { deep: ['é'] }, moment, words, bytes });
  });

  it('transfers vectors with the pgvector package', async () => {
    const vector = [0.25, -1, 3];
    const [row] =
      await sql`select ${toSql(vector)}::vector as v, ${toSql(vector)}::vector <=> '[0.25,-1,3]' as distance`;
    expect(fromSql(row?.v)).toEqual(vector);
    expect(row?.distance).toBe(0);
  });

  it('describes fields and counts rows in full results', async () => {
    const full = await sql.query('select id, title from song where id < $1', [0], { fullResults: true });
    expect(full).toMatchObject({ command: 'SELECT', rowCount: 0, rows: [] });
    expect(full.fields.map(({ name, dataTypeID, columnID }) => [name, dataTypeID, columnID])).toEqual([
      ['id', 23, 1],
      ['title', 25, 2],
    ]);
    const inserted = await sql.query("insert into song values (70, 'a'), (71, 'b')", [], {
      fullResults: true,
    });
    expect(inserted).toMatchObject({ command: 'INSERT', rowCount: 2, fields: [] });
    const altered = await sql.query('alter table song add if not exists spare int', [], {
      fullResults: true,
    });
    expect(altered.rowCount).toBeNull();
  });

  it('reports a violated constraint with every field of the error', async () => {
    await sql`insert into song values (1, 'Night bus') on conflict do nothing`;
    const error = await failureOf(sql`insert into song values (1, 'again')`);
    expect(error).toMatchObject({
      code: '23505',
      constraint: 'song_pkey',
      detail: 'Key (id)=(1) already exists.',
      table: 'song',
      schema: 'public',
      severity: 'ERROR',
      routine: '_bt_check_unique',
    });
    const check = await failureOf(sql`insert into song values (2, ${'x'.repeat(30)})`);
    expect(check).toMatchObject({ code: '23514', constraint: 'song_title_length' });
  });

  it.each([
    ['a syntax error', 'selec 1', [], '42601'],
    ['an unknown table', 'select * from nowhere', [], '42P01'],
    ['two statements at once', 'select 1; select 2', [], '42601'],
    ['a missing parameter', 'select $1::int, $2::int', ['1'], '08P01'],
    ['text that is no number', 'select $1::int', ['one'], '22P02'],
    ['a NUL byte in a parameter', 'select $1::text', ['a\0b'], '22021'],
    ['rows copied in', '-- load\ncopy song from stdin', [], '0A000'],
    ['a NUL byte in the statement', "select 'a\0b'", [], '22021'],
  ])('returns the error code of %s, and the next query works', async (_name, text, params, code) => {
    expect((await failureOf(sql.query(text, params))).code).toBe(code);
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
  });

  it('runs a batch as one transaction', async () => {
    const results = await sql.transaction([
      sql`insert into song values (10, 'ten')`,
      sql`select title from song where id = 10`,
      sql`delete from song where id = 10`,
    ]);
    expect(results[1]).toEqual([{ title: 'ten' }]);
  });

  it('rolls back a batch when one of its queries fails', async () => {
    const failing = sql.transaction([sql`insert into song values (20, 'gone')`, sql`select 1 / 0`]);
    expect((await failureOf(failing)).code).toBe('22012');
    expect(await sql`select id from song where id = 20`).toEqual([]);
  });

  it('applies isolation level, read-only and deferrable', async () => {
    const mode = sql`select current_setting('transaction_isolation') as level,
      current_setting('transaction_read_only') as read_only, current_setting('transaction_deferrable') as deferrable`;
    const options = { isolationLevel: 'Serializable', readOnly: true, deferrable: true } as const;
    expect(await sql.transaction([mode], options)).toEqual([
      [{ level: 'serializable', read_only: 'on', deferrable: 'on' }],
    ]);
    const write = sql.transaction([sql`insert into song values (30, 'no')`], { readOnly: true });
    expect((await failureOf(write)).code).toBe('25006');
  });

  it('gives every request a clean session', async () => {
    await sql`set work_mem = '123MB'`;
    await sql`select set_config('search_path', 'pg_catalog', false)`;
    await sql`begin`;
    const [row] =
      await sql`select current_setting('work_mem') as memory, current_setting('search_path') as path,
      now() = statement_timestamp() as own_transaction`;
    expect(row?.memory).not.toBe('123MB');
    expect(row?.path).toContain('public');
  });

  it('keeps a local setting inside its batch', async () => {
    const [, inside] = await sql.transaction([
      sql`select set_config('hnsw.ef_search', '123', true)`,
      sql`select current_setting('hnsw.ef_search') as ef`,
    ]);
    expect(inside).toEqual([{ ef: '123' }]);
    expect(await sql`select current_setting('hnsw.ef_search', true) as ef`).not.toEqual([{ ef: '123' }]);
  });

  it('runs long statements again with other parameters, after a change of their table, and after others', async () => {
    const long = (n: number) => `select * from verse where id >= $1 order by id -- ${n} ${'x'.repeat(2000)}`;
    await sql.transaction([
      sql`create table verse (id int primary key)`,
      sql`insert into verse select generate_series(1, 3)`,
    ]);
    for (const from of [1, 2, 3]) expect(await sql.query(long(0), [from])).toHaveLength(4 - from);
    await sql`alter table verse add column line text not null default 'la'`;
    expect(await sql.query(long(0), [3])).toEqual([{ id: 3, line: 'la' }]);
    for (let n = 1; n < 40; n++) await sql.query(long(n), [3]);
    await expect(sql.query(long(40), ['no number'])).rejects.toThrow();
    const [twice] = await sql.transaction([sql.query(long(0), [3]), sql.query(long(0), [2])]);
    expect(twice).toEqual([{ id: 3, line: 'la' }]);
    await sql`drop table verse`;
  });

  it('keeps schemas of different connection strings apart', async () => {
    const one = connectTo(server, '?schema=File%20One');
    const two = connectTo(server, '?options=-c%20search_path%3Dfile_two,public');
    for (const name of ['"File One"', 'file_two']) {
      await sql.query(`drop schema if exists ${name} cascade`);
      await sql.query(`create schema ${name}`);
    }
    await Promise.all([one`create table here (x int)`, two`create table here (x int)`]);
    await Promise.all([one`insert into here values (1)`, two`insert into here values (2), (3)`]);
    expect(await Promise.all([one`select * from here`, two`select * from here`])).toEqual([
      [{ x: 1 }],
      [{ x: 2 }, { x: 3 }],
    ]);
    expect((await failureOf(sql`select * from here`)).code).toBe('42P01');
    expect(await one`select ${toSql([1])}::vector is not null as ok`).toEqual([{ ok: true }]);
  });

  it('answers concurrent requests, each with its own result', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => sql`select ${i}::int as i`));
    expect(answers.map(([row]) => row?.i)).toEqual(Array.from({ length: 40 }, (_, i) => i));
  });
});
