import type { ServiceContext } from '../../context.ts';
import {
  dropUnconfirmedSpotifyId,
  findTrackToEnrich,
  setEnrichment,
  storeAudioFeatures,
  storeSpotifyMatch,
  type TrackToEnrich,
} from '../../db/queries/enrichments.ts';
import { judgeFailure } from '../../lib/source-failure.ts';
import { isExplicitText } from '../../lyrics/explicit/is-explicit-text.ts';
import type { FoundTrack, SpotifySource } from '../../sources/spotify/source.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A song that Spotify does not have may be released there later. */
const MISS_MS = 30 * DAY_MS;
const FAILED_MS = DAY_MS;

type Context = Pick<ServiceContext, 'sql' | 'spotify' | 'clock' | 'log' | 'metrics'>;

/** `settled`: nothing was due; `off`: Spotify is not configured. */
export type EnrichmentOutcome = 'found' | 'missed' | 'parked' | 'failed' | 'settled' | 'off';

/**
 * Finds the track on Spotify and stores its metadata and audio features. A miss is stored for 30 days; with `force`,
 * settled tracks are searched again too. `attempt` counts the deliveries of the message, from 1. Throws only failures
 * for which an immediate retry may help.
 */
export async function enrichTrack(
  ctx: Context,
  input: { trackId: number; force?: boolean; attempt?: number },
): Promise<EnrichmentOutcome> {
  const { spotify } = ctx;
  if (spotify === null) return 'off';
  const track = await findTrackToEnrich(ctx.sql, input.trackId);
  if (track === null || (!track.due && input.force !== true)) return 'settled';
  const outcome = await ask(ctx, spotify, track, input.attempt ?? 1);
  ctx.metrics.count('barline_enrichments_total', { outcome });
  return outcome;
}

async function ask(
  ctx: Context,
  spotify: SpotifySource,
  track: TrackToEnrich,
  attempt: number,
): Promise<EnrichmentOutcome> {
  try {
    return await findAndStore(ctx, spotify, track);
  } catch (error) {
    const failure = judgeFailure(error, { nowMs: ctx.clock.now(), attempt });
    if (failure.action === 'retry') throw failure.error;
    const [status, nextTryInMs] =
      failure.action === 'park' ? (['parked', failure.waitMs] as const) : (['failed', FAILED_MS] as const);
    await setEnrichment(ctx.sql, { trackId: track.id, status, note: failure.reason, nextTryInMs });
    return status;
  }
}

async function findAndStore(
  ctx: Context,
  spotify: SpotifySource,
  track: TrackToEnrich,
): Promise<'found' | 'missed' | 'parked'> {
  const { found, attempts } = await spotify.findTrack({
    title: track.title,
    artists: [track.artist],
    featured: track.featured,
    durationMs: track.duration_ms,
    album: track.album,
    releaseYear: track.release_year,
    explicit: track.explicit ?? isExplicitText(track.lyrics, track.language),
    spotifyTrackId: track.spotify_id,
    isrc: track.isrc,
  });
  const note = attempts.length === 0 ? null : attempts.join('; ');
  if (found === null && (await spotify.searchOff()) !== null) {
    // No search was made, so this is not a miss.
    await setEnrichment(ctx.sql, { trackId: track.id, status: 'parked', note, nextTryInMs: DAY_MS });
    return 'parked';
  }
  if (found === null) {
    await dropUnconfirmedSpotifyId(ctx.sql, track.id);
    await setEnrichment(ctx.sql, { trackId: track.id, status: 'missed', note, nextTryInMs: MISS_MS });
    return 'missed';
  }
  // Stored before the audio features are requested, so that the match is not lost if they have to wait.
  await storeSpotifyMatch(ctx.sql, { ...matchOf(track.id, found) });
  const sound = await spotify.audioFeatures(found.track.spotifyId);
  if (sound !== null) {
    const embedding = spotify.audioEmbedding(sound.features);
    await storeAudioFeatures(ctx.sql, { trackId: track.id, ...sound, embedding });
  }
  await setEnrichment(ctx.sql, { trackId: track.id, status: 'found', note, nextTryInMs: null });
  return 'found';
}

/** Everything in `data` comes from Spotify unchanged, with the link that its terms require next to it. */
function matchOf(trackId: number, { track, matchedBy, score }: FoundTrack) {
  const { spotifyId, album, isrc, durationMs } = track;
  const data = {
    id: spotifyId,
    matched_by: matchedBy,
    external_url: track.externalUrl,
    name: track.name,
    artists: track.artists.map((artist) => ({ id: artist.spotifyId, name: artist.name })),
    album:
      album === null
        ? null
        : {
            id: album.spotifyId,
            name: album.name,
            type: album.type,
            release_date: album.releaseDate?.date ?? null,
            release_date_precision: album.releaseDate?.precision ?? null,
            image_url: album.imageUrl,
          },
    duration_ms: durationMs,
    explicit: track.explicit,
    popularity: track.popularity,
    isrc,
    track_number: track.trackNumber,
    disc_number: track.discNumber,
  };
  return { trackId, spotifyId, data, score, isrc, durationMs };
}
