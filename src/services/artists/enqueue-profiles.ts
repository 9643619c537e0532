import type { ServiceContext } from '../../context.ts';
import { findStaleArtists } from '../../db/queries/artist-songs.ts';

/** As many as a slot of the schedule can hold. */
const MAX_ARTISTS = 500;
const MAX_MESSAGES = 100;

/** Sends the artists whose profile is missing or out of date; answers how many. */
export async function enqueueProfiles(ctx: Pick<ServiceContext, 'sql' | 'queues'>): Promise<number> {
  const ids = await findStaleArtists(ctx.sql, { afterId: 0, limit: MAX_ARTISTS });
  for (let at = 0; at < ids.length; at += MAX_MESSAGES) {
    const jobs = ids
      .slice(at, at + MAX_MESSAGES)
      .map((id) => ({ type: 'artist.profile', artist_id: id }) as const);
    await ctx.queues.analysis.send(jobs);
  }
  return ids.length;
}
