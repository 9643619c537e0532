import { type Sql, type Statement, sql } from '../client.ts';

/** How often the primary's row is written: a replica that has applied the last beat is at most so far behind. */
export const BEAT_MS = 500;

/** An answer of a replica is at most so old. */
export const MAX_AGE_MS = 1000;

/** Writes the time of the primary into the row that replicas are measured by; several writers share a beat. */
export async function beat(db: Sql): Promise<void> {
  await db.query(sql`
    insert into replication_heartbeat (id, beaten_at) values (true, clock_timestamp())
    on conflict (id) do update set beaten_at = excluded.beaten_at
      where replication_heartbeat.beaten_at < excluded.beaten_at - make_interval(secs => ${BEAT_MS / 2000}::float8)`);
}

export interface BeatAge {
  /** Milliseconds since the last beat that this database has; null: there was none. */
  age_ms: number | null;
}

/**
 * How old the last beat is that a database has applied. What it reads afterwards is at most so old, but for the
 * difference of the two clocks.
 */
export const selectBeatAge: Statement = sql`
  select greatest(0, extract(epoch from clock_timestamp() - max(beaten_at)) * 1000)::float8 as age_ms
  from replication_heartbeat`;

export async function readBeatAge(db: Sql): Promise<number | null> {
  const [row] = await db.query<BeatAge>(selectBeatAge);
  return row?.age_ms ?? null;
}
