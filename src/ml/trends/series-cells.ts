import type { ArtistSums } from './artist-sums.ts';
import { NO_VALUE, type PackedSongs, type StoredMeasure } from './packed-songs.ts';
import type { Series } from './series.ts';
import type { TimeBins } from './time-bins.ts';

/** Songs in their cells: those of one artist in one bin. Found once for all series. */
export interface PlacedSongs {
  readonly songs: PackedSongs;
  readonly bins: number;
  /** Artists with a song in a bin. */
  readonly artists: readonly number[];
  /** Songs in the bins. */
  readonly count: number;
  /** Songs by cell: those of the nth cell are from `starts[n]` to before `starts[n + 1]`. */
  readonly order: Int32Array;
  readonly starts: Int32Array;
  /** Place of each cell's artist among `artists`, in order, and its bin. */
  readonly cellArtist: Int32Array;
  readonly cellBin: Int16Array;
}

/** Finds the cell of each song. */
export function placeSongs(songs: PackedSongs, time: TimeBins): PlacedSongs {
  const bins = time.bins.length;
  const places = new Map<number, number>();
  const cellOf = new Int32Array(songs.count).fill(-1);
  for (let song = 0; song < songs.count; song++) {
    const bin = time.binOf(songs.days[song] ?? 0, songs.precisions[song] ?? 0);
    if (bin < 0) continue;
    const artist = songs.artistIds[song] ?? 0;
    const place = places.get(artist) ?? places.size;
    places.set(artist, place);
    cellOf[song] = place * bins + bin;
  }
  const { order, ends } = sortByCell(cellOf, places.size * bins);
  const cells = [...ends.keys()].filter((cell) => (ends[cell] ?? 0) > (ends[cell - 1] ?? 0));
  return {
    songs,
    bins,
    artists: [...places.keys()],
    count: order.length,
    order,
    starts: Int32Array.from([...cells.map((cell) => ends[cell - 1] ?? 0), order.length]),
    cellArtist: Int32Array.from(cells, (cell) => Math.floor(cell / bins)),
    cellBin: Int16Array.from(cells, (cell) => cell % bins),
  };
}

/** Songs in the order of their cells, by counting: those of the nth end before `ends[n]`, where the next begins. */
function sortByCell(cellOf: Int32Array, cells: number): { order: Int32Array; ends: Int32Array } {
  const ends = new Int32Array(cells);
  for (const cell of cellOf) if (cell >= 0) ends[cell] = (ends[cell] ?? 0) + 1;
  let total = 0;
  for (let cell = 0; cell < cells; cell++) {
    const count = ends[cell] ?? 0;
    ends[cell] = total;
    total += count;
  }
  const order = new Int32Array(total);
  for (let song = 0; song < cellOf.length; song++) {
    const cell = cellOf[song] ?? -1;
    if (cell < 0) continue;
    const at = ends[cell] ?? 0;
    order[at] = song;
    ends[cell] = at + 1;
  }
  return { order, ends };
}

/** What each song has in a series; of a theme 1 or 0. */
export function columnOf(songs: PackedSongs, { source }: Series): StoredMeasure {
  if (source.kind === 'measure') return songs.measures[source.name];
  const values = new Int16Array(songs.count);
  for (let song = 0; song < songs.count; song++) {
    const bits = songs.themeBits[song] ?? -1;
    values[song] = bits < 0 ? NO_VALUE : (bits & source.bit) === 0 ? 0 : 1;
  }
  return { values, scale: 1 };
}

/** What each artist adds to each bin of a series. */
export function sumsOf(placed: PlacedSongs, column: StoredMeasure): ArtistSums {
  const { bins, cellArtist, cellBin } = placed;
  const bin = new Int32Array(cellBin.length);
  const songs = new Float64Array(cellBin.length);
  const sum = new Float64Array(cellBin.length);
  const artists: number[] = [];
  const firsts: number[] = [];
  let [cells, latest] = [0, -1];
  for (let cell = 0; cell < cellBin.length; cell++) {
    const added = addUp(placed, column, cell);
    if (added.songs === 0) continue;
    const place = cellArtist[cell] ?? 0;
    if (place !== latest) {
      latest = place;
      artists.push(placed.artists[place] ?? 0);
      firsts.push(cells);
    }
    bin[cells] = cellBin[cell] ?? 0;
    songs[cells] = added.songs;
    sum[cells++] = added.sum;
  }
  return {
    ...{ bins, artists, starts: Int32Array.from([...firsts, cells]), scale: column.scale },
    bin: bin.subarray(0, cells),
    songs: songs.subarray(0, cells),
    sum: sum.subarray(0, cells),
  };
}

function addUp({ order, starts }: PlacedSongs, { values }: StoredMeasure, cell: number) {
  let [songs, sum] = [0, 0];
  for (let at = starts[cell] ?? 0; at < (starts[cell + 1] ?? 0); at++) {
    const value = values[order[at] ?? 0] ?? NO_VALUE;
    if (value === NO_VALUE) continue;
    songs += 1;
    sum += value;
  }
  return { songs, sum };
}
