import type { ServiceContext } from '../../context.ts';
import { claimDueTracks } from '../../db/queries/enrichments.ts';

const MAX_MESSAGES = 100;
/** A claimed track whose message was lost is due again after this. */
const HOLD_MINUTES = 120;

/** Sends the tracks that are due to be looked for on Spotify; answers how many. None where it is not configured. */
export async function enqueueEnrichment(
  ctx: Pick<ServiceContext, 'sql' | 'queues' | 'config'>,
  input: { artistId: number | null; limit: number },
): Promise<number> {
  if (ctx.config.spotify === null) return 0;
  const ids = await claimDueTracks(ctx.sql, { ...input, holdMinutes: HOLD_MINUTES });
  for (let i = 0; i < ids.length; i += MAX_MESSAGES) {
    const slice = ids.slice(i, i + MAX_MESSAGES);
    await ctx.queues.ingest.send(slice.map((id) => ({ type: 'track.enrich' as const, track_id: id })));
  }
  return ids.length;
}
