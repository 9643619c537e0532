import type { ServiceContext } from '../../context.ts';
import {
  findTrendSongs,
  type TrendArtist,
  type TrendFilters,
  type TrendSongs,
} from '../../db/queries/trend-songs.ts';
import { AppError } from '../../lib/errors.ts';
import { chooseBins } from '../../ml/trends/choose-bins.ts';
import { type PackedSongs, unpackSongs } from '../../ml/trends/packed-songs.ts';
import { type PlacedSongs, placeSongs } from '../../ml/trends/series-cells.ts';
import { DAY_MS, type TimeBins } from '../../ml/trends/time-bins.ts';

export interface TrendQuestion {
  filters: TrendFilters;
  /** Length of the window in months, 3 to 120. */
  months: number;
}

/** The songs of a question in their bins. */
export interface GatheredSongs {
  found: TrendSongs;
  /** Null without a dated song. */
  binned: { time: TimeBins; least: number; placed: PlacedSongs; tooCoarse: number } | null;
}

/** Throws NOT_FOUND with the nearest names if the artist of the filter is not known. */
export async function gatherSongs(
  ctx: Pick<ServiceContext, 'sql' | 'clock'>,
  { filters, months }: TrendQuestion,
): Promise<GatheredSongs> {
  const today = new Date(ctx.clock.now()).toISOString().slice(0, 10);
  const found = await findTrendSongs(ctx.sql, { filters, months, today });
  requireArtist(filters.artist, found.artist);
  if (found.newest === null) return { found, binned: null };
  const songs = unpackSongs(bytesOf(found.packed));
  const { time, least } = chooseBins(songs, { months, newest: Date.parse(found.newest) / DAY_MS });
  return {
    found,
    binned: { time, least, placed: placeSongs(songs, time), tooCoarse: countTooCoarse(songs, time) },
  };
}

function countTooCoarse({ days, precisions }: PackedSongs, { bins, binOf }: TimeBins): number {
  const [from, to] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 0];
  let count = 0;
  for (const [song, day] of days.entries())
    if (day >= from && day < to && binOf(day, precisions[song] ?? 0) < 0) count += 1;
  return count;
}

const bytesOf = (base64: string): Uint8Array => {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
};

/** Throws NOT_FOUND with the nearest names. */
export function requireArtist(name: string | null, found: TrendArtist | null): void {
  if (found === null || found.id !== null) return;
  const hint = found.near.length === 0 ? '' : ` Did you mean ${found.near.join(', ')}?`;
  const errors = found.near.map((one) => ({ path: 'body.artist', code: 'near_name', message: one }));
  throw new AppError('NOT_FOUND', `There is no artist ${name}.${hint}`, { errors });
}
