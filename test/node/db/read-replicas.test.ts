import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type HttpServer, header, readBody, startHttpServer } from '../../../scripts/local/http-server.ts';
import { type LocalPostgres, startPostgres } from '../../../scripts/local/postgres/server.ts';
import { createSql, type Sql, sql } from '../../../src/db/client.ts';
import { beat, MAX_AGE_MS, readBeatAge } from '../../../src/db/queries/heartbeat.ts';
import { createStaleReads, type StaleRead } from '../../../src/db/stale-reads.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import {
  findSystemPostgres,
  type SystemPostgres,
  startStandby,
  startSystemPostgres,
} from '../../support/system-postgres.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../migrations');
const REPLICA_HOST = 'replica.example';
const MOST_BYTES = 1_000_000;

const bin = await findSystemPostgres();
if (bin === null && process.env.CI) throw new Error('CI must install postgresql: see .ci/run.');

/** As Neon's proxy: one address for all databases, which chooses by the host of the connection string. */
function startRouter(primary: LocalPostgres, replica: LocalPostgres): Promise<HttpServer> {
  return startHttpServer({ name: 'router' }, async (request, response) => {
    const wanted = header(request, 'neon-connection-string') ?? '';
    const target = wanted.includes(REPLICA_HOST) ? replica : primary;
    const headers = Object.entries(request.headers).filter(([name]) => name.startsWith('neon-'));
    const answer = await fetch(target.fetchEndpoint, {
      method: 'POST',
      headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
      body: await readBody(request, MOST_BYTES),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(await answer.text());
  });
}

const title = bin === null ? 'SKIPPED, install the package postgresql: a replica' : 'a replica';
describe.skipIf(bin === null)(title, () => {
  const open: { stop(): Promise<unknown> }[] = [];
  let standby: SystemPostgres;
  let standbyAdmin: pg.Client;
  let primary: Sql;
  let replica: Sql;

  beforeAll(async () => {
    const main = await startSystemPostgres(bin ?? '');
    open.push(main);
    const admin = new pg.Client({ connectionString: main.url });
    await admin.connect();
    const [name = ''] = (await readdir(MIGRATIONS)).filter((file) =>
      file.endsWith('_replication_heartbeat.sql'),
    );
    await admin.query(await readFile(join(MIGRATIONS, name), 'utf8'));
    await admin.query('create table songs (title text)');
    await admin.end();
    standby = await startStandby(bin ?? '', main);
    standbyAdmin = new pg.Client({ connectionString: standby.url });
    standbyAdmin.on('error', () => undefined);
    await standbyAdmin.connect();
    const shims = await Promise.all(
      [main, standby].map(({ url }) => startPostgres({ upstream: url, poolSize: 2 })),
    );
    const [one, other] = shims as [LocalPostgres, LocalPostgres];
    const router = await startRouter(one, other);
    for (const { close } of [...shims, router]) open.unshift({ stop: close });
    const fetchEndpoint = `${router.url}/sql`;
    const url = new URL(one.databaseUrl);
    primary = createSql({ url: url.href, fetchEndpoint });
    url.host = REPLICA_HOST;
    replica = createSql({ url: url.href, fetchEndpoint });
  }, 60_000);
  afterAll(async () => {
    for (const part of open) await part.stop();
  });

  function openReads(rest = { until: 0 }) {
    const results: StaleRead[] = [];
    const note = (result: StaleRead) => void results.push(result);
    return { results, reads: createStaleReads({ primary, replica, rest, clock: systemClock, note }) };
  }
  const isStandby = async (reads: Sql) => {
    const [row] = await reads.query<{ standby: boolean }>(sql`select pg_is_in_recovery() as standby`);
    return row?.standby;
  };
  /** Beats until the standby has applied it. */
  const beatThrough = async () => {
    await beat(primary);
    await vi.waitFor(async () => expect(await readBeatAge(replica)).toBeLessThan(MAX_AGE_MS / 2), 5000);
  };

  it('that keeps up is read, and what writes reaches the primary', async () => {
    await beatThrough();
    const { reads, results } = openReads();
    expect(await isStandby(reads)).toBe(true);
    await reads.query(sql`insert into songs (title) values ('Lamps')`);
    expect(await primary.query(sql`select title from songs`)).toEqual([{ title: 'Lamps' }]);
    expect(results).toEqual(['read', 'refused']);
  });

  it('that falls behind is not read after a second, and is read again when it has caught up', async () => {
    await beatThrough();
    await standbyAdmin.query('select pg_wal_replay_pause()');
    const { reads, results } = openReads();
    await vi.waitFor(async () => {
      await beat(primary);
      expect(await readBeatAge(replica)).toBeGreaterThan(MAX_AGE_MS);
    }, 5000);
    expect(await isStandby(reads)).toBe(false);
    await standbyAdmin.query('select pg_wal_replay_resume()');
    await beatThrough();
    expect(await isStandby(openReads().reads)).toBe(true);
    expect(results).toEqual(['stale']);
  });

  it('that is down costs one failed request, and the primary answers', async () => {
    await beatThrough();
    await standbyAdmin.end();
    await standby.stop();
    const { reads, results } = openReads();
    expect(await isStandby(reads)).toBe(false);
    expect(await isStandby(reads)).toBe(false);
    expect(results).toEqual(['failed', 'resting']);
  });
});
