import type { Artist } from '../../api/types.ts';
import { artistsText, type MeasureName } from '../../text/explore-artists.ts';

/** A number of one artist, and where it stands among all artists. */
export interface MeasuredArtist {
  id: number;
  name: string;
  value: number | null;
  /** 0-1: the share of the other artists below. */
  percentile: number | null;
  /** Artists that were compared. */
  among: number;
}

export interface MeasureRow {
  key: string;
  label: string;
  about: string;
  format: (value: number) => string;
  /** The ends of the scale that all columns share. */
  min: number;
  max: number;
  cells: MeasuredArtist[];
}

export const MEASURE_GROUPS: readonly {
  key: keyof typeof artistsText.groups;
  names: readonly MeasureName[];
}[] = [
  { key: 'vocabulary', names: ['types_in_1000', 'mtld', 'mattr'] },
  {
    key: 'rhyme',
    names: ['rhyme_density', 'end_rhymes', 'internal_rhymes', 'multisyllabic_rhymes', 'malmi'],
  },
  { key: 'flow', names: ['syllables_per_line', 'regularity', 'repeated_lines'] },
  { key: 'feeling', names: ['sentiment_score', 'explicit'] },
  { key: 'craft', names: ['complexity', 'quality'] },
];

/** Scales that end where the measure does; the others end at the greatest value that is shown. */
const FULL: Readonly<Record<string, readonly [number, number]>> = {
  sentiment_score: [-1, 1],
  explicit: [0, 1],
  regularity: [0, 1],
  mattr: [0, 1],
  end_rhymes: [0, 1],
  repeated_lines: [0, 1],
};

function scaleOf(name: string, cells: readonly MeasuredArtist[]): { min: number; max: number } {
  const full = FULL[name];
  if (full !== undefined) return { min: full[0], max: full[1] };
  return { min: 0, max: Math.max(1e-9, ...cells.map(({ value }) => value ?? 0)) };
}

/** One measure of all artists on one scale. */
export function measureRow(name: MeasureName, artists: readonly Artist[]): MeasureRow {
  const cells = artists.map(({ id, name: artist, percentiles }): MeasuredArtist => {
    const found = percentiles.find(({ measure }) => measure === name);
    return {
      id,
      name: artist,
      value: found?.value ?? null,
      percentile: found?.percentile ?? null,
      among: found?.artists ?? 0,
    };
  });
  return { key: name, ...artistsText.measures[name], ...scaleOf(name, cells), cells };
}

const THEMES_SHOWN = 8;

/** The themes that one of the artists sings of most, each as the share of his songs. */
export function themeRows(artists: readonly Artist[]): MeasureRow[] {
  const shareOf = ({ profile }: Artist, theme: string): number | null =>
    profile === null ? null : (profile.themes.shares.find(({ value }) => value === theme)?.share ?? 0);
  const themes = new Set(
    artists.flatMap(({ profile }) => profile?.themes.shares.map(({ value }) => value) ?? []),
  );
  const rows = Array.from(
    themes,
    (theme): MeasureRow => ({
      key: theme,
      label: artistsText.theme(theme),
      about: artistsText.themeAbout(theme),
      format: artistsText.share,
      min: 0,
      max: 1,
      cells: artists.map((artist) => ({
        id: artist.id,
        name: artist.name,
        value: shareOf(artist, theme),
        percentile: null,
        among: 0,
      })),
    }),
  );
  const most = ({ cells }: MeasureRow): number => Math.max(...cells.map(({ value }) => value ?? 0));
  return rows.toSorted((a, b) => most(b) - most(a) || a.label.localeCompare(b.label)).slice(0, THEMES_SHOWN);
}

/** The years that any of the artists released songs in, without gaps; empty without a dated song. */
export function yearsOf(artists: readonly Artist[]): number[] {
  const years = artists.flatMap(({ profile }) => profile?.themes.years.map(({ year }) => year) ?? []);
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, i) => first + i);
}

/** The share of an artist's songs of each year that are about a theme; null for a year without songs. */
export function themeOverYears(
  { profile }: Artist,
  theme: string,
  years: readonly number[],
): (number | null)[] {
  const byYear = new Map(profile?.themes.years.map((one) => [one.year, one.shares] as const) ?? []);
  return years.map((year) => {
    const shares = byYear.get(year);
    return shares === undefined ? null : (shares.find(({ value }) => value === theme)?.share ?? 0);
  });
}
