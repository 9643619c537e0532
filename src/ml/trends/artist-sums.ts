import type { Series } from './autocorrelation.ts';
import type { Cell } from './types.ts';

/** Cells by artist, in arrays: a resample walks through all of them. */
export interface ArtistSums {
  bins: number;
  artists: readonly number[];
  /** The cells of the nth artist are those from `starts[n]` to before `starts[n + 1]`. */
  starts: Int32Array;
  /** Of each cell. */
  bin: Int32Array;
  songs: Float64Array;
  sum: Float64Array;
  /** What sums are divided by: whole numbers add up without rounding, so that equal songs make equal bins. */
  scale: number;
}

export interface BinSums {
  songs: Float64Array;
  sum: Float64Array;
}

/** Cells outside the bins and cells without songs are left out. */
export function artistSums(cells: readonly Cell[], bins: number): ArtistSums {
  const kept = cells
    .filter(({ bin, songs }) => bin >= 0 && bin < bins && songs > 0)
    .sort((a, b) => a.artist - b.artist);
  const firsts = [...kept.keys()].filter((cell) => kept[cell]?.artist !== kept[cell - 1]?.artist);
  return {
    bins,
    artists: firsts.map((cell) => kept[cell]?.artist ?? 0),
    starts: Int32Array.from([...firsts, kept.length]),
    bin: Int32Array.from(kept, ({ bin }) => bin),
    songs: Float64Array.from(kept, ({ songs }) => songs),
    sum: Float64Array.from(kept, ({ sum }) => sum),
    scale: 1,
  };
}

/** Songs and sum of each bin. */
export function binSums(sums: ArtistSums): BinSums {
  const total = { songs: new Float64Array(sums.bins), sum: new Float64Array(sums.bins) };
  addCells(total, sums, { from: 0, to: sums.bin.length, times: 1 });
  return total;
}

/** The same without the artists at these places. */
export function binSumsWithout(total: BinSums, sums: ArtistSums, places: readonly number[]): BinSums {
  const left = { songs: total.songs.slice(), sum: total.sum.slice() };
  for (const place of places) {
    const [from = 0, to = 0] = [sums.starts[place], sums.starts[place + 1]];
    addCells(left, sums, { from, to, times: -1 });
  }
  return left;
}

function addCells(
  { songs, sum }: BinSums,
  sums: ArtistSums,
  { from, to, times }: { from: number; to: number; times: number },
): void {
  for (let cell = from; cell < to; cell++) {
    const bin = sums.bin[cell] ?? 0;
    songs[bin] = (songs[bin] ?? 0) + times * (sums.songs[cell] ?? 0);
    sum[bin] = (sum[bin] ?? 0) + times * (sums.sum[cell] ?? 0);
  }
}

/** The bins that have songs, and their values. */
export function seriesOf({ songs, sum }: BinSums, scale: number): Series {
  const times: number[] = [];
  const values: number[] = [];
  for (let bin = 0; bin < songs.length; bin++) {
    const count = songs[bin] ?? 0;
    if (count === 0) continue;
    times.push(bin);
    values.push((sum[bin] ?? 0) / count / scale);
  }
  return { times, values };
}

/** Artists with songs in each bin. */
export function artistsByBin({ bins, starts, bin, artists }: ArtistSums): Int32Array {
  const counts = new Int32Array(bins);
  const latest = new Int32Array(bins).fill(-1);
  for (let place = 0; place < artists.length; place++) {
    for (let cell = starts[place] ?? 0; cell < (starts[place + 1] ?? 0); cell++) {
      const at = bin[cell] ?? 0;
      if (latest[at] === place) continue;
      latest[at] = place;
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return counts;
}
