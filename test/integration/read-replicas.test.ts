import { beforeAll, describe, expect, it } from 'vitest';
import { type Sql, sql } from '../../src/db/client.ts';
import { beat } from '../../src/db/queries/heartbeat.ts';
import { ADMIN, openBarline, openReplica, type TestBarline } from '../support/test-barline.ts';

const EUROPE = { latitude: '52.5', longitude: '13.4', continent: 'EU' };
const AMERICA = { latitude: '40.7', longitude: '-74.0', continent: 'NA' };
const HERE = 'Here';
const THERE = 'There';

/** The same song under the title of its database. */
const song = (title: string) => [
  sql`insert into artists (name, genius_id) values ('Mara Lune', 7)`,
  sql`insert into tracks (artist_id, genius_id, source, artist, title, lyrics, lyrics_state, text_hash)
    select id, 70, 'genius', name, ${title}::text, 'A lamp along the lane', 'ok', 'h' from artists`,
];

let barline: TestBarline;
let replica: Sql;
beforeAll(async () => {
  const primary = await openBarline({ redis: 'auto' });
  const second = await openReplica();
  replica = second.sql;
  await primary.sql.batch(song(HERE));
  await replica.batch(song(THERE));
  barline = primary.withVars({ DATABASE_REGION: 'us-east-1', DATABASE_READ_URLS: `eu-west-1=${second.url}` });
});

async function ask<T>(path: string, cf?: object, headers: Record<string, string> = {}): Promise<T> {
  await beat(replica);
  const response = await barline.request(path, { headers, ...(cf === undefined ? {} : { cf }) });
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}
/** A request from a place, as Cloudflare describes it. */
const from = (cf: object): RequestInit => {
  const init: RequestInit = {};
  return Object.assign(init, { cf });
};

const titleOf = async (cf?: object, headers?: Record<string, string>) =>
  (await ask<List>('/tracks', cf, headers)).items[0]?.title;

interface List {
  items: { title: string }[];
}

interface Health {
  status: string;
  replicas: { region: string; status: string; lag_ms: number | null }[];
}

describe('with a read replica in Europe', () => {
  it('songs, search and trends are read from the nearest database', async () => {
    expect(await titleOf(EUROPE)).toBe(THERE);
    expect(await titleOf({ continent: 'EU' })).toBe(THERE);
    expect(await titleOf(AMERICA)).toBe(HERE);
    expect(await titleOf()).toBe(HERE);
    const { items } = await ask<{ items: { track: { title: string } }[] }>(
      '/search?q=lamp&mode=lexical',
      EUROPE,
    );
    expect(items[0]?.track.title).toBe(THERE);
    await ask('/trends/words?terms=lamp', EUROPE);
  });

  it('who may change the catalogue reads what he wrote, and keys are known at once', async () => {
    expect(await titleOf(EUROPE, ADMIN)).toBe(HERE);
    const { body } = await barline.call<{ secret: string }>('/admin/keys', { name: 'r', role: 'reader' });
    expect(await titleOf(EUROPE, { authorization: `Bearer ${body.secret}` })).toBe(THERE);
    const operator = await barline.call<{ secret: string }>('/admin/keys', { name: 'o', role: 'operator' });
    expect(await titleOf(EUROPE, { authorization: `Bearer ${operator.body.secret}` })).toBe(HERE);
  });

  it('one that is behind is not read; /health and /metrics tell it', async () => {
    const fresh = await ask<Health>('/health');
    expect(fresh.replicas).toMatchObject([{ region: 'eu-west-1', status: 'ok' }]);
    await replica.query(sql`update replication_heartbeat set beaten_at = now() - interval '3 seconds'`);
    const response = await barline.request('/tracks', from(EUROPE));
    const { items } = (await response.json()) as List;
    expect(items[0]?.title).toBe(HERE);
    const behind = (await (await barline.request('/health')).json()) as Health;
    expect(behind).toMatchObject({ status: 'degraded', replicas: [{ status: 'degraded' }] });
    expect(behind.replicas[0]?.lag_ms).toBeGreaterThanOrEqual(3000);
    const metrics = await (await barline.request('/metrics', { headers: ADMIN })).text();
    expect(metrics).toContain('barline_replica_up{region="eu-west-1"} 1\n');
    expect(
      Number(/^barline_replica_lag_seconds\{region="eu-west-1"\} (\S+)$/m.exec(metrics)?.[1]),
    ).toBeGreaterThan(3);
    expect(metrics).toMatch(/^barline_replica_reads_total\{region="eu-west-1",result="read"\} \d+$/m);
    expect(metrics).toMatch(/^barline_replica_reads_total\{region="eu-west-1",result="stale"\} 1$/m);
  });

  it('one that is down is told, and the primary is read', async () => {
    const down = barline.withVars({
      DATABASE_READ_URLS: 'eu-west-1=postgresql://barline:wrong@127.0.0.1/barline',
    });
    const { items } = (await (await down.request('/tracks', from(EUROPE))).json()) as List;
    expect(items[0]?.title).toBe(HERE);
    const health = (await (await down.request('/health')).json()) as Health;
    expect(health.replicas).toMatchObject([{ status: 'error', lag_ms: null }]);
    expect(health.status).toBe('degraded');
  });
});
