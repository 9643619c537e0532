import type { Random } from '../compose/random.ts';
import { type ArtistSums, binSums, seriesOf } from './artist-sums.ts';
import { studentTwoSided } from './tail-probabilities.ts';
import { theilSenSlope } from './theil-sen.ts';

export interface Resamples {
  slopes: Float64Array;
  /** Values of each bin; NaN where a resample has no songs in it. */
  values: Float64Array[];
}

/**
 * Draws as many artists as there are, with replacement and with all of their songs: songs of one artist are alike, and
 * what varies from draw to draw is what depends on who is in the catalogue.
 */
export function resampleArtists(sums: ArtistSums, random: Random, resamples: number): Resamples {
  const count = sums.artists.length;
  const values = Array.from({ length: sums.bins }, () => new Float64Array(resamples).fill(Number.NaN));
  const slopes = new Float64Array(resamples);
  for (let draw = 0; draw < resamples; draw++) {
    const weights = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      const artist = Math.floor(random() * count);
      weights[artist] = (weights[artist] ?? 0) + 1;
    }
    const series = seriesOf(binSums(sums, weights));
    slopes[draw] = theilSenSlope(series.times, series.values) ?? 0;
    for (const [i, bin] of series.times.entries()) values[bin]?.fill(series.values[i] ?? 0, draw, draw + 1);
  }
  return { slopes, values };
}

/**
 * Two-sided p of a slope over resampled artists: the larger of two. The share of resamples in which it vanishes or turns
 * (37 % of resamples lack any given artist, so one artist who drifts never passes, nor do two or three) and Student's t
 * from the spread of the resampled slopes, which tells small p apart.
 */
export function pOverArtists(slope: number, slopes: Float64Array, artists: number): number {
  const direction = Math.sign(slope);
  const turned = slopes.reduce((count, one) => count + (one * direction <= 0 ? 1 : 0), 0);
  const spread = standardDeviation(slopes);
  const byShare = Math.min(1, (2 * turned) / slopes.length);
  const bySpread = spread === 0 ? byShare : studentTwoSided(slope / spread, artists - 1);
  return Math.max(byShare, bySpread);
}

function standardDeviation(numbers: Float64Array): number {
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  return Math.sqrt(numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (numbers.length - 1));
}

/** Ends of the interval that holds the middle 95 % of the numbers that are known. */
export function middleOf(numbers: Float64Array): [number, number] {
  const sorted = numbers.filter((one) => !Number.isNaN(one)).sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}
