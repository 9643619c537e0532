import type { ServiceContext } from '../../context.ts';
import { claimDueTracks } from '../../db/queries/enrichments.ts';

/** A claimed track whose message was lost is due again after this time. */
const HOLD_MINUTES = 120;

/** Sends the tracks that are due for a search on Spotify; returns how many. None if Spotify is not configured. */
export async function enqueueEnrichment(
  ctx: Pick<ServiceContext, 'sql' | 'queues' | 'config'>,
  input: { artistId: number | null; limit: number },
): Promise<number> {
  if (ctx.config.spotify === null) return 0;
  const ids = await claimDueTracks(ctx.sql, { ...input, holdMinutes: HOLD_MINUTES });
  await ctx.queues.ingest.send(ids.map((id) => ({ type: 'track.enrich', track_id: id })));
  return ids.length;
}
