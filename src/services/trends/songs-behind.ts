import type { Series } from '../../ml/trends/series.ts';
import { type PlacedSongs, valueReader } from '../../ml/trends/series-cells.ts';

const SHOWN_SONGS = 3;

export interface SongBehind {
  id: number;
  value: number;
}

/**
 * The songs that show a trend, of different artists: of a rise the latest third's highest, of a fall the latest third's
 * lowest, or of a theme the songs of the first third that still had it. Of equal ones the newest.
 */
export function songsBehind(placed: PlacedSongs, series: Series, slope: number): SongBehind[] {
  const { songs, bin, bins, artistAt, artists } = placed;
  const isTheme = series.source.kind === 'theme';
  const isEarly = slope < 0 && isTheme;
  const sign = slope < 0 && !isEarly ? -1 : 1;
  const [from, to] = isEarly ? [0, bins / 3] : [(2 * bins) / 3, bins];
  const read = valueReader(songs, series);
  const isBefore = (a: number, b: number): boolean => {
    const more = sign * (read(a) - read(b)) || (songs.days[a] ?? 0) - (songs.days[b] ?? 0);
    return (more || (songs.trackIds[b] ?? 0) - (songs.trackIds[a] ?? 0)) > 0;
  };
  const best = new Int32Array(artists.length).fill(-1);
  for (let song = 0; song < bin.length; song++) {
    const at = bin[song] ?? -1;
    if (at < from || at >= to) continue;
    const value = read(song);
    if (Number.isNaN(value) || (isTheme && value === 0)) continue;
    const artist = artistAt[song] ?? 0;
    const former = best[artist] ?? -1;
    if (former < 0 || isBefore(song, former)) best[artist] = song;
  }
  return [...best]
    .filter((song) => song >= 0)
    .sort((a, b) => (isBefore(a, b) ? -1 : 1))
    .slice(0, SHOWN_SONGS)
    .map((song) => ({ id: songs.trackIds[song] ?? 0, value: read(song) }));
}
