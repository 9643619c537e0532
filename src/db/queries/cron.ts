import { type Sql, type Statement, sql } from '../client.ts';
import { toStorableJson } from '../storable.ts';

export interface StepRunRow {
  name: string;
  slot: Date;
  started_at: Date;
  finished_at: Date | null;
  outcome: unknown;
  /** A `FailureCause`; null unless it failed. */
  failure: unknown;
}

/** The statement behind `findLastStepRuns`, for callers that run other statements in the same round trip. */
export function selectLastStepRuns(names: readonly string[]): Statement {
  return sql`
    select r.name, r.slot, r.started_at, r.finished_at, r.outcome, r.failure
    from unnest(${names}::text[]) with ordinality as s (name, n)
    cross join lateral (
      select * from cron_runs where name = s.name order by slot desc limit 1) r
    order by s.n`;
}

/** The latest run of each step, ordered by name. */
export function findLastStepRuns(db: Sql, names: readonly string[]): Promise<StepRunRow[]> {
  return db.query<StepRunRow>(selectLastStepRuns(names));
}

/**
 * Claims a slot of a step and returns the cursor of its last run; null if another invocation has the slot, for example
 * because cron fired twice.
 */
export async function claimStepRun(
  db: Sql,
  p: { name: string; slot: Date },
): Promise<{ cursor: number } | null> {
  const rows = await db.query<{ cursor: number }>(sql`
    insert into cron_runs (name, slot, cursor)
    select ${p.name}::text, ${p.slot.toISOString()}::timestamptz,
      coalesce((select cursor from cron_runs where name = ${p.name}::text order by slot desc limit 1), 0)
    on conflict do nothing returning cursor`);
  return rows[0] ?? null;
}

/** Ends a run of a step; a null cursor leaves the stored one unchanged. */
export async function finishStepRun(
  db: Sql,
  p: { name: string; slot: Date; outcome: unknown; failure: unknown; cursor: number | null },
): Promise<void> {
  await db.query(sql`
    update cron_runs set finished_at = now(), cursor = coalesce(${p.cursor}::int, cursor),
      outcome = nullif(${toStorableJson(p.outcome)}::jsonb, 'null'), failure = nullif(${toStorableJson(p.failure)}::jsonb, 'null')
    where name = ${p.name}::text and slot = ${p.slot.toISOString()}::timestamptz`);
}
