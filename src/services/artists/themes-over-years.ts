import { countsOf } from '../../ml/statistics.ts';
import type { ThemesOverYears } from './artist-profile.ts';

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
