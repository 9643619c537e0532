import type { Random } from '../compose/random.ts';
import { type ArtistSums, artistSums, artistsByBin, binSums, seriesOf } from './artist-sums.ts';
import type { Series } from './autocorrelation.ts';
import { type Carriers, carriersOf, seriesWithout, type TotalledSums } from './carriers.ts';
import { changePointsOf } from './change-points.ts';
import {
  joinResamples,
  middleOf,
  pOverArtists,
  type Resamples,
  resampleArtists,
  shareTurned,
} from './resample-artists.ts';
import { theilSenSlope } from './theil-sen.ts';
import { type TrendTest, trendTest } from './trend-test.ts';
import {
  type Cell,
  LEAST_ARTISTS,
  LEAST_BINS,
  type Trend,
  type TrendOptions,
  type TrendPoint,
} from './types.ts';

/** Fewer artists in a bin, or bins in a series, give no interval and no slope. */
const FEW = 3;
/** Enough for intervals: with 39, their ends are the least and the greatest. */
const FIRST_RESAMPLES = 39;
/** No resample can make a series significant that another test leaves above this p. */
const OPEN = 0.1;
/** Nor more of them one of which so many first ones turn: at p .05 a fortieth does. */
const OPEN_TURNED = 0.125;

/** Where a measure goes over time, from the cells of one measure. */
export const trendOf = (cells: readonly Cell[], options: TrendOptions & { bins: number }): Trend =>
  trendOfSums(artistSums(cells, options.bins), options);

/**
 * Where a measure goes over time. A slope is significant only when both tests agree: Mann-Kendall over the bins, and
 * resampling of the artists. Deterministic for a seeded `random`. Resampling takes most of the time, so that all
 * resamples are drawn only where they can still decide.
 */
export function trendOfSums(sums: ArtistSums, { random, resamples }: TrendOptions): Trend {
  const of = { sums, total: binSums(sums) };
  const series = seriesOf(of.total, sums.scale);
  const slope = series.values.length < FEW ? null : theilSenSlope(series.times, series.values);
  const carriers = slope === null ? NO_CARRIERS : carriersOf(of, slope);
  const tests = slope === null ? null : testBins({ of, series, slope, carriers });
  const drawn = drawResamples({ sums, slope, tests }, random, resamples);
  const points = pointsOf(of, drawn);
  if (slope === null) return { ...NOTHING_KNOWN, points };
  const [slopeLower, slopeUpper] = sums.artists.length < FEW ? [null, null] : middleOf(drawn.slopes);
  return {
    points,
    slope,
    slopeLower,
    slopeUpper,
    change: slope * (sums.bins - 1),
    ...pValues({ sums, slope, tests }, drawn),
    ...carriers,
    changePoints: changePointsOf(series),
  };
}

interface BinTests {
  overBins: TrendTest;
  pWithoutCarriers: number;
}

interface Tested {
  sums: ArtistSums;
  slope: number | null;
  /** Null with too few bins. */
  tests: BinTests | null;
}

interface Measured {
  of: TotalledSums;
  series: Series;
  slope: number;
  carriers: Carriers;
}

function testBins({ of, series, slope, carriers }: Measured): BinTests | null {
  if (series.values.length < LEAST_BINS) return null;
  return {
    overBins: trendTest(series, slope),
    pWithoutCarriers: pWithoutCarriers(of, slope, carriers),
  };
}

function drawResamples({ sums, slope, tests }: Tested, random: Random, most: number): Resamples {
  const artists = sums.artists.length;
  const first = resampleArtists(sums, random, artists < FEW ? 0 : Math.min(FIRST_RESAMPLES, most));
  const isOpen =
    artists >= LEAST_ARTISTS &&
    tests !== null &&
    Math.max(tests.overBins.p, tests.pWithoutCarriers) <= OPEN &&
    shareTurned(slope ?? 0, first.slopes) < OPEN_TURNED;
  return isOpen && most > FIRST_RESAMPLES
    ? joinResamples(first, resampleArtists(sums, random, most - FIRST_RESAMPLES))
    : first;
}

function pValues({ sums, slope, tests }: Tested, { slopes }: Resamples) {
  const artists = sums.artists.length;
  const pArtists =
    slope !== null && tests !== null && artists >= LEAST_ARTISTS
      ? Math.max(pOverArtists(slope, slopes, artists), tests.pWithoutCarriers)
      : null;
  return {
    autocorrelation: tests?.overBins.autocorrelation ?? null,
    pMannKendall: tests?.overBins.p ?? null,
    pArtists,
    p: tests === null || pArtists === null ? null : Math.max(tests.overBins.p, pArtists),
  };
}

/** A trend must stand without as many of the artists who carry most of it. */
const LEFT_OUT = 2;

/**
 * Mann-Kendall without the artists who carry most. Noise that all artists share is in every resample, so that the drift
 * of one prolific artist on top of it varies little from resample to resample.
 */
function pWithoutCarriers(of: TotalledSums, slope: number, { carriedBy }: Carriers): number {
  const series = seriesWithout(
    of,
    carriedBy.slice(0, LEFT_OUT).map(({ artist }) => artist),
  );
  const left = theilSenSlope(series.times, series.values) ?? 0;
  return left * slope <= 0 || series.values.length < LEAST_BINS ? 1 : trendTest(series, left).p;
}

const NO_CARRIERS: Carriers = { carriedBy: [], carriedShare: null };

const NOTHING_KNOWN = {
  slope: null,
  slopeLower: null,
  slopeUpper: null,
  change: null,
  autocorrelation: null,
  pMannKendall: null,
  pArtists: null,
  p: null,
  ...NO_CARRIERS,
  changePoints: [],
} satisfies Omit<Trend, 'points'>;

function pointsOf({ sums, total }: TotalledSums, resamples: Resamples): TrendPoint[] {
  const artists = artistsByBin(sums);
  return Array.from({ length: sums.bins }, (_, bin) => {
    const songs = total.songs[bin] ?? 0;
    const known = (artists[bin] ?? 0) >= FEW;
    const [lower, upper] = known ? middleOf(resamples.values[bin] ?? new Float64Array()) : [null, null];
    return {
      bin,
      value: songs === 0 ? null : (total.sum[bin] ?? 0) / songs / sums.scale,
      lower,
      upper,
      songs,
      artists: artists[bin] ?? 0,
    };
  });
}
