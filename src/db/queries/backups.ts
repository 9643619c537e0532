import { type Sql, sql } from '../client.ts';
import { toStorableJson } from '../storable.ts';

/** A backup that this lease may write. */
export interface RunningBackup {
  id: string;
  started_at: Date;
  last_migration: string;
  /** `TablePlan` of each table in their order. */
  plan: unknown;
}

const RUNNING = sql`id, started_at, last_migration, plan`;

interface Lease {
  lease: string;
  seconds: number;
}

/** Takes the backup that runs; null if none runs or another invocation works on it. */
export async function claimBackup(db: Sql, p: Lease): Promise<RunningBackup | null> {
  const rows = await db.query<RunningBackup>(sql`
    update backups set lease = ${p.lease}::uuid, leased_until = now() + make_interval(secs => ${p.seconds}::int)
    where status = 'running' and (leased_until is null or leased_until <= now())
    returning ${RUNNING}`);
  return rows[0] ?? null;
}

/** Begins a backup; null if one runs. */
export async function insertBackup(
  db: Sql,
  p: Lease & { id: string; lastMigration: string; plan: unknown },
): Promise<RunningBackup | null> {
  const rows = await db.query<RunningBackup>(sql`
    insert into backups (id, last_migration, plan, lease, leased_until)
    values (${p.id}::text, ${p.lastMigration}::text, ${toStorableJson(p.plan)}::jsonb, ${p.lease}::uuid,
      now() + make_interval(secs => ${p.seconds}::int))
    on conflict do nothing returning ${RUNNING}`);
  return rows[0] ?? null;
}

/**
 * Whether a backup runs, and whether one is due: none began this day (UTC), and none failed within the last hour, unless
 * because of a migration.
 */
export async function findDueBackup(db: Sql): Promise<{ runs: boolean; due: boolean }> {
  const rows = await db.query<{ runs: boolean; due: boolean }>(sql`
    select coalesce(bool_or(status = 'running'), false) as runs, not coalesce(bool_or(
      status <> 'failed' and started_at >= date_trunc('day', now(), 'UTC')
      or status = 'failed' and started_at > now() - interval '1 hour' and failure ->> 'code' <> 'MIGRATED'), false) as due
    from backups where status = 'running' or started_at > now() - interval '1 day'`);
  return rows[0] ?? { runs: false, due: true };
}

/** Lets others take the backup. */
export async function releaseBackup(
  db: Sql,
  p: { id: string; lease: string; failure: unknown },
): Promise<void> {
  await db.query(sql`
    update backups set lease = null, leased_until = null,
      failure = nullif(${toStorableJson(p.failure)}::jsonb, 'null')
    where id = ${p.id}::text and lease = ${p.lease}::uuid and status = 'running'`);
}

/** Ends a backup and forgets the state of its tables. */
export async function endBackup(
  db: Sql,
  p: {
    id: string;
    lease: string;
    status: 'complete' | 'failed';
    rows: number;
    bytes: number;
    failure: unknown;
  },
): Promise<boolean> {
  const [ended] = await db.batch([
    sql`
      update backups set status = ${p.status}::text, finished_at = now(), rows = ${p.rows}::bigint,
        bytes = ${p.bytes}::bigint, failure = nullif(${toStorableJson(p.failure)}::jsonb, 'null'),
        leased_until = null
      where id = ${p.id}::text and lease = ${p.lease}::uuid and status = 'running' returning id`,
    sql`
      delete from backup_tables t using backups b
      where t.backup_id = ${p.id}::text and b.id = t.backup_id and b.status <> 'running'`,
  ]);
  return (ended?.length ?? 0) > 0;
}

export interface BackupRow {
  id: string;
  status: 'running' | 'complete' | 'failed';
  started_at: Date;
  finished_at: Date | null;
  rows: number;
  bytes: number;
  /** A `FailureCause`. */
  failure: unknown;
  tables: number;
  tables_done: number;
}

/** The latest backups; of one that runs, rows and bytes are those that R2 has. */
export function listBackupRows(db: Sql, limit: number): Promise<BackupRow[]> {
  return db.query<BackupRow>(sql`
    select b.id, b.status, b.started_at, b.finished_at, b.failure, jsonb_array_length(b.plan) as tables,
      case when b.status = 'complete' then jsonb_array_length(b.plan) else t.done end as tables_done,
      greatest(b.rows, p.rows)::float8 as rows, greatest(b.bytes, p.bytes)::float8 as bytes
    from (select * from backups order by started_at desc, id desc limit ${limit}::int) b
    cross join lateral (
      select count(*) filter (where finished_at is not null)::int as done from backup_tables where backup_id = b.id) t
    cross join lateral (
      select coalesce(sum(rows), 0) as rows, coalesce(sum(bytes), 0) as bytes from backup_parts
      where backup_id = b.id) p
    order by b.started_at desc, b.id desc`);
}
