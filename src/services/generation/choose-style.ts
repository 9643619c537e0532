import type { ArtistAsked, StyleRows } from '../../db/queries/writing-sources.ts';
import { AppError } from '../../lib/errors.ts';

/** With fewer songs a profile is that of a song, not of an artist. */
export const MIN_STYLE_SONGS = 3;
/** Ids are Postgres integers. */
const MAX_ID = 2_147_483_647;

/** An artist by id, or by name; digits may be either, and a name comes first. */
export function artistAsked(given: string | number): ArtistAsked {
  if (typeof given === 'number') return { name: null, id: given };
  const id = /^\d{1,10}$/.test(given.trim()) ? Number(given) : null;
  return { name: given.trim(), id: id !== null && id <= MAX_ID ? id : null };
}

const englishSongs = ({ songs }: StyleRows): number => songs.filter((song) => song.is_english).length;

/** Whether the style of an artist can be measured. */
export const hasEnoughSongs = (rows: StyleRows): boolean => englishSongs(rows) >= MIN_STYLE_SONGS;

/** Throws NOT_FOUND with the nearest names. */
export function requireArtist({ artist }: StyleRows, asked: ArtistAsked, path: string): void {
  if (artist.id !== null) return;
  const near = artist.near.length === 0 ? '' : ` Did you mean ${artist.near.join(', ')}?`;
  const errors = artist.near.map((name) => ({ path, code: 'near_name', message: name }));
  throw new AppError('NOT_FOUND', `There is no artist ${asked.name ?? asked.id}.${near}`, { errors });
}

/** Throws NOT_FOUND with the nearest names, and INFEASIBLE if too few songs can be measured. */
export function requireStyle(rows: StyleRows, asked: ArtistAsked, path: string): void {
  requireArtist(rows, asked, path);
  if (hasEnoughSongs(rows)) return;
  const english = englishSongs(rows);
  const { artist } = rows;
  const foreign = artist.songs > english ? `, of ${artist.songs} with lyrics` : '';
  const message = `${artist.name} has ${english} English songs${foreign}; a style needs at least ${MIN_STYLE_SONGS}.`;
  throw new AppError('INFEASIBLE', message, {
    reason: 'style',
    errors: [{ path, code: 'style', message }],
  });
}
