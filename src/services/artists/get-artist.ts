import type { ServiceContext } from '../../context.ts';
import {
  ARTIST_SPACES,
  type ArtistProfileRow,
  findArtist,
  type NearArtistRow,
  type PercentileRow,
} from '../../db/queries/artist-profiles.ts';
import { AppError } from '../../lib/errors.ts';
import { roundNumbers } from '../../ml/round-numbers.ts';
import { mayReadLyrics } from '../access/lyrics-policy.ts';
import type { ArtistMeasures, ArtistProfile } from './artist-profile.ts';
import { readNewProfile, readProfile, type StoredProfile } from './read-profile.ts';
import { refreshProfile } from './refresh-profile.ts';

/** Artists with fewer analysed songs are left out of rankings. */
const MIN_SONGS = 5;
/** With fewer artists a rank has no meaning. */
const MIN_ARTISTS = 5;
const DECIMALS = 4;

type Context = Pick<ServiceContext, 'sql' | 'config' | 'actor' | 'log' | 'engineVersion'>;

export const noSuchArtist = (id: number) => new AppError('NOT_FOUND', `There is no artist ${id}.`);

interface FoundArtist {
  artist: ArtistProfileRow;
  near: readonly NearArtistRow[];
  percentiles: readonly PercentileRow[];
}

/**
 * An artist with the profile of its current songs: a missing, outdated or unreadable profile is computed first, otherwise
 * this takes one round trip. Percentiles and neighbours are computed among the stored profiles. Throws NOT_FOUND.
 */
export async function getArtist(ctx: Context, input: { id: number; nearest: number }) {
  const found = await find(ctx, input);
  const stored = found.artist.is_current ? readProfile(ctx, found.artist) : null;
  if (stored !== null) return toDto(ctx, found, stored);
  await refreshProfile(ctx, { artistId: input.id });
  const refreshed = await find(ctx, input);
  return toDto(ctx, refreshed, readNewProfile(ctx, refreshed.artist));
}

async function find(ctx: Context, input: { id: number; nearest: number }): Promise<FoundArtist> {
  const found = await findArtist(ctx.sql, {
    ...input,
    engineVersion: ctx.engineVersion,
    minSongs: MIN_SONGS,
  });
  if (found === null) throw noSuchArtist(input.id);
  return found;
}

function toDto(ctx: Context, found: FoundArtist, { profile, measures }: StoredProfile) {
  const { artist } = found;
  return {
    id: artist.id,
    name: artist.name,
    genius_id: artist.genius_id,
    spotify_id: artist.spotify_id,
    url: artist.url,
    image_url: artist.image_url,
    counts: {
      tracks: artist.tracks,
      duplicates: artist.duplicates,
      albums: artist.albums,
      featured_on: artist.featured_on,
    },
    computed_at: artist.computed_at?.toISOString() ?? null,
    is_current: artist.is_current,
    profile: withoutWords(ctx, profile),
    percentiles: percentilesOf(measures, found.percentiles),
    nearest_artists: nearestOf(found.near),
  };
}

/** The longest rhyme quotes the text, so its words are removed. */
function withoutWords(ctx: Context, profile: ArtistProfile): ArtistProfile {
  const { longest } = profile.rhyme;
  if (longest === null || mayReadLyrics(ctx)) return profile;
  return { ...profile, rhyme: { ...profile.rhyme, longest: { ...longest, first: '', second: '' } } };
}

function percentilesOf(measures: ArtistMeasures, ranks: readonly PercentileRow[]) {
  return Object.entries(measures).map(([measure, value]) => {
    const rank = ranks.find((one) => one.measure === measure);
    const artists = rank?.artists ?? 0;
    return {
      measure,
      value,
      percentile:
        rank === undefined || artists < MIN_ARTISTS ? null : roundNumbers(rank.percentile, DECIMALS),
      artists,
    };
  });
}

function nearestOf(rows: readonly NearArtistRow[]) {
  return ARTIST_SPACES.map((by) => {
    const near = rows.filter(({ space }) => space === by);
    return {
      by,
      own_songs: near[0]?.own_songs ?? 0,
      compared: near[0]?.compared ?? 0,
      items: near.map(({ id, name, similarity, songs }) => ({
        id,
        name,
        similarity: roundNumbers(similarity, DECIMALS),
        songs,
      })),
    };
  });
}
