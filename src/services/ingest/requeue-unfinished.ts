import type { ServiceContext } from '../../context.ts';
import { findDueArtists } from '../../db/queries/artists.ts';
import { findUnfinishedTracks } from '../../db/queries/embeddings.ts';
import { findQueuedItems } from '../../db/queries/run-items.ts';
import { findRun, findStalledRuns, openRun, wakeOpenRun } from '../../db/queries/runs.ts';
import { enqueueTrackWork } from '../analysis/enqueue-track-work.ts';
import { enqueueSongs } from './enqueue-songs.ts';
import { finishRun } from './finish-run.ts';

/** Work that nobody touched for this long was lost with its message. */
const IDLE_MS = 10 * 60_000;
const MAX_RUNS = 50;
/** More than any artist has. */
const MAX_SONGS = 20_000;
const MAX_TRACKS = 1000;
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
export async function wakeRun(ctx: Context & Pick<ServiceContext, 'clock'>, input: { runId: number }) {
  const run = await findRun(ctx.sql, input.runId);
  if (run?.status !== 'parked' || (run.next_try_at?.getTime() ?? 0) > ctx.clock.now()) return;
  await resumeRun(ctx, run.id);
}

/** Sends again what is left of a run: its songs, and its listing unless that is over. */
async function resumeRun(ctx: Context, runId: number): Promise<void> {
  const songs = await findQueuedItems(ctx.sql, { runId, limit: MAX_SONGS });
  const woken = await wakeOpenRun(ctx.sql, runId);
  if (woken === null) return;
  if (!woken.listed) await ctx.queues.ingest.send([{ type: 'artist.list', run_id: runId }]);
  await enqueueSongs(ctx, runId, songs);
  if (songs.length === 0) await finishRun(ctx, runId);
}

/** Sends embeddings and analyses again that were lost; answers how many messages. */
export async function resumeTrackWork(ctx: Context, idleMs = IDLE_MS): Promise<number> {
  return enqueueTrackWork(ctx, await findUnfinishedTracks(ctx.sql, { idleMs, limit: MAX_TRACKS }));
}
