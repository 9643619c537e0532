import type { FailureCause } from '../../lib/failure-cause.ts';
import { type Sql, sql } from '../client.ts';
import { toStorableJson } from '../storable.ts';

/** What a track may wait for. */
export type TrackWorkKind = 'embedding' | 'analysis';

const columns = {
  embedding: {
    status: sql`embedding_status`,
    error: sql`embedding_error`,
    nextTry: sql`embedding_next_try_at`,
  },
  analysis: { status: sql`analysis_status`, error: sql`analysis_error`, nextTry: sql`analysis_next_try_at` },
} as const;

/** When failed work is tried again: after as long as it has failed, within these bounds; never where it is null. */
export type RetryPause = { minMs: number; maxMs: number } | null;

/**
 * Stores that work on a track failed, unless it was done meanwhile: the cause, with the tries and the first time of earlier
 * failures, and when it is tried again, up to a fifth later so that not all come at once.
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
 * Lets failed work wait again (`pending`) whose time has come, the longest due first; all that is ever tried again where
 * `due` is false. What failed stays beside it until the work is done. Answers how many.
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
