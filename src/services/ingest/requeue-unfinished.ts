import type { ServiceContext } from '../../context.ts';
import { openDueRuns, reopenStalledRuns, type StalledRuns } from '../../db/queries/due-runs.ts';
import { findUnfinishedTracks } from '../../db/queries/embeddings.ts';
import type { Job } from '../../lib/jobs.ts';
import { enqueueTrackWork } from '../analysis/enqueue-track-work.ts';
import { finishRun } from './finish-run.ts';

/** Work that nobody touched for this long was lost with its message. */
const IDLE_MS = 10 * 60_000;
const MAX_RUNS = 50;
/** Eleven slots at one request a second; what is left waits for its time. */
const MAX_SONGS = 10_000;
const TRACKS_A_PAGE = 5000;
/** With two messages a track, 200 sends. */
const MAX_TRACKS = 10_000;
const MAX_ARTISTS = 100;

type Context = Pick<ServiceContext, 'sql' | 'queues' | 'config'>;

/** Opens a run for every watched artist whose time has come; answers how many were opened. */
export async function enqueueDueArtists(ctx: Context): Promise<number> {
  const runs = await openDueRuns(ctx.sql, MAX_ARTISTS);
  await ctx.queues.ingest.send(runs.map((id) => ({ type: 'artist.list', run_id: id })));
  return runs.length;
}

/** Takes up parked runs whose time has come and runs whose messages were lost; answers how many. */
export async function resumeRuns(ctx: Context, idleMs = IDLE_MS): Promise<number> {
  return takeUp(ctx, { runId: null, idleMs, maxRuns: MAX_RUNS, maxSongs: MAX_SONGS });
}

/** Takes up a parked run when the message comes that was sent for its time; does nothing if it came too early. */
export async function resumeParkedRun(ctx: Context, input: { runId: number }): Promise<void> {
  await takeUp(ctx, { runId: input.runId, idleMs: null, maxRuns: 1, maxSongs: MAX_SONGS });
}

/** Sends again what is left of runs: their songs, and their listing unless that is over. */
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
 * Sends embeddings and analyses again that were lost, of at most 10,000 tracks after `afterId`, which keeps the time
 * of a call bounded. `next` is where the next call goes on; 0 once the last track was reached.
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
