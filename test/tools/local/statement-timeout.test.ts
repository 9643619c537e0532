import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBuildSql } from '../../../scripts/build-sql.ts';
import { type LocalPostgres, startPostgres } from '../../../scripts/local/postgres/server.ts';
import { createSql, type Sql, sql } from '../../../src/db/client.ts';
import {
  findSystemPostgres,
  type SystemPostgres,
  startSystemPostgres,
} from '../../support/system-postgres.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../migrations');

async function readMigration(): Promise<string> {
  const [name = ''] = (await readdir(MIGRATIONS)).filter((file) => file.endsWith('_statement_timeout.sql'));
  return await readFile(join(MIGRATIONS, name), 'utf8');
}
const bin = await findSystemPostgres();
// PGlite runs on its caller's thread and cannot be interrupted: without a real Postgres there is nothing to test.
if (bin === null && process.env.CI) throw new Error('CI must install postgresql: see .ci/run.');

const title = bin === null ? 'SKIPPED, install the package postgresql: the time limit' : 'the time limit';
describe.skipIf(bin === null)(title, () => {
  let postgres: SystemPostgres;
  let shim: LocalPostgres;
  let admin: pg.Client;
  const open = (signal: AbortSignal | null = null): Sql =>
    createSql({ url: shim.databaseUrl, fetchEndpoint: shim.fetchEndpoint, signal });

  beforeAll(async () => {
    postgres = await startSystemPostgres(bin ?? '');
    admin = new pg.Client({ connectionString: postgres.url });
    await admin.connect();
    await admin.query(await readMigration());
    shim = await startPostgres({ upstream: postgres.url, poolSize: 2 });
  }, 60_000);
  afterAll(async () => {
    await shim?.close();
    await admin?.end();
    await postgres?.stop();
  });

  /** Running queries of other connections. */
  const running = async (): Promise<number> => {
    const { rows } = await admin.query(
      `select count(*)::int as n from pg_stat_activity where state = 'active' and query ~ 'pg_sleep' and pid <> pg_backend_pid()`,
    );
    return rows[0].n;
  };

  it('is the default of every connection after the migration, below the response limit', async () => {
    expect(await open().query(sql`show statement_timeout`)).toEqual([{ statement_timeout: '7s' }]);
  });

  it('is set on the role when the role does not own the database', async () => {
    await admin.query(`create role guest login`);
    const guest = new pg.Client({ connectionString: postgres.url.replace('barline@', 'guest@') });
    await guest.connect();
    await admin.query(`alter database postgres reset statement_timeout`);
    await guest.query(await readMigration());
    await guest.end();
    const again = new pg.Client({ connectionString: postgres.url.replace('barline@', 'guest@') });
    await again.connect();
    expect((await again.query('show statement_timeout')).rows).toEqual([{ statement_timeout: '7s' }]);
    await again.end();
  });

  describe('set to 300 ms', () => {
    let limited: LocalPostgres;
    let db: Sql;
    beforeAll(async () => {
      await admin.query(`alter database postgres set statement_timeout = '300ms'`);
      limited = await startPostgres({ upstream: postgres.url, poolSize: 1 });
      db = createSql({ url: limited.databaseUrl, fetchEndpoint: limited.fetchEndpoint });
    });
    afterAll(() => limited?.close());

    it('ends a query in the database with its own error code', async () => {
      for (const work of [
        () => db.query(sql`select pg_sleep(30)`),
        () => db.batch([sql`select pg_sleep(30)`], { readOnly: true }),
      ]) {
        await expect(work()).rejects.toMatchObject({ code: 'QUERY_TIMEOUT', status: 503, retryable: true });
        expect(await running()).toBe(0);
        expect(await db.query(sql`select 1 as one`)).toEqual([{ one: 1 }]);
      }
    });

    it('can be overridden in one transaction, and does not apply to connections for index builds', async () => {
      const own = sql`select set_config('statement_timeout', '0', true)`;
      expect(await db.batch([own, sql`select pg_sleep(0.6)`, sql`select 1 as one`])).toHaveLength(3);
      await expect(db.query(sql`select pg_sleep(30)`)).rejects.toMatchObject({ code: 'QUERY_TIMEOUT' });
      const build = createBuildSql(postgres.url);
      expect(await build.query(sql`select 'built' as done, pg_sleep(0.6)`)).toMatchObject([
        { done: 'built' },
      ]);
      expect(await build.batch([sql`select pg_sleep(0.6)`, sql`select ${7}::int as n`])).toMatchObject([
        [{}],
        [{ n: 7 }],
      ]);
    });
  });

  it('does not apply when the client disconnects: its query is cancelled at once', async () => {
    const gone = new AbortController();
    const query = open(gone.signal).query(sql`select pg_sleep(6)`);
    await expect.poll(running, { timeout: 3000 }).toBe(1);
    gone.abort();
    await expect(query).rejects.toMatchObject({ code: 'CLIENT_GONE' });
    await expect.poll(running, { timeout: 3000 }).toBe(0);
    expect(await open().query(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });
});

describe('PGlite', () => {
  let pglite: LocalPostgres;
  beforeAll(async () => {
    pglite = await startPostgres({});
  }, 60_000);
  afterAll(() => pglite?.close());

  it('drops queued queries of a disconnected client', async () => {
    const db = (signal: AbortSignal | null = null) =>
      createSql({ url: pglite.databaseUrl, fetchEndpoint: pglite.fetchEndpoint, signal });
    await db().query(sql`create table begun (n int)`);
    const slow = db().query(sql`select pg_sleep(1)`);
    const gone = new AbortController();
    const waiting = [1, 2, 3].map((n) => db(gone.signal).query(sql`insert into begun values (${n}::int)`));
    setTimeout(() => gone.abort(), 300);
    for (const one of waiting) await expect(one).rejects.toMatchObject({ code: 'CLIENT_GONE' });
    await slow;
    expect(await db().query(sql`select n from begun`)).toEqual([]);
  });
});
