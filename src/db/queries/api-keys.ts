import type { Role } from '../../lib/scopes.ts';
import { type Sql, type Statement, sql } from '../client.ts';

export interface KeyRow {
  /** The order in which keys were made. */
  number: number;
  id: string;
  name: string;
  /** SHA-256 of the whole key, in hexadecimal digits. */
  secret_hash: string;
  role: Role;
  /** The first key of its line. */
  caller: string;
  requests_per_minute: number | null;
  created_by: string;
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
  replaced_by: string | null;
  grace_until: Date | null;
}

const COLUMNS = sql`
  number, id, name, secret_hash, role, coalesce(caller, id) as caller, requests_per_minute, created_by, created_at,
  expires_at, last_used_at, revoked_at, replaced_by, grace_until`;

const inDays = (days: number): Statement => sql`now() + make_interval(days => ${days}::int)`;

/** Neither revoked nor replaced nor expired. */
const STANDS = sql`revoked_at is null and replaced_by is null and expires_at > now()`;

export async function insertKey(
  db: Sql,
  p: {
    id: string;
    name: string;
    secretHash: string;
    role: Role;
    expiresInDays: number;
    requestsPerMinute: number | null;
    createdBy: string;
  },
): Promise<KeyRow | null> {
  const rows = await db.query<KeyRow>(sql`
    insert into api_keys (id, name, secret_hash, role, expires_at, requests_per_minute, created_by)
    values (${p.id}::text, ${p.name}::text, ${p.secretHash}::text, ${p.role}::text, ${inDays(p.expiresInDays)},
      ${p.requestsPerMinute}::int, ${p.createdBy}::text)
    returning ${COLUMNS}`);
  return rows[0] ?? null;
}

export async function findKey(db: Sql, id: string): Promise<KeyRow | null> {
  const rows = await db.query<KeyRow>(sql`select ${COLUMNS} from api_keys where id = ${id}::text`);
  return rows[0] ?? null;
}

/** Keys, the latest first; with `expiringInDays` those that stand and expire within so many days. */
export function listKeys(
  db: Sql,
  p: { limit: number; beforeNumber: number | null; expiringInDays: number | null },
): Promise<KeyRow[]> {
  return db.query<KeyRow>(sql`
    select ${COLUMNS} from api_keys
    where (${p.beforeNumber}::int is null or number < ${p.beforeNumber}::int)
      and (${p.expiringInDays}::int is null or (${STANDS} and expires_at <= ${inDays(p.expiringInDays ?? 0)}))
    order by number desc limit ${p.limit}::int`);
}

/** Revokes a key; one that was revoked before keeps its time. Null if there is none. */
export async function revokeKey(db: Sql, id: string): Promise<KeyRow | null> {
  const rows = await db.query<KeyRow>(sql`
    update api_keys set revoked_at = coalesce(revoked_at, now()) where id = ${id}::text returning ${COLUMNS}`);
  return rows[0] ?? null;
}

/**
 * Replaces a key by another of the same name, role and caller, in one statement. The old one goes on for `graceSeconds`,
 * but never beyond its own expiry. Null if the key does not stand at this moment, or does not expire within
 * `expiringInDays`: of two replacements at once, the second finds it replaced.
 */
export async function replaceKey(
  db: Sql,
  p: {
    id: string;
    newId: string;
    secretHash: string;
    expiresInDays: number;
    graceSeconds: number;
    expiringInDays: number | null;
    createdBy: string;
  },
): Promise<{ old: KeyRow; replacement: KeyRow } | null> {
  const rows = await db.query<KeyRow>(sql`
    with old as (
      update api_keys set replaced_by = ${p.newId}::text,
        grace_until = least(now() + make_interval(secs => ${p.graceSeconds}::int), expires_at)
      where id = ${p.id}::text and ${STANDS}
        and (${p.expiringInDays}::int is null or expires_at <= ${inDays(p.expiringInDays ?? 0)})
      returning *),
    replacement as (
      insert into api_keys (id, name, secret_hash, role, expires_at, requests_per_minute, created_by, caller)
      select ${p.newId}::text, name, ${p.secretHash}::text, role, ${inDays(p.expiresInDays)}, requests_per_minute,
        ${p.createdBy}::text, coalesce(caller, id)
      from old returning *)
    select ${COLUMNS} from old union all select ${COLUMNS} from replacement order by number`);
  const [old, replacement] = rows;
  return old === undefined || replacement === undefined ? null : { old, replacement };
}

/** Notes that a key was used, at most once in `everySeconds`. */
export async function touchKey(db: Sql, p: { id: string; everySeconds: number }): Promise<void> {
  await db.query(sql`
    update api_keys set last_used_at = now()
    where id = ${p.id}::text
      and (last_used_at is null or last_used_at < now() - make_interval(secs => ${p.everySeconds}::int))`);
}

/** Keys that expire within `days` and were not returned by this in the last `everyDays`. */
export function claimExpiryWarnings(
  db: Sql,
  p: { days: number; everyDays: number },
): Promise<Pick<KeyRow, 'id' | 'name' | 'role' | 'expires_at'>[]> {
  return db.query(sql`
    update api_keys set warned_at = now()
    where ${STANDS} and expires_at <= ${inDays(p.days)}
      and (warned_at is null or warned_at <= now() - make_interval(days => ${p.everyDays}::int))
    returning id, name, role, expires_at`);
}
