import { type Sql, sql } from '../client.ts';
import { listed, named } from '../names.ts';
import { toStorableJson } from '../storable.ts';

/** Where parts are stored for a moment. */
export const SCRATCH_SCHEMA = 'restore_drill';

export interface DrillRow {
  id: number;
  backup_id: string;
  /** The table of the manifest, from 0, and its part, from 1, that come next. */
  next_table: number;
  next_part: number;
}

/** A backup that is being written needs the processor time of the slot. */
const QUIET = sql`not exists (select 1 from backups where status = 'running')`;
/** The slot that ends a backup has spent its time. */
const RESTED = sql`interval '10 minutes'`;
const OWN = sql`id, backup_id, next_table, next_part`;
const LEASE = (seconds: number) => sql`now() + make_interval(secs => ${seconds}::float8)`;

/** Takes over the drill that runs; null: there is none, somebody works on it, or a backup is being written. */
export async function claimRunningDrill(
  db: Sql,
  p: { lease: string; seconds: number },
): Promise<DrillRow | null> {
  const rows = await db.query<DrillRow>(sql`
    update restore_drills set lease = ${p.lease}::uuid, leased_until = ${LEASE(p.seconds)}
    where status = 'running' and (leased_until is null or leased_until < now()) and ${QUIET}
    returning ${OWN}`);
  return rows[0] ?? null;
}

/**
 * Begins a drill of the newest backup that is complete and was made at the migration that the database has, if the last drill
 * began `days` ago or failed `retryHours` ago; null: none is due, or one runs.
 */
export async function beginDueDrill(
  db: Sql,
  p: { lease: string; seconds: number; days: number; retryHours: number },
): Promise<DrillRow | null> {
  const rows = await db.query<DrillRow>(sql`
    insert into restore_drills (backup_id, lease, leased_until)
    select b.id, ${p.lease}::uuid, ${LEASE(p.seconds)} from backups b
    where b.status = 'complete' and b.finished_at < now() - ${RESTED} and ${QUIET}
      and b.last_migration = (select name from schema_migrations order by id desc limit 1)
      and not exists (
        select 1 from restore_drills d
        where d.status = 'running'
          or d.status = 'passed' and d.started_at > now() - make_interval(days => ${p.days}::int)
          or d.status = 'failed' and d.started_at > now() - make_interval(hours => ${p.retryHours}::int))
    order by b.started_at desc limit 1
    on conflict do nothing returning ${OWN}`);
  return rows[0] ?? null;
}

/** Notes a part that was the same; false if another invocation works on the drill by now. */
export async function noteDrilledPart(
  db: Sql,
  p: {
    id: number;
    lease: string;
    seconds: number;
    next: [table: number, part: number];
    rows: number;
    bytes: number;
  },
): Promise<boolean> {
  const rows = await db.query(sql`
    update restore_drills set next_table = ${p.next[0]}::int, next_part = ${p.next[1]}::int,
      rows = rows + ${p.rows}::int, bytes = bytes + ${p.bytes}::int, leased_until = ${LEASE(p.seconds)}
    where id = ${p.id}::int and lease = ${p.lease}::uuid and status = 'running' returning id`);
  return rows.length > 0;
}

/** Lets the next slot go on at once. */
export async function releaseDrill(db: Sql, p: { id: number; lease: string }): Promise<void> {
  await db.query(sql`
    update restore_drills set leased_until = null where id = ${p.id}::int and lease = ${p.lease}::uuid`);
}

/** Ends a drill; `failure` is a `FailureCause`, null if every row was the same. */
export async function finishDrill(
  db: Sql,
  p: { id: number; lease: string; failure: unknown },
): Promise<void> {
  const status = p.failure === null ? 'passed' : 'failed';
  await db.query(sql`
    update restore_drills set status = ${status}::text, finished_at = now(), leased_until = null,
      failure = nullif(${toStorableJson(p.failure)}::jsonb, 'null')
    where id = ${p.id}::int and lease = ${p.lease}::uuid and status = 'running'`);
}

/** A drill that can prove nothing, because the schema changed since its backup. */
export async function removeDrill(db: Sql, id: number): Promise<void> {
  await db.query(sql`delete from restore_drills where id = ${id}::int and status = 'running'`);
}

/** Makes an empty copy of a table, with its checks and its key, without indexes, foreign keys and generated columns. */
export async function makeScratchTable(
  db: Sql,
  p: { table: string; columns: readonly string[]; key: readonly string[] },
): Promise<void> {
  const scratch = sql`${named(SCRATCH_SCHEMA)}.${named(p.table)}`;
  const generated = await db.query<{ name: string }>(sql`
    select attname::text as name from pg_attribute
    where attrelid = format('%I', ${p.table}::text)::regclass and attnum > 0 and not attisdropped
      and not attname = any (${[...p.columns]}::text[])`);
  await db.batch([
    sql`create schema if not exists ${named(SCRATCH_SCHEMA)}`,
    sql`drop table if exists ${scratch}`,
    sql`create unlogged table ${scratch} (like ${named(p.table)} including constraints)`,
    ...generated.map(({ name }) => sql`alter table ${scratch} drop column ${named(name)} cascade`),
    ...(p.key.length === 0 ? [] : [sql`alter table ${scratch} add primary key (${listed(p.key)})`]),
  ]);
}

export async function dropScratch(db: Sql): Promise<void> {
  await db.query(sql`drop schema if exists ${named(SCRATCH_SCHEMA)} cascade`);
}
