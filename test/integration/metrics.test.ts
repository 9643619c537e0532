import { beforeAll, describe, expect, inject, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { METRICS, type MetricDefinition } from '../../src/lib/metrics/definitions.ts';
import { ROLES } from '../../src/lib/scopes.ts';
import { openExampleBarline } from '../support/example-barline.ts';
import { ADMIN, NOBODY, openBarline, startPart, type TestBarline } from '../support/test-barline.ts';

const SAMPLE = /^([a-z_]+)(\{[^\n]*\})? (\S+)$/gm;

/** By name, then by labels as they are written. */
async function scrape(barline: TestBarline): Promise<Map<string, Map<string, number>>> {
  const response = await barline.request('/metrics', { headers: ADMIN });
  expect(response.status).toBe(200);
  const samples = new Map<string, Map<string, number>>();
  for (const [, name = '', labels = '', value] of (await response.text()).matchAll(SAMPLE)) {
    const series = samples.get(name) ?? new Map<string, number>();
    samples.set(name, series.set(labels, Number(value)));
  }
  return samples;
}

const gaugesOf = (...sources: string[]): string[] =>
  Object.entries<MetricDefinition>(METRICS)
    .filter(([, one]) => one.kind === 'gauge' && sources.includes(one.source))
    .map(([name]) => name);

const shown = (samples: Map<string, unknown>, names: readonly string[]) =>
  names.filter((name) => samples.has(name));

describe('the version that answers', () => {
  const VERSION = 'e5a0c9d2-0000-4000-8000-000000000000';

  it('is told by /health/live, and its requests are counted apart under its first character', async () => {
    const barline = (await openBarline({ redis: 'auto' })).withVars({});
    barline.env.CF_VERSION = { id: VERSION, tag: '', timestamp: '' };
    expect((await barline.call('/health/live')).body).toMatchObject({ status: 'live', deployment: VERSION });
    await barline.request('/tracks/0');
    const counts = (await scrape(barline)).get('barline_release_request_seconds_count');
    expect(counts?.get('{lane="e",status="2xx"}')).toBe(1);
    expect(counts?.get('{lane="e",status="4xx"}')).toBe(1);
  });

  it('is not told where there are no versions', async () => {
    const barline = (await openBarline({ redis: 'auto' })).withVars({});
    delete barline.env.CF_VERSION;
    expect((await barline.call('/health/live')).body).not.toHaveProperty('deployment');
    expect((await scrape(barline)).has('barline_release_request_seconds_count')).toBe(false);
  });
});

describe('the gauges of /metrics', () => {
  let barline: TestBarline;
  beforeAll(async () => {
    barline = await openExampleBarline();
    await barline.runSchedule(new Date(Date.now() - 60_000));
  }, 120_000);

  it('of the database are all shown, with what is stored', async () => {
    await barline.sql.batch([
      sql`insert into backups (id, status, last_migration, plan, finished_at, rows, bytes)
        values ('made', 'complete', '', '[]', now(), 12, 34)`,
      sql`insert into restore_drills (backup_id, status, finished_at, rows) values ('made', 'passed', now(), 12)`,
      sql`insert into replication_heartbeat (beaten_at) values (now())`,
      sql`insert into drift_measures (subject, value, sample_size, judge)
        values ('judge_quality', .05, 200, 'engine'), ('answers_held', .9, 200, 'engine'), ('answers_failed', 0, 200, 'engine')
        on conflict (subject) do update set value = excluded.value`,
    ]);
    const samples = await scrape(barline);
    const names = gaugesOf('database', 'isolate').filter((name) => !name.includes('budget'));
    expect(shown(samples, names)).toEqual(names);
    const [row] = await barline.sql.query<{ stored: number; dead: number }>(sql`
      select (select count(*)::int from tracks) as stored,
        (select count(*)::int from dead_letters where replayed_at is null) as dead`);
    expect(row?.dead).toBeGreaterThan(0);
    expect(samples.get('barline_tracks')?.get('{state="stored"}')).toBe(row?.stored);
    const dead = [...(samples.get('barline_dead_letters')?.values() ?? [])];
    expect(dead.reduce((sum, n) => sum + n, 0)).toBe(row?.dead);
    expect(samples.get('barline_schedule_step_failed')?.get('{step="retention"}')).toBe(0);
    expect(samples.get('barline_backup_rows')?.get('')).toBe(12);
    expect(samples.get('barline_backup_failed')?.get('')).toBe(0);
    expect(samples.get('barline_restore_drill_rows')?.get('')).toBe(12);
    expect(samples.get('barline_database_connections')?.get('')).toBeGreaterThan(0);
    expect(samples.get('barline_scrape_source_up')).toEqual(
      new Map([
        ['{source="database"}', 1],
        ['{source="redis"}', 1],
      ]),
    );
  });

  it('show a count of large tables for five minutes, and have it made anew by the scrape that finds it older', async () => {
    const records = async () => (await scrape(barline)).get('barline_audit_records')?.get('');
    const before = (await records()) ?? 0;
    await barline.sql.query(
      sql`insert into audit_log (actor, action) values ('admin', 'test'), ('admin', 'test')`,
    );
    expect(await records()).toBe(before);
    await barline.sql.query(sql`update catalogue_counts set counted_at = now() - interval '301 seconds'`);
    const samples = await scrape(barline);
    expect(samples.get('barline_audit_records')?.get('')).toBe(before);
    expect(samples.get('barline_catalogue_counts_age_seconds')?.get('')).toBeGreaterThan(300);
    expect(await records()).toBeGreaterThanOrEqual(before + 2);
  });

  it('count the keys of every role', async () => {
    const before = (await scrape(barline)).get('barline_api_keys');
    for (const role of ROLES) await barline.call('/admin/keys', { name: role, role });
    const after = (await scrape(barline)).get('barline_api_keys');
    const added = ROLES.map(
      (role) => [`{role="${role}"}`, (before?.get(`{role="${role}"}`) ?? 0) + 1] as const,
    );
    expect(after).toEqual(new Map(added));
  });

  it('tell work that waits, and since when', async () => {
    await barline.sql.query(sql`
      update tracks set analysis_status = 'failed', analysis_next_try_at = now() - interval '90 seconds'
      where id = (select min(id) from tracks)`);
    const samples = await scrape(barline);
    expect(samples.get('barline_open_jobs')?.get('{type="track.analyze"}')).toBe(1);
    const oldest = samples.get('barline_oldest_job_seconds')?.get('{type="track.analyze"}') ?? 0;
    expect(oldest).toBeGreaterThanOrEqual(90);
    expect(oldest).toBeLessThan(300);
  });

  it('leave out work that waits for a model which is not configured', async () => {
    const samples = await scrape(barline.withVars({ EMBEDDINGS_BASE_URL: '', EMBEDDINGS_MODEL: '' }));
    expect(samples.get('barline_open_jobs')?.has('{type="track.embed"}')).toBe(false);
    expect(samples.get('barline_open_jobs')?.has('{type="track.analyze"}')).toBe(true);
  });

  it('tell an open breaker and the spending of the day', async () => {
    const day = new Date().toISOString().slice(0, 10);
    const [open, spent] = [`bl:v1:state:breaker:genius-web:open`, `bl:v1:state:spend:${day}`];
    const set = [
      ['set', open, String(Date.now() + 60_000), 'px', '60000'],
      ['set', spent, '1250000000'],
    ];
    const { UPSTASH_REDIS_REST_URL: url = '', UPSTASH_REDIS_REST_TOKEN: token = '' } = barline.vars;
    const response = await fetch(`${url}/pipeline`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(set),
    });
    expect(response.status).toBe(200);
    await response.text();
    const capped = barline.withVars({
      LLM_DAILY_BUDGET_USD: '2',
      LLM_PRICES: JSON.stringify({ [barline.vars.LLM_MODEL ?? '']: { prompt: 1, completion: 1 } }),
    });
    const samples = await scrape(capped);
    expect(samples.get('barline_breaker_state')?.get('{upstream="genius-web"}')).toBe(2);
    expect(samples.get('barline_breaker_state')?.get('{upstream="spotify"}')).toBe(0);
    expect(samples.get('barline_model_budget_cap_usd')?.get('')).toBe(2);
    expect(samples.get('barline_model_budget_spent_usd')?.get('')).toBe(1.25);
  });
});

describe('a source that does not answer', () => {
  it.each(inject('redisChoices'))(
    'is told, and its series are absent, when it is %s Redis',
    async (choice) => {
      const redis = await startPart({ kind: 'redis', choice });
      const barline = await openBarline({ vars: redis.vars });
      expect((await scrape(barline)).has('barline_breaker_state')).toBe(true);
      await redis.stop();
      const samples = await scrape(barline);
      expect(samples.get('barline_scrape_source_up')?.get('{source="redis"}')).toBe(0);
      expect(samples.get('barline_scrape_source_up')?.get('{source="database"}')).toBe(1);
      expect(shown(samples, gaugesOf('redis'))).toEqual([]);
      expect(samples.has('barline_http_requests_total')).toBe(false);
      expect(samples.get('barline_tracks')?.get('{state="stored"}')).toBe(0);
    },
  );

  it('is told, and its series are absent, when it is the database', async () => {
    const barline = await openBarline({ redis: 'auto' });
    const samples = await scrape(barline.withVars({ DATABASE_FETCH_ENDPOINT: NOBODY }));
    expect(samples.get('barline_scrape_source_up')?.get('{source="database"}')).toBe(0);
    expect(shown(samples, gaugesOf('database'))).toEqual([]);
    expect(samples.get('barline_breaker_state')?.get('{upstream="llm"}')).toBe(0);
  });

  it('is not asked when it is a Redis that is not configured', async () => {
    const barline = await openBarline({});
    const samples = await scrape(
      barline.withVars({ UPSTASH_REDIS_REST_URL: '', UPSTASH_REDIS_REST_TOKEN: '' }),
    );
    expect([...(samples.get('barline_scrape_source_up')?.keys() ?? [])]).toEqual(['{source="database"}']);
    expect(samples.get('barline_build_info')?.size).toBe(1);
  });
});
