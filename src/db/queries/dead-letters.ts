import { type Sql, type Statement, sql } from '../client.ts';
import { toStorableJson } from '../storable.ts';

export interface DeadLetterRow {
  id: number;
  queue: string;
  message_id: string;
  message_type: string | null;
  body: unknown;
  error: string | null;
  /** A `FailureCause`; null for letters stored before causes existed. */
  cause: unknown;
  attempts: number;
  created_at: Date;
  replayed_at: Date | null;
}

const COLUMNS = sql`
  id, queue, message_id, message_type, body, error, cause, attempts, created_at, replayed_at`;

/** Stores a message that failed permanently; a message delivered twice is one row. */
export async function storeDeadLetter(
  db: Sql,
  p: {
    queue: string;
    messageId: string;
    messageType: string | null;
    body: unknown;
    error: string;
    cause: unknown;
    attempts: number;
  },
): Promise<void> {
  await db.query(sql`
    insert into dead_letters (queue, message_id, message_type, body, error, cause, attempts)
    values (${p.queue}::text, ${p.messageId}::text, ${p.messageType}::text,
      ${toStorableJson(p.body)}::jsonb, ${p.error}::text, ${toStorableJson(p.cause)}::jsonb, ${p.attempts}::int)
    on conflict (queue, message_id) do nothing`);
}

/** Selects letters by cause; a null part matches any. */
export interface DeadLetterGroup {
  type: string | null;
  code: string | null;
  upstream: string | null;
}

/** Letters without a stored cause, and messages that are not jobs. */
const CODE = sql`coalesce(cause ->> 'code', 'UNKNOWN')`;
const TYPE = sql`coalesce(message_type, 'none')`;
const UPSTREAM = sql`coalesce(cause ->> 'upstream', 'none')`;

const ofGroup = (p: DeadLetterGroup): Statement => sql`
  (${p.type}::text is null or ${TYPE} = ${p.type}::text)
  and (${p.code}::text is null or ${CODE} = ${p.code}::text)
  and (${p.upstream}::text is null or ${UPSTREAM} = ${p.upstream}::text)`;

export async function listDeadLetters(
  db: Sql,
  p: DeadLetterGroup & { limit: number; beforeId: number | null; open: boolean },
): Promise<DeadLetterRow[]> {
  return db.query<DeadLetterRow>(sql`
    select ${COLUMNS} from dead_letters
    where (${p.beforeId}::int is null or id < ${p.beforeId}::int) and (not ${p.open}::boolean or replayed_at is null)
      and ${ofGroup(p)}
    order by id desc limit ${p.limit}::int`);
}

export interface DeadLetterGroupRow {
  type: string;
  code: string;
  upstream: string;
  count: number;
  first_at: Date;
  last_at: Date;
  /** From the latest letter. */
  message: string | null;
  /** The latest five. */
  example_ids: number[];
}

/** Letters that were not replayed, grouped by cause, the largest group first. */
export async function groupDeadLetters(db: Sql, limit: number): Promise<DeadLetterGroupRow[]> {
  return db.query<DeadLetterGroupRow>(sql`
    select ${TYPE} as type, ${CODE} as code, ${UPSTREAM} as upstream, count(*)::int as count,
      min(coalesce((cause ->> 'first_at')::timestamptz, created_at)) as first_at,
      max(coalesce((cause ->> 'last_at')::timestamptz, created_at)) as last_at,
      (array_agg(error order by id desc))[1] as message, (array_agg(id order by id desc))[1:5] as example_ids
    from dead_letters where replayed_at is null
    group by 1, 2, 3 order by 4 desc, 1, 2, 3 limit ${limit}::int`);
}

/** Marks the oldest letters of a group as replayed and returns them. */
export async function claimDeadLetters(
  db: Sql,
  p: DeadLetterGroup & { limit: number },
): Promise<DeadLetterRow[]> {
  return db.query<DeadLetterRow>(sql`
    update dead_letters set replayed_at = now() where id in (
      select id from dead_letters where replayed_at is null and cause ->> 'code' is distinct from 'NOT_A_JOB'
        and ${ofGroup(p)}
      order by id limit ${p.limit}::int for update skip locked)
    returning ${COLUMNS}`);
}

/** A dead letter that was not replayed. */
export async function findOpenDeadLetter(db: Sql, id: number): Promise<DeadLetterRow | null> {
  const rows = await db.query<DeadLetterRow>(sql`
    select ${COLUMNS} from dead_letters where id = ${id}::int and replayed_at is null`);
  return rows[0] ?? null;
}

/** Marks a dead letter as replayed and returns it; null if it does not exist or was already replayed. */
export async function claimDeadLetter(db: Sql, id: number): Promise<DeadLetterRow | null> {
  const rows = await db.query<DeadLetterRow>(sql`
    update dead_letters set replayed_at = now() where id = ${id}::int and replayed_at is null
    returning ${COLUMNS}`);
  return rows[0] ?? null;
}

/** Reverts the mark for messages that could not be sent. */
export async function releaseDeadLetters(db: Sql, ids: readonly number[]): Promise<void> {
  await db.query(sql`update dead_letters set replayed_at = null where id = any (${ids}::int[])`);
}
