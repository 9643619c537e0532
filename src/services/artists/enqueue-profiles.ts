import type { ServiceContext } from '../../context.ts';
import { findStaleArtists } from '../../db/queries/artist-songs.ts';

/** As many as a slot of the schedule can hold. */
const MAX_ARTISTS = 500;

/** Sends the artists whose profile is missing or out of date; answers how many. */
export async function enqueueProfiles(ctx: Pick<ServiceContext, 'sql' | 'queues'>): Promise<number> {
  const ids = await findStaleArtists(ctx.sql, { afterId: 0, limit: MAX_ARTISTS });
  await ctx.queues.analysis.send(ids.map((id) => ({ type: 'artist.profile', artist_id: id })));
  return ids.length;
}
