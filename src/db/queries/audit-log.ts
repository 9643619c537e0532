import { type Sql, sql } from '../client.ts';

export interface AuditWrite {
  actor: string;
  /** The operation, as the API or the command line names it. */
  action: string;
  /** What it was done to. */
  subject: string | null;
  /** `done`, or the code of the failure. */
  result: string;
  requestId: string;
  /** Stored as a hash with the salt of the day; null: there is none. */
  address: string | null;
}

export interface AuditRow extends Omit<AuditWrite, 'requestId' | 'address'> {
  id: number;
  request_id: string | null;
  address_hash: string | null;
  created_at: Date;
}

/** Records a write. The salt of a day is made with its first row, of two random UUIDs, and never leaves the database. */
export async function addAuditRow(db: Sql, p: AuditWrite): Promise<void> {
  await db.batch([
    sql`
      insert into audit_salts (day, salt)
      values (current_date, gen_random_uuid()::text || gen_random_uuid()::text) on conflict do nothing`,
    sql`
      insert into audit_log (actor, action, subject, result, request_id, address_hash)
      select ${p.actor}::text, ${p.action}::text, ${p.subject}::text, ${p.result}::text, ${p.requestId}::text,
        encode(sha256(convert_to(salt || ' ' || ${p.address}::text, 'UTF8')), 'hex')
      from audit_salts where day = current_date`,
  ]);
}

/** Records of writes, the latest first. */
export function listAuditRows(
  db: Sql,
  p: { limit: number; beforeId: number | null; actor: string | null; action: string | null },
): Promise<AuditRow[]> {
  return db.query<AuditRow>(sql`
    select id::int as id, actor, action, subject, result, request_id, address_hash, created_at from audit_log
    where (${p.beforeId}::int is null or id < ${p.beforeId}::int)
      and (${p.actor}::text is null or actor = ${p.actor}::text)
      and (${p.action}::text is null or action = ${p.action}::text)
    order by id desc limit ${p.limit}::int`);
}
