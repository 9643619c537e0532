import { type Sql, sql } from '../client.ts';

/** Opens a run for each watched artist that is due, by priority; returns the runs. */
export async function openDueRuns(db: Sql, limit: number): Promise<number[]> {
  const rows = await db.query<{ id: number }>(sql`
    with due as (
      select id from artists
      where watched and next_scrape_at <= now() and not exists (
        select 1 from ingest_runs where artist_id = artists.id and status in ('listing', 'running', 'parked'))
      order by priority, next_scrape_at limit ${limit}::int)
    insert into ingest_runs (artist_id, trigger) select id, 'cron' from due
    on conflict (artist_id) where status in ('listing', 'running', 'parked') do nothing
    returning id`);
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

export interface ReopenedRun {
  id: number;
  /** Whether its listing has finished. */
  listed: boolean;
  /** Songs that are still to be scraped. */
  songs: number[];
}

export interface StalledRuns {
  /** Only this run; null: all. */
  runId: number | null;
  /** Listings and scrapes without a change for this long; null: only parked runs. */
  idleMs: number | null;
  /** Whether parked runs that are not due yet are taken too. */
  isEarly: boolean;
  maxRuns: number;
  /**
   * Runs are taken, those without a change for longest first, until they have this many songs; the last run may exceed
   * the limit.
   */
  maxSongs: number;
}

/**
 * Resumes runs that nothing seems to work on, each in the phase it had reached (listing or scraping), and returns
 * their remaining work.
 */
export async function reopenStalledRuns(db: Sql, p: StalledRuns): Promise<ReopenedRun[]> {
  const idle = sql`now() - ${p.idleMs}::float8 * interval '1 millisecond'`;
  const rows = await db.query<{ id: number; listed: boolean; songs: number[] }>(sql`
    with stalled as (
      select id, updated_at,
        (select count(*) from ingest_items i where i.run_id = r.id and i.status = 'queued') as left_over
      from ingest_runs r
      where (${p.runId}::int is null or id = ${p.runId}::int)
        and (${p.idleMs}::float8 is not null and status in ('listing', 'running') and updated_at < ${idle}
          or status = 'parked' and (${p.isEarly}::boolean or next_try_at <= now()))
      order by updated_at limit ${p.maxRuns}::int),
    taken as (
      select id from (
        select id, sum(left_over) over (order by updated_at, id) - left_over as before from stalled) s
      where before < ${p.maxSongs}::int),
    reopened as (
      update ingest_runs r set status = case when listed then 'running' else 'listing' end, reason = null,
        next_try_at = null, updated_at = now()
      from taken where r.id = taken.id and r.status in ('listing', 'running', 'parked')
      returning r.id, r.listed)
    select id, listed, array(
      select genius_id from ingest_items i where i.run_id = reopened.id and i.status = 'queued'
      order by genius_id limit ${p.maxSongs}::int) as songs
    from reopened order by id`);
  return rows;
}
