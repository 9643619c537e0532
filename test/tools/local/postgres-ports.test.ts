import { NeonDbError } from '@neondatabase/serverless';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES } from '../../../scripts/local/postgres/neon-http.ts';
import { type LocalPostgres, startPostgres } from '../../../scripts/local/postgres/server.ts';
import { connectTo, failureOf } from '../../support/neon-client.ts';

let pglite: LocalPostgres;
beforeAll(async () => {
  pglite = await startPostgres({});
}, 120_000);
afterAll(() => pglite.close());

describe('Neon over HTTP', () => {
  const headers = () => ({
    'neon-connection-string': pglite.databaseUrl,
    'neon-raw-text-output': 'true',
    'neon-array-mode': 'true',
  });
  const post = (body: string, extra: Record<string, string> = {}) =>
    fetch(pglite.fetchEndpoint, { method: 'POST', body, headers: { ...headers(), ...extra } });

  it('rejects a wrong password', async () => {
    const error =
      await failureOf(
        connectTo({ ...pglite, databaseUrl: 'postgresql://barline:wrong@db/barline' })`select 1`,
      );
    expect(error.code).toBe('28P01');
  });

  it('rejects an invalid connection string', async () => {
    const answer = await post('{"query":"select 1"}', { 'neon-connection-string': 'http://db' });
    expect([answer.status, (await answer.json()).code]).toEqual([400, '08001']);
  });

  it.each([
    '{"query"',
    '[]',
    '{"query": 1}',
    '{"queries": [{"params": []}]}',
    '{"query":"select 1","params":[[1]]}',
  ])('returns 400 for the body %s', async (body) => {
    const answer = await post(body);
    expect([answer.status, typeof (await answer.json()).message]).toEqual([400, 'string']);
  });

  it('returns 413 for a body over the limit and keeps serving', async () => {
    const body = JSON.stringify({ query: 'select 1', params: ['x'.repeat(MAX_BODY_BYTES)] });
    expect((await post(body)).status).toBe(413);
    expect((await post('{"query":"select 1"}')).status).toBe(200);
  });

  it('returns 400 for an unknown isolation level', async () => {
    expect((await post('{"queries":[]}', { 'neon-batch-isolation-level': 'Chaos' })).status).toBe(400);
  });

  it('returns rows as objects when array mode is off', async () => {
    const answer = await post('{"query":"select 1 as a, null as b"}', { 'neon-array-mode': 'false' });
    expect(await answer.json()).toMatchObject({ rows: [{ a: '1', b: null }], rowAsArray: false });
  });

  it('returns raw text and the batch headers', async () => {
    const answer = await post('{"queries":[{"query":"select true, 1.5::float8","params":[]}]}', {
      'neon-batch-read-only': 'true',
    });
    expect(answer.headers.get('neon-batch-read-only')).toBe('true');
    expect((await answer.json()).results[0]).toMatchObject({ rows: [['t', '1.5']], rowAsArray: true });
  });

  it.each([
    ['GET', '/sql', 405],
    ['POST', '/', 404],
  ])('answers %s %s with %i', async (method, path, status) => {
    expect((await fetch(new URL(path, pglite.fetchEndpoint), { method })).status).toBe(status);
  });

  it('distinguishes a database that is down from one that rejects', async () => {
    const gone = await startPostgres({ upstream: 'postgresql://nobody@127.0.0.1:1/none' });
    const error = await failureOf(connectTo(gone)`select 1`);
    expect(error).toBeInstanceOf(NeonDbError);
    expect(error.message).toContain('HTTP status 500');
    await gone.close();
  });
});

describe('a pool whose Postgres stops', () => {
  it('reports it on every query and keeps running', async () => {
    const upstream = await startPostgres({});
    const server = await startPostgres({ upstream: upstream.migrationUrl, poolSize: 1 });
    const sql = connectTo(server);
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
    await upstream.close();
    for (let i = 0; i < 3; i += 1)
      expect((await failureOf(sql`select 1`)).message).toContain('HTTP status 500');
    await server.close();
  }, 30_000);
});

describe('Postgres over TCP', () => {
  it('holds the session while HTTP requests wait', async () => {
    const client = new pg.Client({ connectionString: pglite.migrationUrl });
    await client.connect();
    await client.query('set search_path to pg_catalog');
    await client.query('begin');
    const waiting = connectTo(pglite)`select current_setting('search_path') as path`;
    const { rows } = await client.query('select $1::int as number', [5]);
    expect(rows).toEqual([{ number: 5 }]);
    await client.end();
    expect(await waiting).toEqual([{ path: 'public' }]);
  });

  it('serves clients one after the other', async () => {
    const run = async (n: number) => {
      const client = new pg.Client({ connectionString: pglite.migrationUrl });
      await client.connect();
      await client.query(`set application_name to 'client ${n}'`);
      const { rows } = await client.query('select current_setting($1) as name', ['application_name']);
      await client.end();
      return rows[0].name;
    };
    expect(await Promise.all([run(1), run(2), run(3)])).toEqual(['client 1', 'client 2', 'client 3']);
  });

  it('rolls back the open transaction of a disconnected client', async () => {
    const client = new pg.Client({ connectionString: pglite.migrationUrl });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('begin');
    await client.query('create table half_done (x int)');
    const { stream } = (client as unknown as { connection: { stream: { destroy(): void } } }).connection;
    stream.destroy();
    const [row] = await connectTo(pglite)`select to_regclass('half_done') as name`;
    expect(row?.name).toBeNull();
  });
});
