import type { ServiceContext } from '../../context.ts';
import { type EnrichmentFilter, findTracksToEnrich, setEnrichment } from '../../db/queries/enrichments.ts';
import { AppError, describeError } from '../../lib/errors.ts';
import { requireScope } from '../../lib/rbac.ts';
import { type EnrichmentOutcome, enrichTrack } from './enrich-track.ts';

export type EnrichmentCounts = Record<Exclude<EnrichmentOutcome, 'off'>, number>;

/** A host that could not be reached is asked for the track again after this time. */
const AGAIN_MS = 60 * 60_000;

/**
 * Searches Spotify for tracks now, one after another at the polite rate, and stops when the host asks to wait. Throws
 * CONFIG_INVALID if Spotify is not configured.
 */
export async function enrichTracks(
  ctx: Pick<ServiceContext, 'sql' | 'spotify' | 'clock' | 'log' | 'metrics' | 'actor'>,
  filter: EnrichmentFilter,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<EnrichmentCounts> {
  requireScope(ctx.actor, 'catalogue:write');
  if (ctx.spotify === null) {
    throw new AppError('CONFIG_INVALID', 'SPOTIFY_CLIENT_ID and SPOTIFY_CLIENT_SECRET are not set.');
  }
  const ids = await findTracksToEnrich(ctx.sql, filter);
  const counts: EnrichmentCounts = { found: 0, missed: 0, parked: 0, failed: 0, settled: 0 };
  for (const [i, trackId] of ids.entries()) {
    const outcome = await enrichOne(ctx, trackId, !filter.missing);
    if (outcome !== 'off') counts[outcome] += 1;
    onProgress(i + 1, ids.length);
    if (outcome === 'parked' && (await ctx.spotify.searchOff()) === null) break;
  }
  return counts;
}

async function enrichOne(
  ctx: Parameters<typeof enrichTrack>[0],
  trackId: number,
  force: boolean,
): Promise<EnrichmentOutcome> {
  try {
    return await enrichTrack(ctx, { trackId, force });
  } catch (error) {
    const note = describeError(error);
    await setEnrichment(ctx.sql, { trackId, status: 'failed', note, nextTryInMs: AGAIN_MS });
    return 'failed';
  }
}
