import type { ServiceContext } from '../../context.ts';
import { findStaleArtists } from '../../db/queries/artist-songs.ts';

/** The number that fits into one slot of the schedule. */
const MAX_ARTISTS = 500;

/**
 * Sends the artists after `afterId` whose profile is missing or outdated, enough for one slot; `next` is where the
 * next call continues, so artists whose profile cannot be made do not block others.
 */
export async function enqueueProfiles(
  ctx: Pick<ServiceContext, 'sql' | 'queues' | 'engineVersion'>,
  afterId = 0,
): Promise<{ counts: { sent: number }; next: number }> {
  const ids = await findStaleArtists(ctx.sql, {
    engineVersion: ctx.engineVersion,
    afterId,
    limit: MAX_ARTISTS,
  });
  await ctx.queues.analysis.send(ids.map((id) => ({ type: 'artist.profile', artist_id: id })));
  return { counts: { sent: ids.length }, next: ids.length < MAX_ARTISTS ? 0 : (ids.at(-1) ?? 0) };
}
