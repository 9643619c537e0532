import { seeded } from '../../src/ml/compose/random.ts';
import { artistSums, binSums, seriesOf } from '../../src/ml/trends/artist-sums.ts';
import type { Series } from '../../src/ml/trends/autocorrelation.ts';
import { trendOf } from '../../src/ml/trends/trend-of.ts';
import type { Cell } from '../../src/ml/trends/types.ts';
import { normalNumbers } from '../lab/draw-vectors.ts';
import { plainMannKendall, publishedHamedRao, trendFreePrewhitening } from './trend-baselines.ts';
import { autoregressive, BINS, plantCatalogue, shuffleDates } from './trend-catalogues.ts';

const SIGNIFICANT = 0.05;
const RESAMPLES = 199;

/** Shares of the catalogues in which each test says that there is a trend. */
export interface Detected {
  /** Both tests; what `trendOf` answers. */
  both: number;
  mann_kendall: number;
  artists: number;
  /** Tests that the ones above are compared with, on the same series. */
  plain_mann_kendall: number;
  published_hamed_rao: number;
  trend_free_prewhitening: number;
}

type Draw = (run: number) => Cell[];

const line = (change: number): number[] =>
  Array.from({ length: BINS }, (_, bin) => (change * bin) / (BINS - 1));
const sumOf = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((value, i) => value + (b[i] ?? 0));

/** Catalogues with a trend of this many standard deviations of the bins' AR(1) noise over all bins. */
function withTrend(change: number, correlation: number): Draw {
  return (run) => {
    const random = seeded(run);
    const noise = autoregressive(BINS, correlation, normalNumbers(random));
    return plantCatalogue({ level: sumOf(noise, line(change)) }, random);
  };
}

/** One artist with 10 to 60 % of the songs drifts by three standard deviations; the others do not. */
const oneDrifts: Draw = (run) => {
  const random = seeded(run);
  const level = autoregressive(BINS, 0.3, normalNumbers(random));
  return plantCatalogue({ level, drift: { share: 0.1 + 0.5 * random(), change: 3 } }, random);
};

const shuffled: Draw = (run) => shuffleDates(withTrend(3, 0.3)(run), seeded(run + 1));

export const CATALOGUES: Record<string, Draw> = {
  small: withTrend(1, 0.3),
  medium: withTrend(2, 0.3),
  large: withTrend(3, 0.3),
  shuffled,
  ar1: withTrend(0, 0.6),
  one_artist: oneDrifts,
};

export function detect(draw: Draw, runs: number, seed: number): Detected {
  const counts = {
    both: 0,
    mann_kendall: 0,
    artists: 0,
    plain_mann_kendall: 0,
    published_hamed_rao: 0,
    trend_free_prewhitening: 0,
  };
  for (let run = 0; run < runs; run++) {
    const cells = draw(seed + run);
    const { p, pMannKendall, pArtists } = trendOf(cells, {
      bins: BINS,
      random: seeded(run),
      resamples: RESAMPLES,
    });
    const { values } = valuesOf(cells);
    const ps = {
      both: p,
      mann_kendall: pMannKendall,
      artists: pArtists,
      plain_mann_kendall: plainMannKendall(values),
      published_hamed_rao: publishedHamedRao(values),
      trend_free_prewhitening: trendFreePrewhitening(values),
    };
    for (const name of Object.keys(counts) as (keyof Detected)[]) {
      if ((ps[name] ?? 1) <= SIGNIFICANT) counts[name] += 1 / runs;
    }
  }
  return counts;
}

function valuesOf(cells: readonly Cell[]): Series {
  const sums = artistSums(cells, BINS);
  return seriesOf(binSums(sums), sums.scale);
}
