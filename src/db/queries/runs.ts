import { type Sql, sql } from '../client.ts';
import { firstOf } from '../rows.ts';

export type RunTrigger = 'cron' | 'api' | 'cli';
export type RunStatus = 'listing' | 'running' | 'parked' | 'done' | 'failed';

export interface RunRow {
  id: number;
  artist_id: number;
  artist: string;
  trigger: RunTrigger;
  status: RunStatus;
  song_limit: number | null;
  /** Whether every page of the artist's songs is in the run. */
  listed: boolean;
  reason: string | null;
  next_try_at: Date | null;
  started_at: Date;
  updated_at: Date;
  finished_at: Date | null;
}

export interface RunCounts {
  queued: number;
  failed: number;
  added: number;
  updated: number;
  unchanged: number;
  /** Entries of the artist's list that could not be read. */
  rejected: number;
  /** Songs by outcome: ok, instrumental, … */
  outcomes: Record<string, number>;
}

const COLUMNS = sql`
  r.id, r.artist_id, a.name as artist, r.trigger, r.status, r.song_limit, r.listed, r.reason, r.next_try_at,
  r.started_at, r.updated_at, r.finished_at`;

/** The results of the songs of a run `r`: stored with an old run, counted otherwise. */
export const countsOfRun = sql`coalesce(r.counts, (
  select jsonb_build_object(
    'queued', count(*) filter (where i.status = 'queued'),
    'failed', count(*) filter (where i.status = 'failed'),
    'added', count(*) filter (where i.change = 'added'),
    'updated', count(*) filter (where i.change = 'updated'),
    'unchanged', count(*) filter (where i.change = 'unchanged') + (select count(*) from jsonb_object_keys(r.unchanged)),
    'rejected', (select coalesce(sum(n::int), 0) from jsonb_each_text(r.rejected) as p (page, n)),
    'outcomes', coalesce((
      select jsonb_object_agg(o.outcome, o.n) from (
        select outcome, count(*) as n from (
          select outcome from ingest_items where run_id = r.id and outcome is not null
          union all select value from jsonb_each_text(r.unchanged)) s
        group by outcome) o), '{}'))
  from ingest_items i where i.run_id = r.id))`;

/** Opens a run of the artist, or returns the open one: an artist is listed by one run at a time. */
export async function openRun(
  db: Sql,
  p: { artistId: number; trigger: RunTrigger; songLimit: number | null },
): Promise<{ run: RunRow; opened: boolean }> {
  const [inserted, found] = await db.batch([
    sql`
      insert into ingest_runs (artist_id, trigger, song_limit)
      values (${p.artistId}::int, ${p.trigger}::text, ${p.songLimit}::int)
      on conflict (artist_id) where status in ('listing', 'running', 'parked') do nothing returning id`,
    sql`
      select ${COLUMNS} from ingest_runs r join artists a on a.id = r.artist_id
      where r.artist_id = ${p.artistId}::int and r.status in ('listing', 'running', 'parked')`,
  ]);
  const run = firstOf<RunRow>(found);
  if (run === null) throw new Error('a run that was just opened is not there');
  return { run, opened: (inserted?.length ?? 0) > 0 };
}

export async function findRun(db: Sql, id: number): Promise<RunRow | null> {
  const rows = await db.query<RunRow>(sql`
    select ${COLUMNS} from ingest_runs r join artists a on a.id = r.artist_id where r.id = ${id}::int`);
  return rows[0] ?? null;
}

export async function listRuns(
  db: Sql,
  p: { limit: number; beforeId: number | null },
): Promise<(RunRow & { counts: RunCounts })[]> {
  return db.query<RunRow & { counts: RunCounts }>(sql`
    select ${COLUMNS}, ${countsOfRun} as counts
    from ingest_runs r join artists a on a.id = r.artist_id
    where ${p.beforeId}::int is null or r.id < ${p.beforeId}::int
    order by r.id desc limit ${p.limit}::int`);
}

export async function setRunStatus(
  db: Sql,
  p: { id: number; status: RunStatus; reason?: string | null; nextTryInMs?: number | null },
): Promise<void> {
  await db.query(sql`
    update ingest_runs set status = ${p.status}::text, reason = ${p.reason ?? null}::text, updated_at = now(),
      next_try_at = now() + ${p.nextTryInMs ?? null}::float8 * interval '1 millisecond',
      finished_at = case when ${p.status}::text in ('done', 'failed') then now() end
    where id = ${p.id}::int`);
}

/** Parks an open run; true if it was running, or would have been resumed earlier. */
export async function parkOpenRun(
  db: Sql,
  p: { id: number; reason: string; waitMs: number },
): Promise<boolean> {
  const until = sql`now() + ${p.waitMs}::float8 * interval '1 millisecond'`;
  const rows = await db.query(sql`
    update ingest_runs set status = 'parked', reason = ${p.reason}::text, next_try_at = ${until}, updated_at = now()
    where id = ${p.id}::int
      and (status in ('listing', 'running') or status = 'parked' and next_try_at < ${until} - interval '2 seconds')
    returning id`);
  return rows.length > 0;
}

/**
 * Stops a run if `failures` or more of its last `window` songs failed in the same way; returns it if this call stopped
 * it. A run that was closed after the last song failed is stopped too.
 */
export async function stopFailingRun(
  db: Sql,
  p: { id: number; window: number; failures: number },
): Promise<{ artist_id: number; listed: boolean; reason: string } | null> {
  const rows = await db.query<{ artist_id: number; listed: boolean; reason: string }>(sql`
    with recent as (
      select status, outcome, error, updated_at from ingest_items
      where run_id = ${p.id}::int and attempts > 0 and status <> 'queued'
      order by updated_at desc limit ${p.window}::int),
    worst as (
      select outcome, count(*) as n, (array_agg(error order by updated_at desc))[1] as last from recent
      where status = 'failed' and outcome in ('parse_error', 'not_found', 'text_lost', 'text_cut')
      group by outcome having count(*) >= ${p.failures}::int order by n desc, outcome limit 1)
    update ingest_runs r set status = 'failed', stopped_for = w.outcome, finished_at = now(), updated_at = now(),
      next_try_at = null, reason = format('Stopped: %s of the last %s songs ended as %s, the latest with: %s',
        w.n, (select count(*) from recent), w.outcome, w.last)
    from worst w
    where r.id = ${p.id}::int and r.status <> 'failed'
    returning r.artist_id, r.listed, r.reason`);
  return rows[0] ?? null;
}

export interface StoppedRuns {
  runs: number;
  /** From the latest run. */
  reason: string;
}

/** Runs stopped within two days for artists without a later successful run; no row if there are none. */
export const selectStoppedRuns = sql`
  select (count(*) over ())::int as runs, reason from ingest_runs r
  where stopped_for is not null and finished_at > now() - interval '2 days' and not exists (
    select 1 from ingest_runs later where later.artist_id = r.artist_id and later.id > r.id and later.status = 'done')
  order by finished_at desc limit 1`;

/** Stores how many entries of a page could not be read; listing the page again replaces the number. */
export async function noteRejected(
  db: Sql,
  p: { runId: number; page: number; count: number },
): Promise<void> {
  await db.query(sql`
    update ingest_runs set rejected = rejected || jsonb_build_object(${String(p.page)}::text, ${p.count}::int),
      updated_at = now()
    where id = ${p.runId}::int`);
}

/** Stores that the run's listing has finished; a run parked in the meantime stays parked. */
export async function markRunListed(db: Sql, id: number): Promise<void> {
  await db.query(sql`
    update ingest_runs set listed = true, updated_at = now(),
      status = case when status = 'listing' then 'running' else status end
    where id = ${id}::int`);
}

/** Closes the run if its listing has finished and no song is left; returns its artist if this call closed it. */
export async function finishRunIfEmpty(db: Sql, id: number): Promise<{ artist_id: number } | null> {
  const rows = await db.query<{ artist_id: number }>(sql`
    update ingest_runs set status = 'done', finished_at = now(), updated_at = now(), reason = null, next_try_at = null
    where id = ${id}::int and status in ('running', 'parked') and listed
      and not exists (select 1 from ingest_items where run_id = ${id}::int and status = 'queued')
    returning artist_id`);
  return rows[0] ?? null;
}
