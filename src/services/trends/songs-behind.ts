import { NO_VALUE, type StoredMeasure, valueAt } from '../../ml/trends/packed-songs.ts';
import type { PlacedSongs } from '../../ml/trends/series-cells.ts';

const SHOWN_SONGS = 3;

export interface SongBehind {
  id: number;
  value: number;
}

/**
 * The songs that show a trend, of different artists: of a rise the latest third's highest, of a fall the latest third's
 * lowest, or of a theme the songs of the first third that still had it. Of equal ones the newest.
 */
export function songsBehind(
  placed: PlacedSongs,
  column: StoredMeasure,
  { slope, isTheme }: { slope: number; isTheme: boolean },
): SongBehind[] {
  const { bins, cellArtist, cellBin } = placed;
  const isEarly = slope < 0 && isTheme;
  const isBefore = comparison(placed, column, slope < 0 && !isEarly ? -1 : 1);
  const [from, to] = isEarly ? [0, bins / 3] : [(2 * bins) / 3, bins];
  const least = isTheme ? 1 : NO_VALUE + 1;
  const best = new Map<number, number>();
  for (let cell = 0; cell < cellBin.length; cell++) {
    const at = cellBin[cell] ?? 0;
    if (at < from || at >= to) continue;
    const artist = cellArtist[cell] ?? 0;
    for (let n = placed.starts[cell] ?? 0; n < (placed.starts[cell + 1] ?? 0); n++) {
      const song = placed.order[n] ?? 0;
      if ((column.values[song] ?? NO_VALUE) < least) continue;
      const former = best.get(artist);
      if (former === undefined || isBefore(song, former)) best.set(artist, song);
    }
  }
  return [...best.values()]
    .sort((a, b) => (isBefore(a, b) ? -1 : 1))
    .slice(0, SHOWN_SONGS)
    .map((song) => ({ id: placed.songs.trackIds[song] ?? 0, value: valueAt(column, song) }));
}

/** Whether one song shows the trend better than another. */
function comparison({ songs }: PlacedSongs, { values }: StoredMeasure, sign: number) {
  return (a: number, b: number): boolean => {
    const more = sign * ((values[a] ?? 0) - (values[b] ?? 0)) || (songs.days[a] ?? 0) - (songs.days[b] ?? 0);
    return (more || (songs.trackIds[b] ?? 0) - (songs.trackIds[a] ?? 0)) > 0;
  };
}
