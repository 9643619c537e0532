import type { ServiceContext } from '../../context.ts';
import { findDueArtists } from '../../db/queries/artists.ts';
import { findUnfinishedTracks } from '../../db/queries/embeddings.ts';
import { findQueuedItems } from '../../db/queries/run-items.ts';
import { findRun, findStalledRuns, openRun, reopenRun } from '../../db/queries/runs.ts';
import { enqueueTrackWork } from '../analysis/enqueue-track-work.ts';
import { enqueueSongs } from './enqueue-songs.ts';
import { finishRun } from './finish-run.ts';

/** Work that nobody touched for this long was lost with its message. */
const IDLE_MS = 10 * 60_000;
const MAX_RUNS = 50;
/** More than any artist has. */
const MAX_SONGS = 20_000;
const TRACKS_A_PAGE = 1000;
/** With two messages a track, 200 sends: a fifth of what one invocation may ask of others. */
const MAX_TRACKS = 10_000;
const MAX_ARTISTS = 100;

type Context = Pick<ServiceContext, 'sql' | 'queues' | 'config'>;

/** Opens a run for every watched artist whose time has come; answers how many were opened. */
export async function enqueueDueArtists(ctx: Context): Promise<number> {
  const artists = await findDueArtists(ctx.sql, MAX_ARTISTS);
  let opened = 0;
  for (const artist of artists) {
    const result = await openRun(ctx.sql, { artistId: artist.id, trigger: 'cron', songLimit: null });
    if (!result.opened) continue;
    await ctx.queues.ingest.send([{ type: 'artist.list', run_id: result.run.id }]);
    opened += 1;
  }
  return opened;
}

/** Takes up parked runs whose time has come and runs whose messages were lost; answers how many. */
export async function resumeRuns(ctx: Context, idleMs = IDLE_MS): Promise<number> {
  const runs = await findStalledRuns(ctx.sql, { idleMs, limit: MAX_RUNS });
  for (const run of runs) await resumeRun(ctx, run.id);
  return runs.length;
}

/** Takes up a parked run when the message comes that was sent for its time; does nothing if it came too early. */
export async function resumeParkedRun(
  ctx: Context & Pick<ServiceContext, 'clock'>,
  input: { runId: number },
) {
  const run = await findRun(ctx.sql, input.runId);
  if (run?.status !== 'parked' || (run.next_try_at?.getTime() ?? 0) > ctx.clock.now()) return;
  await resumeRun(ctx, run.id);
}

/** Sends again what is left of a run: its songs, and its listing unless that is over. */
async function resumeRun(ctx: Context, runId: number): Promise<void> {
  const songs = await findQueuedItems(ctx.sql, { runId, limit: MAX_SONGS });
  const reopened = await reopenRun(ctx.sql, runId);
  if (reopened === null) return;
  if (!reopened.listed) await ctx.queues.ingest.send([{ type: 'artist.list', run_id: runId }]);
  await enqueueSongs(ctx, runId, songs);
  if (songs.length === 0) await finishRun(ctx, runId);
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
