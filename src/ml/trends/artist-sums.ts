import type { Cell } from './types.ts';

/** Cells by artist, in arrays: a resample walks through all of them. */
export interface ArtistSums {
  bins: number;
  artists: readonly number[];
  /** For each cell: the position of its artist in `artists`. */
  owner: Int32Array;
  bin: Int32Array;
  songs: Float64Array;
  sum: Float64Array;
}

export interface BinSums {
  songs: Float64Array;
  sum: Float64Array;
}

/** Cells outside the bins and cells without songs are left out. */
export function artistSums(cells: readonly Cell[], bins: number): ArtistSums {
  const kept = cells.filter(({ bin, songs }) => bin >= 0 && bin < bins && songs > 0);
  const artists = [...new Set(kept.map(({ artist }) => artist))].sort((a, b) => a - b);
  const places = new Map(artists.map((artist, place) => [artist, place]));
  return {
    bins,
    artists,
    owner: Int32Array.from(kept, ({ artist }) => places.get(artist) ?? 0),
    bin: Int32Array.from(kept, ({ bin }) => bin),
    songs: Float64Array.from(kept, ({ songs }) => songs),
    sum: Float64Array.from(kept, ({ sum }) => sum),
  };
}

/** Songs and sum of each bin when every artist counts `weights` times. */
export function binSums(sums: ArtistSums, weights: ArrayLike<number>): BinSums {
  const total = { songs: new Float64Array(sums.bins), sum: new Float64Array(sums.bins) };
  for (let cell = 0; cell < sums.owner.length; cell++) {
    const weight = weights[sums.owner[cell] ?? 0] ?? 0;
    if (weight === 0) continue;
    const bin = sums.bin[cell] ?? 0;
    total.songs[bin] = (total.songs[bin] ?? 0) + weight * (sums.songs[cell] ?? 0);
    total.sum[bin] = (total.sum[bin] ?? 0) + weight * (sums.sum[cell] ?? 0);
  }
  return total;
}

/** The bins that have songs, and their values. */
export function seriesOf({ songs, sum }: BinSums): { times: number[]; values: number[] } {
  const times: number[] = [];
  const values: number[] = [];
  for (const [bin, count] of songs.entries()) {
    if (count === 0) continue;
    times.push(bin);
    values.push((sum[bin] ?? 0) / count);
  }
  return { times, values };
}
