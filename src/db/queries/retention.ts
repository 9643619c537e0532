import { type Sql, type Statement, sql } from '../client.ts';
import { countsOfRun } from './runs.ts';

const before = (days: number): Statement => sql`now() - make_interval(days => ${days}::int)`;

async function count(db: Sql, deletion: Statement): Promise<number> {
  const rows = await db.query<{ n: number }>(sql`
    with gone as (${deletion} returning 1) select count(*)::int as n from gone`);
  return rows[0]?.n ?? 0;
}

/** Runs whose items are examined at once. */
const RUNS_AT_ONCE = 200;

/**
 * Stores the counts of old runs and deletes at most `limit` of their items; items of songs that were added or updated
 * are kept. Returns how many were deleted.
 */
export async function trimRuns(db: Sql, p: { days: number; limit: number }): Promise<number> {
  const old = await db.query<{ id: number }>(sql`
    select id from ingest_runs where trimmed_at is null and finished_at < ${before(p.days)}
    order by finished_at, id limit ${RUNS_AT_ONCE}::int`);
  if (old.length === 0) return 0;
  const ids = sql`${old.map(({ id }) => id)}::int[]`;
  const passing = sql`run_id = any(${ids}) and change is distinct from 'added' and change is distinct from 'updated'`;
  const [, removed] = await db.batch([
    sql`update ingest_runs r set counts = ${countsOfRun}, unchanged = '{}' where id = any(${ids}) and counts is null`,
    sql`
      with gone as (
        delete from ingest_items where (run_id, genius_id) in (
          select run_id, genius_id from ingest_items where ${passing} limit ${p.limit}::int)
        returning 1)
      select count(*)::int as n from gone`,
    sql`
      update ingest_runs r set trimmed_at = now() where id = any(${ids})
        and not exists (select 1 from ingest_items i where i.run_id = r.id
          and change is distinct from 'added' and change is distinct from 'updated')`,
  ]);
  return Number(removed?.[0]?.n ?? 0);
}

/** Deletes old runs without items: those that changed no songs. */
export const removeRuns = (db: Sql, p: { days: number; limit: number }): Promise<number> =>
  count(
    db,
    sql`
    delete from ingest_runs where id in (
      select r.id from ingest_runs r
      where r.trimmed_at is not null and r.finished_at < ${before(p.days)}
        and not exists (select 1 from ingest_items where run_id = r.id)
      order by r.id limit ${p.limit}::int)`,
  );

/**
 * Deletes old runs of the schedule's steps; the latest of each is kept, because the next run continues from its
 * cursor.
 */
export const removeStepRuns = (db: Sql, p: { days: number; limit: number }): Promise<number> =>
  count(
    db,
    sql`
    delete from cron_runs where (name, slot) in (
      select r.name, r.slot from cron_runs r
      where r.started_at < ${before(p.days)}
        and exists (select 1 from cron_runs later where later.name = r.name and later.slot > r.slot)
      limit ${p.limit}::int)`,
  );

/** Deletes dead letters: replayed ones, and later those that were never replayed. */
export const removeLetters = (
  db: Sql,
  p: { replayedDays: number; openDays: number; limit: number },
): Promise<number> =>
  count(
    db,
    sql`
    delete from dead_letters where id in (
      select id from dead_letters
      where replayed_at < ${before(p.replayedDays)} or created_at < ${before(p.openDays)}
      order by id limit ${p.limit}::int)`,
  );

/** Deletes old batches with their items, which contain callers' texts. */
export const removeBatches = (db: Sql, p: { days: number; limit: number }): Promise<number> =>
  count(
    db,
    sql`
    delete from batches where id in (
      select id from batches where created_at < ${before(p.days)} order by created_at limit ${p.limit}::int)`,
  );

export const removeAuditLog = (db: Sql, p: { days: number; limit: number }): Promise<number> =>
  count(
    db,
    sql`
    delete from audit_log where id in (
      select id from audit_log where created_at < ${before(p.days)} order by created_at limit ${p.limit}::int)`,
  );

/** Deletes old salts; the hashes made with them then say nothing. */
export const removeAuditSalts = (db: Sql, p: { days: number; limit: number }): Promise<number> =>
  count(
    db,
    sql`
    delete from audit_salts where day in (
      select day from audit_salts where day < ${before(p.days)} order by day limit ${p.limit}::int)`,
  );

// A row that is the result of a batch item is deleted with that item.
const unheld = sql`not exists (select 1 from batch_items where analysis_id = a.id)`;

/** Deletes old analyses of callers' texts. */
export const removeSentAnalyses = (db: Sql, p: { days: number; limit: number }): Promise<number> =>
  count(
    db,
    sql`
    delete from analysis_results where id in (
      select a.id from analysis_results a
      where a.origin = 'ad_hoc' and a.updated_at < ${before(p.days)} and ${unheld}
      order by a.updated_at limit ${p.limit}::int)`,
  );

/**
 * Deletes old analyses of the catalogue that are no track's current one: failed ones, those of a text that no track
 * has any more, and those replaced by a later version of the same analyser.
 */
export const removeOutdatedAnalyses = (db: Sql, p: { days: number; limit: number }): Promise<number> =>
  count(
    db,
    sql`
    delete from analysis_results where id in (
      select a.id from analysis_results a
      where a.origin = 'catalogue' and a.updated_at < ${before(p.days)} and ${unheld}
        and not exists (select 1 from track_facets where analysis_id = a.id)
        and (a.status = 'failed' or not exists (select 1 from tracks where text_hash = a.text_hash)
          or exists (select 1 from analysis_results later
            where later.text_hash = a.text_hash and later.origin = 'catalogue' and later.status = 'done'
              and later.analyzer_type = a.analyzer_type and not later.degraded and later.created_at > a.created_at))
      order by a.updated_at limit ${p.limit}::int)`,
  );

/** Deletes what is told of old backups; their files are removed by number, long before. */
export const removeBackupRows = (db: Sql, p: { days: number; limit: number }): Promise<number> =>
  count(
    db,
    sql`
    delete from backups where id in (
      select id from backups where status <> 'running' and started_at < ${before(p.days)}
      order by started_at limit ${p.limit}::int)`,
  );

/** Deletes old restore drills. */
export const removeDrills = (db: Sql, p: { days: number; limit: number }): Promise<number> =>
  count(
    db,
    sql`
    delete from restore_drills where id in (
      select id from restore_drills where status <> 'running' and started_at < ${before(p.days)}
      order by started_at limit ${p.limit}::int)`,
  );

/** Deletes songs that were judged again long ago. */
export const removeReevaluations = (db: Sql, p: { days: number; limit: number }): Promise<number> =>
  count(
    db,
    sql`
    delete from reevaluations where id in (
      select id from reevaluations where evaluated_at < ${before(p.days)} order by evaluated_at limit ${p.limit}::int)`,
  );
