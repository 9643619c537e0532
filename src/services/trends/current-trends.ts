import { seeded } from '../../ml/compose/random.ts';
import { adjustBenjaminiHochberg } from '../../ml/trends/benjamini-hochberg.ts';
import type { Step } from '../../ml/trends/format-values.ts';
import type { StoredMeasure } from '../../ml/trends/packed-songs.ts';
import type { Series } from '../../ml/trends/series.ts';
import { columnOf, type PlacedSongs, sumsOf } from '../../ml/trends/series-cells.ts';
import { binLabel, binsAYear, type TimeBins } from '../../ml/trends/time-bins.ts';
import { trendOfSums } from '../../ml/trends/trend-of.ts';
import type { Trend } from '../../ml/trends/types.ts';
import type { SeriesTrend } from './contract.ts';
import { songsBehind } from './songs-behind.ts';
import { changeSentence, effectSentence, halvesSentence, SIGNIFICANT } from './trend-sentences.ts';

export interface SeriesQuestion {
  placed: PlacedSongs;
  time: TimeBins;
  series: readonly Series[];
  /** Whether all songs are of one artist by wish: then artists are not resampled. */
  ofOneArtist: boolean;
}

/** The same songs give the same answer. */
const SEED = 1809;
const RESAMPLES = 199;
/** With fewer songs that have a value, the reader is told. */
const HALF = 0.5;

/** The trend of each series, with p corrected for all of them; artists and songs by id only. */
export function measureTrends(question: SeriesQuestion): SeriesTrend[] {
  const { placed } = question;
  const found = question.series.map((series) => {
    const column = columnOf(placed.songs, series);
    const options = { random: seeded(SEED), resamples: RESAMPLES };
    return { series, column, trend: trendOfSums(sumsOf(placed, column), options) };
  });
  const ps = found.map(({ trend }) => pOf(trend, question.ofOneArtist));
  const adjusted = adjustBenjaminiHochberg(ps);
  return found.map((one, i) =>
    describeTrend(question, { ...one, p: ps[i] ?? null, adjusted: adjusted[i] ?? null }),
  );
}

/** A series that never moves, such as a theme that no song has, is not tested: it would only weaken the correction. */
function pOf({ p, pMannKendall, points }: Trend, ofOneArtist: boolean): number | null {
  const values = new Set(points.flatMap(({ value }) => (value === null ? [] : [value])));
  return values.size < 2 ? null : ofOneArtist ? pMannKendall : p;
}

interface Described {
  series: Series;
  column: StoredMeasure;
  trend: Trend;
  p: number | null;
  adjusted: number | null;
}

function describeTrend(question: SeriesQuestion, described: Described): SeriesTrend {
  const { series, column, trend, p, adjusted } = described;
  const { placed, time } = question;
  const { slope } = trend;
  const perYear = binsAYear(time);
  const yearly = (value: number | null) => (value === null ? null : value * perYear);
  const { name, group, label, unit, about } = series;
  const songs = trend.points.reduce((sum, point) => sum + point.songs, 0);
  const labels = time.bins.map(binLabel);
  const halves = halvesOf(trend);
  const sign = signOf(slope, halves);
  const ends = { first: startOf(labels[0]), last: endOf(labels.at(-1)) };
  return {
    ...{ name, group, label, unit, about },
    songs_measured: songs,
    values: trend.points.map(({ value }) => value),
    lower: trend.points.map(({ lower }) => lower),
    upper: trend.points.map(({ upper }) => upper),
    ...halves,
    direction: sign === null ? null : sign > 0 ? 'rising' : sign < 0 ? 'falling' : 'level',
    significant: adjusted !== null && adjusted <= SIGNIFICANT,
    p,
    p_adjusted: adjusted,
    p_mann_kendall: trend.pMannKendall,
    p_artists: trend.pArtists,
    slope_per_year: yearly(slope),
    slope_lower: yearly(trend.slopeLower),
    slope_upper: yearly(trend.slopeUpper),
    change: trend.change,
    effect: effectOf(trend, series, ends),
    carried_by: trend.carriedBy.map(({ artist, share }) => ({ artist_id: artist, artist: '', share })),
    carried_share: trend.carriedShare,
    change_points: trend.changePoints.map(({ bin, ...levels }) => {
      const text = changeSentence(series, { bin: startOf(labels[bin]), ...levels });
      return { bin: labels[bin] ?? '', ...levels, text };
    }),
    warnings: warningsOf(trend, { songs, counted: placed.count }),
    songs:
      sign === null || sign === 0
        ? []
        : songsBehind(placed, column, { slope: sign, isTheme: series.source.kind === 'theme' }).map(
            (song) => ({
              ...song,
              artist: '',
              title: '',
              release_date: null,
            }),
          ),
  };
}

/** Of a bin of several months or weeks, `2016-01 to 2016-06`: the first; of another its name. */
const startOf = (label = ''): string => label.split(' to ')[0] ?? '';
const endOf = (label = ''): string => label.split(' to ').at(-1) ?? '';

type Halves = Pick<SeriesTrend, 'early' | 'late'>;

/** Means of the songs in the first and in the second half of the bins. */
function halvesOf({ points }: Trend): Halves {
  const middle = points.length / 2;
  const mean = (some: Trend['points']) => {
    const songs = some.reduce((sum, point) => sum + point.songs, 0);
    return songs === 0
      ? null
      : some.reduce((sum, { value, songs: count }) => sum + (value ?? 0) * count, 0) / songs;
  };
  return {
    early: mean(points.filter(({ bin }) => bin < Math.floor(middle))),
    late: mean(points.filter(({ bin }) => bin >= Math.ceil(middle))),
  };
}

/** Of the slope; where that is 0, because most bins hold the same, of the halves. */
function signOf(slope: number | null, { early, late }: Halves): number | null {
  if (slope !== 0 || early === null || late === null) return slope;
  return late - early;
}

function effectOf(trend: Trend, series: Series, ends: { first: string; last: string }): string | null {
  const { slope } = trend;
  const { early, late } = halvesOf(trend);
  if (slope === null) return null;
  if (slope === 0 && early !== null && late !== null) return halvesSentence(series, early, late);
  return effectSentence(series, fittedEnds(trend, slope, series), ends);
}

/** Where the line of the slope begins and ends: through the median of what the slope leaves. */
function fittedEnds({ points }: Trend, slope: number, { range }: Series): Step {
  const left = points
    .flatMap(({ value, bin }) => (value === null ? [] : [value - slope * bin]))
    .sort((a, b) => a - b);
  const middle = left.length / 2;
  const start = ((left[Math.ceil(middle) - 1] ?? 0) + (left[Math.floor(middle)] ?? 0)) / 2;
  const [least, most] = range;
  const inRange = (value: number) => Math.min(Math.max(value, least), most ?? Number.POSITIVE_INFINITY);
  const change = slope * (points.length - 1);
  return { from: inRange(start), to: inRange(start + change), change };
}

function warningsOf(
  { pMannKendall }: Trend,
  { songs, counted }: { songs: number; counted: number },
): string[] {
  const warnings: string[] = [];
  if (songs < HALF * counted) warnings.push(`Only ${songs} of the ${counted} songs have a value.`);
  if (pMannKendall === null) warnings.push('Too few bins hold a value to test it for a trend.');
  return warnings;
}
