import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { generateArtist } from '../../../../scripts/local/sites/generated-artist.ts';
import { sql } from '../../../../src/db/client.ts';
import { trimRuns } from '../../../../src/db/queries/retention.ts';
import { addRunItems } from '../../../../src/db/queries/run-items.ts';
import { listIngestRuns } from '../../../../src/services/ingest/list-runs.ts';
import { watchArtist } from '../../../../src/services/ingest/watch-artist.ts';
import { removeOld } from '../../../../src/services/retention/remove-old.ts';
import { type PipelineWorld, startPipeline } from '../../../support/pipeline-world.ts';

const SONGS = 6;
const NAME = 'Rita Retained';
let world: PipelineWorld;

vi.setConfig({ testTimeout: 60_000 });
beforeAll(async () => {
  world = await startPipeline([generateArtist({ name: NAME, songs: SONGS })]);
}, 120_000);
afterAll(() => world?.close());

const scrape = async () => {
  const input = { name: NAME, geniusId: null, priority: null, songLimit: null, trigger: 'cli' as const };
  const { run } = await watchArtist(world.ctx, input);
  await world.drain();
  return run.id;
};
const runOf = async (id: number) => {
  const { items } = await listIngestRuns(world.ctx, { limit: 50, cursor: null });
  return items.find((item) => item.id === id);
};
const itemsOf = (id: number) =>
  world.ctx.sql.query<{ change: string | null; status: string }>(
    sql`select change, status from ingest_items where run_id = ${id}::int order by change`,
  );
const age = (days: number) =>
  world.ctx.sql.query(sql`
    update ingest_runs set finished_at = now() - make_interval(days => ${days}::int) where finished_at is not null`);
const count = async (table: 'cron_runs' | 'dead_letters' | 'batches' | 'batch_items' | 'audit_log') => {
  const [row] = await world.ctx.sql.query<Record<string, number>>(sql`
    select (select count(*)::int from cron_runs) as cron_runs, (select count(*)::int from dead_letters) as dead_letters,
      (select count(*)::int from batches) as batches, (select count(*)::int from batch_items) as batch_items,
      (select count(*)::int from audit_log) as audit_log`);
  return row?.[table];
};

describe('a run over songs that have not changed', () => {
  it('stores no rows, and counts each song once however often its page is listed', async () => {
    const first = await scrape();
    expect(await runOf(first)).toMatchObject({ counts: { added: SONGS, unchanged: 0 } });
    const second = await scrape();
    expect(await itemsOf(second)).toEqual([]);
    const counts = { added: 0, updated: 0, unchanged: SONGS, failed: 0, queued: 0, outcomes: { ok: SONGS } };
    expect(await runOf(second)).toMatchObject({ status: 'done', counts });
    const stored = await world.ctx.sql.query<{ genius_id: number; at: Date }>(
      sql`select genius_id, lyrics_updated_at as at from tracks order by id`,
    );
    const songs = stored.map(({ genius_id, at }) => ({ geniusId: genius_id, lyricsUpdatedAt: new Date(at) }));
    await addRunItems(world.ctx.sql, { runId: second, songs, limit: null });
    expect((await runOf(second))?.counts).toMatchObject(counts);
  });

  it('counts them towards the limit of the run', async () => {
    const [run] = await world.ctx.sql.query<{ id: number }>(sql`
      insert into ingest_runs (artist_id, trigger, status) select id, 'cli', 'done' from artists limit 1 returning id`);
    const stored = await world.ctx.sql.query<{ genius_id: number; at: Date }>(
      sql`select genius_id, lyrics_updated_at as at from tracks order by id`,
    );
    const songs = stored.map(({ genius_id, at }) => ({ geniusId: genius_id, lyricsUpdatedAt: new Date(at) }));
    const input = { runId: run?.id ?? 0, limit: 4 };
    await addRunItems(world.ctx.sql, { ...input, songs: songs.slice(0, 3) });
    const fresh = { geniusId: 1, lyricsUpdatedAt: null };
    expect(await addRunItems(world.ctx.sql, { ...input, songs: [fresh, { ...fresh, geniusId: 2 }] })).toEqual(
      [1],
    );
    await world.ctx.sql.query(sql`delete from ingest_runs where id = ${input.runId}::int`);
  });
});

describe('expired rows', () => {
  it('of a run are deleted in steps while its counts stay right and items of changed songs stay', async () => {
    const [{ id }] = (await world.ctx.sql.query(sql`select min(id) as id from ingest_runs`)) as [
      { id: number },
    ];
    // Rows as earlier releases left them.
    await world.ctx.sql.query(sql`
      insert into ingest_items (run_id, genius_id, status, outcome, change)
      select ${id}::int, n, case when n < 8 then 'done' else 'failed' end, case when n < 8 then 'ok' else 'parse_error' end,
        case when n < 8 then 'unchanged' end from generate_series(1, 10) n`);
    const before = (await runOf(id))?.counts;
    expect(before).toMatchObject({
      added: SONGS,
      unchanged: 7,
      failed: 3,
      outcomes: { ok: SONGS + 7, parse_error: 3 },
    });
    await age(29);
    expect((await removeOld(world.ctx)).counts).toMatchObject({ ingest_items: 0 });
    await age(31);
    expect(await trimRuns(world.ctx.sql, { days: 30, limit: 4 })).toBe(4);
    expect((await runOf(id))?.counts).toEqual(before);
    expect((await removeOld(world.ctx)).counts).toMatchObject({ ingest_items: 6 });
    expect((await runOf(id))?.counts).toEqual(before);
    expect(await itemsOf(id)).toEqual(Array(SONGS).fill({ change: 'added', status: 'done' }));
    expect((await removeOld(world.ctx)).counts).toMatchObject({ ingest_items: 0, ingest_runs: 0 });
    await age(401);
    expect((await removeOld(world.ctx)).counts).toMatchObject({ ingest_runs: 1 });
    expect(await runOf(id), 'songs were added by it').toMatchObject({ counts: before });
  });

  it('of the schedule, dead letters, batches and the audit log are deleted, and no newer rows', async () => {
    await world.ctx.sql.query(sql`
      insert into cron_runs (name, slot, started_at)
      select name, now() - make_interval(days => d), now() - make_interval(days => d)
      from unnest(array['one', 'two']) name, unnest(array[31, 32, 40]) d`);
    await world.ctx.sql.query(sql`
      insert into dead_letters (queue, message_id, body, attempts, created_at, replayed_at)
      select 'q', created || '-' || replayed, '{}', 1, now() - make_interval(days => created),
        case when replayed > 0 then now() - make_interval(days => replayed) end
      from (values (40, 31), (40, 29), (40, 0), (181, 0)) v (created, replayed)`);
    await world.ctx.sql.query(sql`
      insert into batches (id, operation, items_count, created_by, created_at)
      select gen_random_uuid(), 'validate', 2, 'me', now() - make_interval(days => d) from unnest(array[89, 91, 92]) d`);
    await world.ctx.sql.query(
      sql`insert into batch_items (batch_id, position, lyrics) select id, n, 'a line' from batches, generate_series(0, 1) n`,
    );
    await world.ctx.sql.query(sql`
      insert into audit_log (actor, action, created_at)
      select 'me', 'test', now() - make_interval(days => d) from unnest(array[89, 91]) d`);
    expect((await removeOld(world.ctx)).counts).toMatchObject({
      cron_runs: 4,
      dead_letters: 2,
      batches: 2,
      audit_log: 1,
    });
    expect(await count('cron_runs')).toBe(2);
    expect(await count('dead_letters')).toBe(2);
    expect(await count('batch_items')).toBe(2);
    expect(await count('audit_log')).toBe(1);
  });

  it('are deleted in bounded steps over as many slots as that takes, and then nothing more is', async () => {
    await world.ctx.sql.query(sql`
      insert into audit_log (actor, action, created_at)
      select 'me', 'test', now() - interval '91 days' from generate_series(1, 4003)`);
    const removed = async () => (await removeOld(world.ctx)).counts.audit_log;
    expect([await removed(), await removed(), await removed()]).toEqual([4000, 3, 0]);
    expect(await count('audit_log')).toBe(1);
    const { counts } = await removeOld(world.ctx);
    expect(Object.values(counts)).toEqual(Object.values(counts).map(() => 0));
  });

  it('of analyses are deleted, but never the current one of a track or the result of a batch item', async () => {
    await world.ctx.sql.query(sql`
      insert into analysis_results (origin, text_hash, analyzer_type, model_version, status, analysis_data, created_at, updated_at)
      select v.origin, case when v.text = 'track' then (select text_hash from tracks order by id limit 1) else v.text end,
        v.analyzer, v.version, v.status, '{}', now() - make_interval(days => v.days), now() - make_interval(days => v.days)
      from (values
        ('catalogue', 'track', 'algorithmic', 'standing', 'done', 100),
        ('catalogue', 'track', 'algorithmic', 'earlier', 'done', 200),
        ('catalogue', 'track', 'qwen', 'another analyser', 'done', 200),
        ('catalogue', 'track', 'qwen', 'failed', 'failed', 91),
        ('catalogue', 'track', 'qwen', 'failed lately', 'failed', 89),
        ('catalogue', 'edited', 'algorithmic', 'of a text that is gone', 'done', 91),
        ('ad_hoc', 'sent', 'algorithmic', 'sent long ago', 'done', 91),
        ('ad_hoc', 'sent', 'algorithmic', 'sent lately', 'done', 89),
        ('ad_hoc', 'sent', 'algorithmic', 'of an item', 'done', 91)) v (origin, text, analyzer, version, status, days)`);
    await world.ctx.sql.query(sql`
      update batch_items set analysis_id = (select id from analysis_results where model_version = 'of an item')
      where position = 0`);
    const { counts } = await removeOld(world.ctx);
    expect(counts).toMatchObject({ sent_analyses: 1, outdated_analyses: 3 });
    const left = await world.ctx.sql.query<{ version: string }>(
      sql`select model_version as version from analysis_results order by 1`,
    );
    expect(left.map(({ version }) => version)).toEqual([
      'another analyser',
      'failed lately',
      'of an item',
      'sent lately',
      'standing',
    ]);
  });

  it('of backups and drills are deleted after 400 days, but not of one that runs', async () => {
    const { sql: db } = world.ctx;
    for (const [id, days, status] of [
      ['old', 401, 'complete'],
      ['kept', 399, 'failed'],
      ['runs', 401, 'running'],
    ] as const) {
      const ended = status === 'running' ? null : new Date().toISOString();
      await db.query(sql`
        insert into backups (id, status, last_migration, plan, started_at, finished_at)
        values (${id}::text, ${status}::text, 'm', '[]', now() - make_interval(days => ${days}::int), ${ended}::timestamptz)`);
      await db.query(sql`
        insert into restore_drills (backup_id, status, started_at, finished_at)
        values (${id}::text, ${status === 'complete' ? 'passed' : status}::text, now() - make_interval(days => ${days}::int),
          ${ended}::timestamptz)`);
    }
    expect((await removeOld(world.ctx)).counts).toMatchObject({ backups: 1, restore_drills: 1 });
    const left = await db.query<{ id: string }>(sql`select id from backups order by id`);
    expect(left.map(({ id }) => id)).toEqual(['kept', 'runs']);
    await db.batch([sql`delete from backups`, sql`delete from restore_drills`]);
  });

  it('that cannot be deleted do not block the others', async () => {
    const removed: string[] = [];
    const rule = (name: string, remove: () => Promise<number>) => ({ name, limit: 10, remove });
    const rules = [
      rule('broken', () => Promise.reject(new Error('a lock'))),
      rule('whole', async () => {
        removed.push('whole');
        return 10;
      }),
    ];
    await expect(removeOld(world.ctx, rules)).rejects.toThrow('a lock');
    expect(removed, 'four statements a slot at the most').toHaveLength(4);
  });
});
