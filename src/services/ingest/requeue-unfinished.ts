import type { ServiceContext } from '../../context.ts';
import { openDueRuns, reopenStalledRuns, type StalledRuns } from '../../db/queries/due-runs.ts';
import { findUnfinishedTracks } from '../../db/queries/embeddings.ts';
import type { Job } from '../../lib/jobs.ts';
import { enqueueTrackWork } from '../analysis/enqueue-track-work.ts';
import { finishRun } from './finish-run.ts';

/** Work without a change for this long has lost its message. */
const IDLE_MS = 10 * 60_000;
const MAX_RUNS = 50;
/** Enough for eleven slots at one request per second; the rest waits for later slots. */
const MAX_SONGS = 10_000;
const TRACKS_A_PAGE = 5000;
/** 200 sends, with two messages per track. */
const MAX_TRACKS = 10_000;
const MAX_ARTISTS = 100;

type Context = Pick<ServiceContext, 'sql' | 'queues' | 'config'>;

/** Opens a run for every watched artist that is due; returns how many were opened. */
export async function enqueueDueArtists(ctx: Context): Promise<number> {
  const runs = await openDueRuns(ctx.sql, MAX_ARTISTS);
  await ctx.queues.ingest.send(runs.map((id) => ({ type: 'artist.list', run_id: id })));
  return runs.length;
}

/** Resumes parked runs that are due, or with `isEarly` all of them, and runs whose messages were lost; returns how many. */
export async function resumeRuns(
  ctx: Context,
  { idleMs = IDLE_MS, isEarly = false }: { idleMs?: number; isEarly?: boolean } = {},
): Promise<number> {
  return takeUp(ctx, { runId: null, idleMs, isEarly, maxRuns: MAX_RUNS, maxSongs: MAX_SONGS });
}

/** Resumes a parked run when its delayed message arrives; does nothing if the message is too early. */
export async function resumeParkedRun(ctx: Context, input: { runId: number }): Promise<void> {
  await takeUp(ctx, { runId: input.runId, idleMs: null, isEarly: false, maxRuns: 1, maxSongs: MAX_SONGS });
}

/** Sends the rest of the runs again: their songs, and their listing unless it has finished. */
async function takeUp(ctx: Context, which: StalledRuns): Promise<number> {
  const runs = await reopenStalledRuns(ctx.sql, which);
  const jobs = runs.flatMap(({ id, listed, songs }): Job[] => [
    ...(listed ? [] : [{ type: 'artist.list' as const, run_id: id }]),
    ...songs.map((geniusId) => ({ type: 'song.scrape' as const, run_id: id, genius_id: geniusId })),
  ]);
  await ctx.queues.ingest.send(jobs);
  for (const { id, songs } of runs) if (songs.length === 0) await finishRun(ctx, id);
  return runs.length;
}

/**
 * Sends lost embeddings and analyses again, for at most 10,000 tracks after `afterId`, which limits the time of a
 * call. `next` is where the next call continues; 0 after the last track.
 */
export async function resumeTrackWork(
  ctx: Context,
  { idleMs = IDLE_MS, afterId = 0 }: { idleMs?: number; afterId?: number } = {},
): Promise<{ counts: { sent: number }; next: number }> {
  let sent = 0;
  let lastId = afterId;
  for (let done = 0; done < MAX_TRACKS; done += TRACKS_A_PAGE) {
    const tracks = await findUnfinishedTracks(ctx.sql, { idleMs, afterId: lastId, limit: TRACKS_A_PAGE });
    sent += await enqueueTrackWork(ctx, tracks);
    if (tracks.length < TRACKS_A_PAGE) return { counts: { sent }, next: 0 };
    lastId = tracks.at(-1)?.id ?? lastId;
  }
  return { counts: { sent }, next: lastId };
}
