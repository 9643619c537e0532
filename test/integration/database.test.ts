import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSql, join, type Sql, sql } from '../../src/db/client.ts';
import { vectorFromSql, vectorToSql } from '../../src/db/vectors.ts';
import { DatabaseRefusal } from '../../src/lib/database-refusal.ts';
import { AppError } from '../../src/lib/errors.ts';
import { NOBODY, openBarline, startPart } from '../support/test-barline.ts';

let db: Sql;
let url: string;
beforeAll(async () => {
  const barline = await openBarline();
  db = barline.sql;
  url = barline.vars.DATABASE_URL ?? '';
});

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => new Error('it did not fail'),
    (error: unknown) => error,
  );

describe('a statement', () => {
  it('returns any text as it was sent', async () => {
    const text = fc.string({ unit: 'binary' }).filter((one) => !one.includes('\u0000') && one.isWellFormed());
    const property = fc.asyncProperty(text, async (value) => {
      expect(await db.query(sql`select ${value}::text as value`)).toEqual([{ value }]);
    });
    await fc.assert(property, {
      numRuns: 40,
      examples: [["'; drop table tracks; --"], ['\\'], ['$1'], ['{"a"}']],
    });
  });

  it('accepts lists of any text and nulls as arrays', async () => {
    const values = ['a,b', '"q"', '{}', '', 'NULL', null, '\\', 'déjà'];
    expect(await db.query(sql`select ${values}::text[] as value`)).toEqual([{ value: values }]);
    expect(await db.query(sql`select ${[]}::int[] as value`)).toEqual([{ value: [] }]);
    expect(await db.query(sql`select ${[1, null, -3]}::int[] as value`)).toEqual([{ value: [1, null, -3] }]);
  });

  it('can be composed of parts whose parameters keep their positions', async () => {
    const parts = [sql`${1}::int`, sql`${'two'}::text`, sql`${null}::text`, sql`${true}::boolean`];
    expect(
      await db.query(sql`select ${'first'}::text as a, array[${join(parts.slice(0, 1), ', ')}, ${9}::int] as b,
      ${parts[1]} as c, ${join([parts[2] ?? sql``], '')} as d, ${parts[3]} as e`),
    ).toEqual([{ a: 'first', b: [1, 9], c: 'two', d: null, e: true }]);
  });

  it('stores vectors with the precision of Postgres', async () => {
    const vector = Array.from({ length: 512 }, (_, i) => Math.fround(Math.sin(i)));
    const [row] = await db.query<{ v: unknown }>(sql`select ${vectorToSql(vector)}::vector as v`);
    const back = vectorFromSql(row?.v) ?? [];
    expect(back).toHaveLength(512);
    for (const [i, value] of back.entries()) expect(value).toBeCloseTo(vector[i] ?? 0, 5);
    expect(vectorFromSql(null)).toBeNull();
  });
});

describe('a request that the database rejects', () => {
  it.each([
    ['is beyond the size that Neon takes', sql`select ${'x'.repeat(11_000_000)}::text`, 'HTTP_413'],
    [
      'holds a text that no tsvector can',
      sql`select to_tsvector('simple', string_agg(n::text, ' ')) from
      generate_series(1, 300000) n`,
      '54000',
    ],
    ['holds a value that does not fit', sql`select ${'x'}::int`, '22P02'],
  ])('fails permanently when it %s, and is not an outage', async (_, statement, code) => {
    for (const work of [() => db.query(statement), () => db.batch([statement])]) {
      const error = await failure(work());
      expect(error).toBeInstanceOf(DatabaseRefusal);
      expect(error).toMatchObject({ code, retryable: false });
    }
  });
});

describe('a batch', () => {
  it('is one transaction: the first failure rolls back the statements before it', async () => {
    const statements = [
      sql`insert into artists (name) values ('Kept Or Not')`,
      sql`insert into artists (name, priority) values ('Bad', 99)`,
    ];
    expect(await failure(db.batch(statements))).toMatchObject({ code: '23514' });
    expect(await db.query(sql`select count(*)::int as n from artists`)).toEqual([{ n: 0 }]);
  });

  it('that is read-only cannot write', async () => {
    const write = db.batch([sql`insert into artists (name) values ('Nobody')`], { readOnly: true });
    expect(await failure(write)).toMatchObject({ code: '25006' });
  });

  it('does not leave settings in the session', async () => {
    await db.batch([sql`select set_config('hnsw.ef_search', '77', true)`]);
    const [row] = await db.query(sql`select current_setting('hnsw.ef_search', true) as value`);
    expect(row?.value).not.toBe('77');
  });
});

describe('an error', () => {
  it('of a statement keeps the Postgres error', async () => {
    expect(await failure(db.query(sql`select 1; select 2`))).toMatchObject({
      name: 'NeonDbError',
      code: '42601',
    });
  });

  it.each([
    ['that nobody serves', `${NOBODY}/sql`],
    ['that is another thing', ''],
  ])('of a database %s is an expected error', async (_, endpoint) => {
    const other = endpoint === '' ? await startPart({ kind: 'genius', artists: [] }) : null;
    const gone = createSql({ url, fetchEndpoint: other === null ? endpoint : `${other.url}/sql` });
    const errors = [await failure(gone.query(sql`select 1`)), await failure(gone.batch([sql`select 1`]))];
    for (const error of errors) {
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({ code: 'DATABASE_UNAVAILABLE', retryable: true });
    }
  });
});
