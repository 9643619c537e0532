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
import type { ArtistProfile } from './artist-profile.ts';
import { refreshProfile } from './refresh-profile.ts';

/** Artists with fewer analysed songs are left out of rankings. */
const MIN_SONGS = 5;
/** With fewer artists a rank has no meaning. */
const MIN_ARTISTS = 5;
const DECIMALS = 4;

type Context = Pick<ServiceContext, 'sql' | 'config' | 'actor'>;

export const noSuchArtist = (id: number) => new AppError('NOT_FOUND', `There is no artist ${id}.`);

/**
 * An artist with the profile of its current songs: a missing or outdated profile is computed first, otherwise this
 * takes one round trip. Percentiles and neighbours are computed among the stored profiles. Throws NOT_FOUND.
 */
export async function getArtist(ctx: Context, input: { id: number; nearest: number }) {
  const query = { ...input, minSongs: MIN_SONGS };
  const found = await findArtist(ctx.sql, query);
  if (found === null) throw noSuchArtist(input.id);
  if (found.artist.is_current) return toDto(ctx, found);
  await refreshProfile(ctx, { artistId: input.id });
  const refreshed = await findArtist(ctx.sql, query);
  if (refreshed === null) throw noSuchArtist(input.id);
  return toDto(ctx, refreshed);
}

function toDto(
  ctx: Context,
  found: { artist: ArtistProfileRow; near: readonly NearArtistRow[]; percentiles: readonly PercentileRow[] },
) {
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
    profile: withoutWords(ctx, artist.profile as ArtistProfile | null),
    percentiles: percentilesOf(artist, found.percentiles),
    nearest_artists: nearestOf(found.near),
  };
}

/** The longest rhyme quotes the text, so its words are removed. */
function withoutWords(ctx: Context, profile: ArtistProfile | null): ArtistProfile | null {
  const longest = profile?.rhyme.longest ?? null;
  if (profile === null || longest === null || mayReadLyrics(ctx)) return profile;
  return { ...profile, rhyme: { ...profile.rhyme, longest: { ...longest, first: '', second: '' } } };
}

function percentilesOf({ measures }: ArtistProfileRow, ranks: readonly PercentileRow[]) {
  const names = Object.keys(measures ?? {});
  return names.map((measure) => {
    const rank = ranks.find((one) => one.measure === measure);
    const artists = rank?.artists ?? 0;
    return {
      measure,
      value: measures?.[measure] ?? 0,
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
