import type { ServiceContext } from '../../context.ts';
import { upsertArtist } from '../../db/queries/artist-identity.ts';
import { watchArtist as markWatched } from '../../db/queries/artists.ts';
import { openRun, type RunTrigger } from '../../db/queries/runs.ts';
import { isTakenDown } from '../../lib/database-refusal.ts';
import { AppError } from '../../lib/errors.ts';
import { sendOrLeave } from '../../lib/job-queue.ts';
import { requireScope } from '../../lib/rbac.ts';
import { toRunDto } from './run-dto.ts';

/** Watched artists are listed again after this time. */
export const SCRAPE_EVERY_HOURS = 24;

export interface WatchArtistInput {
  name: string;
  geniusId: number | null;
  priority: number | null;
  songLimit: number | null;
  trigger: RunTrigger;
}

async function watchUnlessTakenDown(
  ctx: Pick<ServiceContext, 'sql'>,
  artist: { id: number; priority: number | null },
): Promise<void> {
  try {
    await markWatched(ctx.sql, artist);
  } catch (error) {
    if (isTakenDown(error)) throw new AppError('CONFLICT', 'The artist was taken down.', { cause: error });
    throw error;
  }
}

/**
 * Puts an artist on the watch list and opens a run now, unless one is already open; the schedule begins it if the queue
 * is down. Throws CONFLICT if the artist was taken down.
 */
export async function watchArtist(
  ctx: Pick<ServiceContext, 'sql' | 'queues' | 'actor' | 'log'>,
  input: WatchArtistInput,
) {
  requireScope(ctx.actor, 'ingest:write');
  const artist = await upsertArtist(ctx.sql, { name: input.name.trim(), geniusId: input.geniusId });
  await watchUnlessTakenDown(ctx, { id: artist.id, priority: input.priority });
  const { run, opened } = await openRun(ctx.sql, {
    artistId: artist.id,
    trigger: input.trigger,
    songLimit: input.songLimit,
  });
  if (opened) {
    const jobs = [{ type: 'artist.list' as const, run_id: run.id }];
    await sendOrLeave(ctx, { run_id: run.id }, () => ctx.queues.ingest.send(jobs));
  }
  return { artist_id: artist.id, run: toRunDto(run), opened };
}
