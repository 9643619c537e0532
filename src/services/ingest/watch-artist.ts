import type { ServiceContext } from '../../context.ts';
import { upsertArtist } from '../../db/queries/artist-identity.ts';
import { watchArtist as markWatched } from '../../db/queries/artists.ts';
import { openRun, type RunTrigger } from '../../db/queries/runs.ts';
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

/** Puts an artist on the watch list and opens a run now, unless one is already open. */
export async function watchArtist(
  ctx: Pick<ServiceContext, 'sql' | 'queues' | 'actor'>,
  input: WatchArtistInput,
) {
  requireScope(ctx.actor, 'ingest:write');
  const artist = await upsertArtist(ctx.sql, { name: input.name.trim(), geniusId: input.geniusId });
  await markWatched(ctx.sql, { id: artist.id, priority: input.priority });
  const { run, opened } = await openRun(ctx.sql, {
    artistId: artist.id,
    trigger: input.trigger,
    songLimit: input.songLimit,
  });
  if (opened) await ctx.queues.ingest.send([{ type: 'artist.list', run_id: run.id }]);
  return { artist_id: artist.id, run: toRunDto(run), opened };
}
