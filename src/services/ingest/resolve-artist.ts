import type { ServiceContext } from '../../context.ts';
import { bindArtist, rebindArtist } from '../../db/queries/artist-identity.ts';
import type { ArtistRow } from '../../db/queries/artists.ts';

type Context = Pick<ServiceContext, 'sql' | 'genius' | 'log'>;

/**
 * The artist with its Genius id, which is searched for once. Where another row has that id, this one was another spelling
 * and joins it: the artist that is answered is the other. Null where no hit is near enough.
 */
export async function resolveArtist(
  ctx: Context,
  artist: ArtistRow,
): Promise<{ artist: ArtistRow | null; rejected: number }> {
  if (artist.genius_id !== null) return { artist, rejected: 0 };
  const { artist: hit, rejected } = await ctx.genius.findArtist(artist.name);
  if (hit === null) return { artist: null, rejected };
  return { artist: await bindArtist(ctx.sql, { id: artist.id, geniusId: hit.geniusId }), rejected };
}

/** Searches anew for an artist whose id Genius no longer knows; null where nothing of that very name is found. */
export async function resolveAgain(ctx: Context, artist: ArtistRow): Promise<ArtistRow | null> {
  const { id, name, genius_id: formerId } = artist;
  const { artist: hit } = await ctx.genius.findArtist(name);
  if (hit === null || formerId === null || hit.geniusId === formerId) return null;
  if (hit.name.toLowerCase() !== name.toLowerCase()) return null;
  ctx.log.warn('artist has another Genius id', { artist_id: id, from: formerId, to: hit.geniusId });
  return rebindArtist(ctx.sql, { id, formerId, geniusId: hit.geniusId });
}
