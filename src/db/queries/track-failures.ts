import type { FailureCause } from '../../lib/failure-cause.ts';
import { type Sql, sql } from '../client.ts';
import { toStorableJson } from '../storable.ts';

/** The kinds of work that a track may wait for. */
export type TrackWorkKind = 'embedding' | 'analysis';

const columns = {
  embedding: {
    status: sql`embedding_status`,
    error: sql`embedding_error`,
    nextTry: sql`embedding_next_try_at`,
  },
  analysis: { status: sql`analysis_status`, error: sql`analysis_error`, nextTry: sql`analysis_next_try_at` },
} as const;

/** When failed work is retried: after as long as it has been failing, within these bounds; null: never. */
export type RetryPause = { minMs: number; maxMs: number } | null;

/**
 * Stores that work on a track failed, unless it was finished in the meantime: the cause, including the count and first
 * time of earlier failures, and the next retry, delayed by up to a fifth so that retries are spread out.
 */
export async function failTrackWork(
  db: Sql,
  p: { trackId: number; work: TrackWorkKind; cause: FailureCause; pause: RetryPause },
): Promise<void> {
  const { status, error, nextTry } = columns[p.work];
  const cause = toStorableJson(p.cause);
  const failingMs = sql`extract(epoch from now() - coalesce((${error} ->> 'first_at')::timestamptz, now())) * 1000`;
  const pauseMs =
    p.pause === null
      ? sql`null`
      : sql`least(greatest(${failingMs}, ${p.pause.minMs}::float8), ${p.pause.maxMs}::float8) * (1 + random() / 5)`;
  await db.query(sql`
    update tracks set ${status} = 'failed',
      ${error} = ${cause}::jsonb || jsonb_build_object(
        'attempts', coalesce((${error} ->> 'attempts')::int, 0) + ${p.cause.attempts}::int,
        'first_at', coalesce(${error} ->> 'first_at', ${p.cause.first_at}::text)),
      ${nextTry} = now() + ${pauseMs} * interval '1 millisecond', updated_at = now()
    where id = ${p.trackId}::int and ${status} in ('pending', 'failed')`);
}

/**
 * Sets failed work that is due back to waiting (`pending`), the longest overdue first; with `due` false, all work that
 * is ever retried. The failure stays recorded until the work is done. Returns how many.
 */
export async function retryFailedWork(
  db: Sql,
  p: { work: TrackWorkKind; due: boolean; limit: number },
): Promise<number> {
  const { status, nextTry } = columns[p.work];
  const rows = await db.query(sql`
    update tracks set ${status} = 'pending', ${nextTry} = null
    where id in (
      select id from tracks
      where ${status} = 'failed' and ${nextTry} is not null and (not ${p.due}::boolean or ${nextTry} <= now())
      order by ${nextTry} limit ${p.limit}::int for update skip locked)
    returning id`);
  return rows.length;
}
