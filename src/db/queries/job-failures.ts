import { type Sql, sql } from '../client.ts';
import { toStorableJson } from '../storable.ts';

/**
 * Records one more failure of a job. It is added to the earlier ones, unless those are a day old: then the job was
 * sent again for another reason.
 */
export async function noteJobFailure(db: Sql, p: { job: string; cause: unknown }): Promise<unknown> {
  const rows = await db.query<{ cause: unknown }>(sql`
    insert into job_failures as old (job, cause) values (${p.job}::text, ${toStorableJson(p.cause)}::jsonb)
    on conflict (job) do update set updated_at = now(),
      cause = case when old.updated_at < now() - interval '1 day' then excluded.cause
        else excluded.cause || jsonb_build_object(
          'attempts', (old.cause ->> 'attempts')::int + 1, 'first_at', old.cause -> 'first_at') end
    returning cause`);
  return rows[0]?.cause ?? null;
}

export async function findJobFailure(db: Sql, job: string): Promise<unknown> {
  const rows = await db.query<{ cause: unknown }>(
    sql`select cause from job_failures where job = ${job}::text`,
  );
  return rows[0]?.cause ?? null;
}

export async function forgetJobFailure(db: Sql, job: string): Promise<void> {
  await db.query(sql`delete from job_failures where job = ${job}::text`);
}

/** Deletes records without a change for this long, at most `limit` rows; returns how many. */
export async function deleteOldJobFailures(db: Sql, p: { days: number; limit: number }): Promise<number> {
  const rows = await db.query(sql`
    delete from job_failures where job in (
      select job from job_failures where updated_at < now() - make_interval(days => ${p.days}::int)
      limit ${p.limit}::int)
    returning job`);
  return rows.length;
}
