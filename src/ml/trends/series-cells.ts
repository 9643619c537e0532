import type { PackedSongs } from './packed-songs.ts';
import type { Series } from './series.ts';
import type { TimeBins } from './time-bins.ts';
import type { Cell } from './types.ts';

/** Songs with their places: the bin of each, -1 outside, and the position of its artist among `artists`. */
export interface PlacedSongs {
  readonly songs: PackedSongs;
  readonly bins: number;
  readonly bin: Int16Array;
  readonly artistAt: Int32Array;
  /** Artists with a song in a bin. */
  readonly artists: readonly number[];
  /** Songs in the bins. */
  readonly count: number;
}

/** Finds the place of each song once for all series. */
export function placeSongs(songs: PackedSongs, time: TimeBins): PlacedSongs {
  const bin = Int16Array.from(songs.days, (day, song) => time.binOf(day, songs.precisions[song] ?? 0));
  const places = new Map<number, number>();
  let count = 0;
  const artistAt = Int32Array.from(songs.artistIds, (artist, song) => {
    if ((bin[song] ?? -1) < 0) return -1;
    count += 1;
    const place = places.get(artist) ?? places.size;
    places.set(artist, place);
    return place;
  });
  return { songs, bins: time.bins.length, bin, artistAt, artists: [...places.keys()], count };
}

/** The value that a song has in a series; NaN without one. */
export function valueReader(songs: PackedSongs, { source }: Series): (song: number) => number {
  if (source.kind === 'measure') {
    const values = songs.measures[source.name];
    return (song) => values[song] ?? Number.NaN;
  }
  const { themeBits } = songs;
  return (song) => {
    const bits = themeBits[song] ?? -1;
    return bits < 0 ? Number.NaN : (bits & source.bit) === 0 ? 0 : 1;
  };
}

/** What each artist adds to each bin of a series. */
export function cellsOf({ songs, bins, bin, artistAt, artists }: PlacedSongs, series: Series): Cell[] {
  const read = valueReader(songs, series);
  const counts = new Int32Array(artists.length * bins);
  const sums = new Float64Array(artists.length * bins);
  for (let song = 0; song < songs.count; song++) {
    const place = artistAt[song] ?? -1;
    if (place < 0) continue;
    const value = read(song);
    if (Number.isNaN(value)) continue;
    const cell = place * bins + (bin[song] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
    sums[cell] = (sums[cell] ?? 0) + value;
  }
  const cells: Cell[] = [];
  for (const [cell, count] of counts.entries()) {
    if (count === 0) continue;
    const artist = artists[Math.floor(cell / bins)] ?? 0;
    cells.push({ artist, bin: cell % bins, songs: count, sum: sums[cell] ?? 0 });
  }
  return cells;
}
