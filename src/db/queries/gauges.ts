import type { GaugeOf } from '../../lib/metrics/gauges.ts';
import { ROLES } from '../../lib/scopes.ts';
import { join, type Sql, type Statement, sql } from '../client.ts';

export type DatabaseGauge = GaugeOf<'database'>;

export interface GaugeRow {
  name: DatabaseGauge;
  labels: Record<string, string>;
  value: number;
}

export interface GaugeQuestion {
  /** The steps of the schedule. */
  steps: readonly string[];
  /** The types of messages, and beside each its queue. */
  types: readonly string[];
  queues: readonly string[];
  /** Types whose work waits for something that is not configured: it is not due. */
  off: readonly string[];
}

/** A cron invocation ends after so long, and with it a step that has not finished. */
const CUT_OFF = sql`interval '15 minutes'`;

/** A queued song is held for two hours: with this bound the index on `next_try_at` finds it. */
const QUEUED_AT_MOST = sql`interval '3 hours'`;

/** What more than one gauge reads, each once. Open work is what the schedule would send again. */
const sources = ({ steps, off }: GaugeQuestion): Statement => sql`
  open_items as (select batch_id, status, updated_at from batch_items where status in ('queued', 'running')),
  counted as (select subject, state, rows from catalogue_counts),
  open_work (type, since) as (
    select 'track.embed', updated_at from tracks where embedding_status = 'pending'
    union all select 'track.embed', embedding_next_try_at from tracks
      where embedding_status = 'failed' and embedding_next_try_at <= now()
    union all select 'track.analyze', updated_at from tracks where analysis_status = 'pending'
    union all select 'track.analyze', analysis_next_try_at from tracks
      where analysis_status = 'failed' and analysis_next_try_at <= now()
    union all select 'song.scrape', i.updated_at from ingest_items i join ingest_runs r on r.id = i.run_id
      where i.status = 'queued' and r.status in ('listing', 'running')
    union all select 'artist.list', updated_at from ingest_runs where status = 'listing'
    union all select 'run.resume', next_try_at from ingest_runs where status = 'parked' and next_try_at <= now()
    union all select 'track.enrich', tried_at from track_enrichments
      where status = 'queued' and next_try_at < now() + ${QUEUED_AT_MOST}
    union all select 'batch.item', updated_at from open_items),
  waiting as (
    select k.type, count(w.type) as jobs, coalesce(extract(epoch from now() - min(w.since)), 0) as oldest
    from unnest(array['track.embed', 'track.analyze', 'song.scrape', 'artist.list', 'run.resume', 'track.enrich',
      'batch.item']) as k (type)
    left join open_work w on w.type = k.type
    where not k.type = any (${off}::text[]) group by k.type),
  newest_backup as (
    select started_at, rows, bytes from backups where status = 'complete' order by started_at desc limit 1),
  last_drill as (
    select status, rows, bytes from restore_drills where status <> 'running' order by started_at desc limit 1),
  last_runs as (
    select r.* from unnest(${steps}::text[]) as s (name)
    cross join lateral (select * from cron_runs where name = s.name order by slot desc limit 1) r)`;

const NO_LABELS = sql`'{}'::jsonb`;
const label = (name: Statement, value: Statement): Statement =>
  sql`jsonb_build_object('${name}', ${value}::text)`;
const one = (value: Statement): Statement => sql`select ${NO_LABELS}, ${value}`;

const dead = ({ types, queues }: GaugeQuestion): Statement => sql`
  select jsonb_build_object('queue', k.queue, 'type', k.type), count(d.id)
  from unnest(${types}::text[], ${queues}::text[]) as k (type, queue)
  left join dead_letters d on d.replayed_at is null
    and case when d.message_type = any (${types}::text[]) then d.message_type else 'unknown' end = k.type
  group by k.queue, k.type`;

const stepsOf = (value: Statement, where = sql`true`): Statement =>
  sql`select ${label(sql`step`, sql`name`)}, ${value} from last_runs where ${where}`;

const driftShare = (of: 'held' | 'failed'): Statement => sql`
  select ${NO_LABELS}, value from drift_measures where subject = ${`answers_${of}`}::text and value is not null`;

/** How each gauge of the database is read: its labels and its value. */
const READINGS: Readonly<Record<DatabaseGauge, Statement | ((question: GaugeQuestion) => Statement)>> = {
  barline_tracks: sql`select ${label(sql`state`, sql`state`)}, rows from counted where subject = 'tracks'`,
  barline_artists: sql`
    select ${label(sql`state`, sql`v.state`)}, v.value
    from (select count(*) as stored, count(*) filter (where watched) as watched from artists) a
    cross join lateral (values ('stored', a.stored), ('watched', a.watched)) as v (state, value)`,
  barline_analyses: sql`select ${label(sql`origin`, sql`state`)}, rows from counted where subject = 'analyses'`,
  barline_open_jobs: sql`select ${label(sql`type`, sql`type`)}, jobs from waiting`,
  barline_oldest_job_seconds: sql`select ${label(sql`type`, sql`type`)}, oldest from waiting`,
  barline_dead_letters: dead,
  barline_failed_work: sql`
    select ${label(sql`work`, sql`v.work`)}, v.value
    from (values
      ('embedding', (select count(*) from tracks where embedding_status = 'failed' and embedding_next_try_at is null)),
      ('analysis', (select count(*) from tracks where analysis_status = 'failed' and analysis_next_try_at is null))
    ) as v (work, value)`,
  barline_batches_open: one(sql`(select count(distinct batch_id) from open_items)`),
  barline_batch_items: sql`
    select ${label(sql`status`, sql`k.status`)}, count(i.batch_id)
    from unnest(array['queued', 'running']) as k (status)
    left join open_items i on i.status = k.status group by k.status
    union all select ${label(sql`status`, sql`state`)}, rows from counted where subject = 'batch_items'`,
  barline_ingest_runs: sql`
    select ${label(sql`status`, sql`k.status`)}, count(r.id)
    from unnest(array['listing', 'running', 'parked']) as k (status)
    left join ingest_runs r on r.status = k.status group by k.status`,
  barline_schedule_step_age_seconds: stepsOf(sql`extract(epoch from now() - started_at)`),
  barline_schedule_step_failed: stepsOf(
    sql`(failure is not null or finished_at is null and started_at < now() - ${CUT_OFF})::int`,
  ),
  barline_schedule_step_seconds: stepsOf(
    sql`extract(epoch from finished_at - started_at)`,
    sql`finished_at is not null`,
  ),
  barline_audit_records: sql`select ${NO_LABELS}, rows from counted where subject = 'audit_log'`,
  barline_catalogue_counts_age_seconds: sql`
    select ${NO_LABELS}, extract(epoch from now() - min(counted_at)) from catalogue_counts having count(*) > 0`,
  barline_api_keys: sql`
    select ${label(sql`role`, sql`k.role`)}, count(a.id) from unnest(${ROLES}::text[]) as k (role)
    left join api_keys a on a.role = k.role and a.revoked_at is null
      and (a.expires_at is null or a.expires_at > now()) group by k.role`,
  barline_takedowns: one(sql`(select count(*) from takedowns where lifted_at is null)`),
  barline_replication_heartbeat_age_seconds: sql`
    select ${NO_LABELS}, extract(epoch from clock_timestamp() - beaten_at) from replication_heartbeat`,
  barline_backup_age_seconds: one(sql`
    extract(epoch from now() - coalesce((select started_at from newest_backup), (select min(run_on) from schema_migrations)))`),
  barline_backup_bytes: sql`select ${NO_LABELS}, bytes from newest_backup`,
  barline_backup_rows: sql`select ${NO_LABELS}, rows from newest_backup`,
  barline_backups: sql`
    select ${label(sql`status`, sql`k.status`)}, count(b.id) from unnest(array['running', 'complete', 'failed']) as k (status)
    left join backups b on b.status = k.status group by k.status`,
  barline_backup_failed: sql`
    select ${NO_LABELS}, (status = 'failed')::int from backups
    where status = 'complete' or status = 'failed' and failure ->> 'code' is distinct from 'MIGRATED' order by started_at desc limit 1`,
  barline_restore_drill_age_seconds: sql`
    select ${NO_LABELS}, extract(epoch from now() - since) from (
      select coalesce((select max(finished_at) from restore_drills where status = 'passed'),
        (select min(finished_at) from backups where status = 'complete')) as since) d
    where since is not null`,
  barline_restore_drill_failed: sql`select ${NO_LABELS}, (status = 'failed')::int from last_drill`,
  barline_restore_drill_rows: sql`select ${NO_LABELS}, rows from last_drill`,
  barline_restore_drill_bytes: sql`select ${NO_LABELS}, bytes from last_drill`,
  barline_drift_index: sql`
    select ${label(sql`subject`, sql`subject`)}, value from drift_measures
    where subject not like 'answers%' and value is not null`,
  barline_answers_held_ratio: driftShare('held'),
  barline_answers_failed_ratio: driftShare('failed'),
  barline_takedowns_uncopied: one(sql`(select count(*) from takedowns where copied_at is null)`),
  barline_database_bytes: one(sql`pg_database_size(current_database())`),
  barline_database_connections: one(
    sql`(select count(*) from pg_stat_activity where datname = current_database())`,
  ),
  barline_database_connections_limit: one(sql`current_setting('max_connections')::int`),
};

/** All gauges of the database in one statement. Those of large tables are absent until `countCatalogue` has run once. */
export function readDatabaseGauges(db: Sql, question: GaugeQuestion): Promise<GaugeRow[]> {
  const parts = Object.entries(READINGS).map(([name, reading]) => {
    const rows = typeof reading === 'function' ? reading(question) : reading;
    return sql`select ${name}::text as name, r.labels, r.value::float8 as value from (${rows}) as r (labels, value)`;
  });
  return db.query<GaugeRow>(sql`with ${sources(question)} ${join(parts, ' union all ')}`);
}
