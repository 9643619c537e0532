import { type Count, countsOf } from '../../ml/statistics.ts';

export interface ThemesOverYears {
  songs: number;
  undated: number;
  /** Shares of all songs; a song can have several themes, so the shares may add up to more than 1. */
  shares: Count<string>[];
  years: { year: number; songs: number; shares: Count<string>[] }[];
}

/** The number of songs with each theme, in total and for each year that has songs. */
export function themesOverYears(
  songs: readonly { year: number | null; themes: readonly string[] }[],
): ThemesOverYears {
  const shares = (some: typeof songs) =>
    countsOf(
      some.flatMap(({ themes }) => [...new Set(themes)]),
      some.length,
    );
  const dated = songs.filter((song): song is typeof song & { year: number } => song.year !== null);
  const years = [...Map.groupBy(dated, ({ year }) => year)].sort(([a], [b]) => a - b);
  return {
    songs: songs.length,
    undated: songs.length - dated.length,
    shares: shares(songs),
    years: years.map(([year, some]) => ({ year, songs: some.length, shares: shares(some) })),
  };
}
