import type { NamedSongRow, TrendNames } from '../../db/queries/trend-songs.ts';
import type { SeriesTrend } from './contract.ts';
import { carriedWarning } from './trend-sentences.ts';

/** The ids that an answer has to name. */
export function idsIn(series: readonly SeriesTrend[]): { tracks: number[]; artists: number[] } {
  return {
    tracks: [...new Set(series.flatMap(({ songs }) => songs.map(({ id }) => id)))],
    artists: [...new Set(series.flatMap((one) => one.carried_by.map(({ artist_id }) => artist_id)))],
  };
}

/** The series with artists and songs by name; a song that no longer counts is left out. */
export function nameSeries(series: readonly SeriesTrend[], { songs, artists }: TrendNames): SeriesTrend[] {
  const names = new Map(artists.map(({ id, name }) => [id, name]));
  return nameSongs(series, songs).map((one) => {
    const carried = one.carried_by.map((by) => ({ ...by, artist: names.get(by.artist_id) ?? '' }));
    const named = { ...one, carried_by: carried };
    const warning = carriedWarning(named);
    return warning === null ? named : { ...named, warnings: [warning, ...named.warnings] };
  });
}

/** The songs as they are now: those that no longer count are left out. */
export function nameSongs(series: readonly SeriesTrend[], rows: readonly NamedSongRow[]): SeriesTrend[] {
  const known = new Map(rows.map(({ id, ...facts }) => [id, facts]));
  return series.map((one) => ({
    ...one,
    songs: one.songs.flatMap((song) => {
      const facts = known.get(song.id);
      return facts === undefined ? [] : [{ ...song, ...facts }];
    }),
  }));
}
