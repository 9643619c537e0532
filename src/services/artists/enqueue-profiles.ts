import type { ServiceContext } from '../../context.ts';
import { findStaleArtists } from '../../db/queries/artist-songs.ts';

/** As many as a slot of the schedule can hold. */
const MAX_ARTISTS = 500;

/**
 * Sends the artists after `afterId` whose profile is missing or out of date, a slot's worth; `next` is where the next call
 * goes on, so that artists whose profile cannot be made hold up nobody.
 */
export async function enqueueProfiles(
  ctx: Pick<ServiceContext, 'sql' | 'queues'>,
  afterId = 0,
): Promise<{ counts: { sent: number }; next: number }> {
  const ids = await findStaleArtists(ctx.sql, { afterId, limit: MAX_ARTISTS });
  await ctx.queues.analysis.send(ids.map((id) => ({ type: 'artist.profile', artist_id: id })));
  return { counts: { sent: ids.length }, next: ids.length < MAX_ARTISTS ? 0 : (ids.at(-1) ?? 0) };
}
