import { toStorableJson } from '../../lib/storable.ts';
import { type Sql, sql } from '../client.ts';

export interface DeadLetterRow {
  id: number;
  queue: string;
  message_id: string;
  message_type: string | null;
  body: unknown;
  error: string | null;
  attempts: number;
  created_at: Date;
  replayed_at: Date | null;
}

const COLUMNS = sql`
  id, queue, message_id, message_type, body, error, attempts, created_at, replayed_at`;

/** Stores a message that failed for good; the same message arriving twice is one row. */
export async function storeDeadLetter(
  db: Sql,
  p: {
    queue: string;
    messageId: string;
    messageType: string | null;
    body: unknown;
    error: string | null;
    attempts: number;
  },
): Promise<void> {
  await db.query(sql`
    insert into dead_letters (queue, message_id, message_type, body, error, attempts)
    values (${p.queue}::text, ${p.messageId}::text, ${p.messageType}::text,
      ${toStorableJson(p.body)}::jsonb, ${p.error}::text, ${p.attempts}::int)
    on conflict (queue, message_id) do nothing`);
}

export async function listDeadLetters(
  db: Sql,
  p: { limit: number; beforeId: number | null; open: boolean },
): Promise<DeadLetterRow[]> {
  return db.query<DeadLetterRow>(sql`
    select ${COLUMNS} from dead_letters
    where (${p.beforeId}::int is null or id < ${p.beforeId}::int) and (not ${p.open}::boolean or replayed_at is null)
    order by id desc limit ${p.limit}::int`);
}

/** A dead letter that was not replayed. */
export async function findOpenDeadLetter(db: Sql, id: number): Promise<DeadLetterRow | null> {
  const rows = await db.query<DeadLetterRow>(sql`
    select ${COLUMNS} from dead_letters where id = ${id}::int and replayed_at is null`);
  return rows[0] ?? null;
}

/** Marks a dead letter as replayed and answers it; null if there is none or it was replayed before. */
export async function claimDeadLetter(db: Sql, id: number): Promise<DeadLetterRow | null> {
  const rows = await db.query<DeadLetterRow>(sql`
    update dead_letters set replayed_at = now() where id = ${id}::int and replayed_at is null
    returning ${COLUMNS}`);
  return rows[0] ?? null;
}

/** Takes back a claim whose message could not be sent. */
export async function releaseDeadLetter(db: Sql, id: number): Promise<void> {
  await db.query(sql`update dead_letters set replayed_at = null where id = ${id}::int`);
}
