import { type Sql, sql } from '../client.ts';

/** Claims a slot of a schedule; false if it was claimed before, as when cron fires twice. */
export async function claimCronSlot(db: Sql, p: { name: string; slot: Date }): Promise<boolean> {
  const rows = await db.query(sql`
    insert into cron_runs (name, slot) values (${p.name}::text, ${p.slot.toISOString()}::timestamptz)
    on conflict do nothing returning name`);
  return rows.length > 0;
}

/** The outcome of the latest finished slot, null if there is none. */
export async function findLastOutcome(db: Sql, name: string): Promise<Record<string, unknown> | null> {
  const rows = await db.query<{ outcome: Record<string, unknown> | null }>(sql`
    select outcome from cron_runs where name = ${name}::text and finished_at is not null
    order by slot desc limit 1`);
  return rows[0]?.outcome ?? null;
}

export async function finishCronSlot(
  db: Sql,
  p: { name: string; slot: Date; outcome: Record<string, unknown> },
): Promise<void> {
  await db.query(sql`
    update cron_runs set finished_at = now(), outcome = ${JSON.stringify(p.outcome)}::jsonb
    where name = ${p.name}::text and slot = ${p.slot.toISOString()}::timestamptz`);
}
