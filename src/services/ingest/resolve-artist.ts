import type { ServiceContext } from '../../context.ts';
import { bindArtist, rebindArtist } from '../../db/queries/artist-identity.ts';
import type { ArtistRow } from '../../db/queries/artists.ts';

type Context = Pick<ServiceContext, 'sql' | 'genius' | 'log'>;

/**
 * The artist with its Genius id, which is searched for only once. If another row already has that id, this row is
 * another spelling and is merged into it: the other artist is returned. Null if no hit is similar enough.
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

/** Searches again for an artist whose id Genius no longer knows; null if no artist of exactly that name is found. */
export async function resolveAgain(ctx: Context, artist: ArtistRow): Promise<ArtistRow | null> {
  const { id, name, genius_id: formerId } = artist;
  const { artist: hit } = await ctx.genius.findArtist(name);
  if (hit === null || formerId === null || hit.geniusId === formerId) return null;
  if (hit.name.toLowerCase() !== name.toLowerCase()) return null;
  ctx.log.warn('artist has another Genius id', { artist_id: id, from: formerId, to: hit.geniusId });
  return rebindArtist(ctx.sql, { id, formerId, geniusId: hit.geniusId });
}
