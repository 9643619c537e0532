import { type Sql, sql } from '../../../src/db/client.ts';
import type { Sent } from './send.ts';
import { trackTitle } from './traffic.ts';

/** Has the bench's own database note every time an item of a batch ends, since a second end would replace the first. */
export async function watchItemEnds(db: Sql): Promise<void> {
  await db.batch([
    sql`create table bench_item_ends (batch_id uuid not null, position integer not null)`,
    sql`create function note_item_end() returns trigger language plpgsql as
      'begin insert into bench_item_ends values (new.batch_id, new.position); return new; end'`,
    sql`create trigger note_item_end after update of status on batch_items
      for each row when (new.status in ('done', 'failed')) execute function note_item_end()`,
  ]);
}

/** A write of the traffic that the Worker has accepted, by the number of its request. */
export interface AcceptedWrite {
  request: number;
  kind: Extract<Sent['kind'], 'batch' | 'artist' | 'track'>;
  answer: unknown;
}

export interface WorkAudit {
  /** Items, runs and songs of accepted writes. */
  accepted: number;
  /** Of them, those without a stored result. */
  lost: number;
  /** Results beyond the first of an item or song. */
  doubled: number;
  /** Items and runs whose stored result is a failure with its reason. */
  failed: number;
  /** Runs that wait for a host to accept us again, with their reason. */
  parked: number;
  /** Analyses stored again under their own key, after an answer of Postgres was lost: the row stays one. */
  stored_again: number;
}

/** Work that is accepted and has no result yet. A parked run waits for its host, as long as that asks. */
export async function countOpenWork(db: Sql): Promise<number> {
  const [row] = await db.query<{ n: number }>(sql`
    select (select count(*) from batch_items i join batches b on b.id = i.batch_id
        where b.accepted_at is not null and i.status in ('queued', 'running'))::int
      + (select count(*) from ingest_runs where status in ('listing', 'running'))::int as n`);
  return row?.n ?? 0;
}

/** Checks in the database that every accepted write has exactly one stored result. */
export async function auditWork(db: Sql, writes: readonly AcceptedWrite[]): Promise<WorkAudit> {
  const parts = await Promise.all([auditItems(db, writes), auditRuns(db, writes), auditTracks(db, writes)]);
  const sum = (name: keyof WorkAudit) => parts.reduce((total, part) => total + (part[name] ?? 0), 0);
  const [again] = await db.query<{ n: number }>(sql`
    select (count(*) - count(distinct analysis_id))::int as n from bench_stores`);
  return {
    accepted: sum('accepted'),
    lost: sum('lost'),
    doubled: sum('doubled'),
    failed: sum('failed'),
    parked: sum('parked'),
    stored_again: again?.n ?? 0,
  };
}

type Part = Partial<WorkAudit>;

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

async function auditItems(db: Sql, writes: readonly AcceptedWrite[]): Promise<Part> {
  const batches = writes.filter(({ kind }) => kind === 'batch');
  const ids = [...new Set(batches.map(({ answer }) => String(fieldOf(answer, 'batch_id'))))];
  const accepted = batches.reduce((sum, { answer }) => sum + Number(fieldOf(answer, 'items_count')), 0);
  const [stored, ends] = await db.batch([
    sql`
      select count(*) filter (where i.status = 'failed' and i.error is not null
          or i.status = 'done' and (i.analysis_id is not null or i.result is not null))::int as ended,
        count(*) filter (where i.status = 'failed')::int as failed
      from batch_items i where i.batch_id = any(${ids}::uuid[])`,
    sql`
      select (count(*) - count(distinct (batch_id, position)))::int as n from bench_item_ends`,
  ]);
  return {
    accepted,
    lost: accepted - Number(stored?.[0]?.ended),
    failed: Number(stored?.[0]?.failed),
    doubled: Number(ends?.[0]?.n),
  };
}

async function auditRuns(db: Sql, writes: readonly AcceptedWrite[]): Promise<Part> {
  const runs = writes.filter(({ kind }) => kind === 'artist').map(({ answer }) => fieldOf(answer, 'run'));
  const ids = [...new Set(runs.map((run) => Number(fieldOf(run, 'id'))))];
  const [row] = await db.query<{ ended: number; failed: number; parked: number }>(sql`
    select count(*) filter (where status in ('done', 'failed')
        and not exists (select 1 from ingest_items i where i.run_id = r.id and i.status = 'queued'))::int as ended,
      count(*) filter (where status = 'failed' and reason is not null)::int as failed,
      count(*) filter (where status = 'parked' and reason is not null)::int as parked
    from ingest_runs r where id = any(${ids}::int[])`);
  const { ended = 0, failed = 0, parked = 0 } = row ?? {};
  return { accepted: ids.length, lost: ids.length - ended - parked, failed, parked };
}

async function auditTracks(db: Sql, writes: readonly AcceptedWrite[]): Promise<Part> {
  const titles = writes.filter(({ kind }) => kind === 'track').map(({ request }) => trackTitle(request));
  const [row] = await db.query<{ songs: number; rows: number }>(sql`
    select count(distinct title)::int as songs, count(*)::int as rows
    from tracks where title = any(${titles}::text[])`);
  const { songs = 0, rows = 0 } = row ?? {};
  return { accepted: titles.length, lost: titles.length - songs, doubled: rows - songs };
}
