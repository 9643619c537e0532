import type { Random } from '../compose/random.ts';
import type { ArtistSums, BinSums } from './artist-sums.ts';
import { studentTwoSided } from './tail-probabilities.ts';
import { theilSenSlope } from './theil-sen.ts';

export interface Resamples {
  slopes: Float64Array;
  /** Values of each bin; NaN where a resample has no songs in it. */
  values: Float64Array[];
}

/** Resamples that are added up at once: their sums stand side by side, which a processor reads fastest. */
const AT_ONCE = 40;

/**
 * Draws as many artists as there are, with replacement and with all of their songs: songs of one artist are alike, and
 * what varies from draw to draw is what depends on who is in the catalogue. With the same `random`, later calls go on
 * where the last one ended.
 */
export function resampleArtists(sums: ArtistSums, random: Random, resamples: number): Resamples {
  const slopes = new Float64Array(resamples);
  const values = Array.from({ length: sums.bins }, () => new Float64Array(resamples));
  for (let first = 0; first < resamples; first += AT_ONCE) {
    const count = Math.min(AT_ONCE, resamples - first);
    const drawn = addUp(sums, drawWeights(sums.artists.length, random, count), count);
    for (const [bin, of] of values.entries())
      for (let draw = 0; draw < count; draw++) {
        const songs = drawn.songs[bin * count + draw] ?? 0;
        of[first + draw] =
          songs === 0 ? Number.NaN : (drawn.sum[bin * count + draw] ?? 0) / songs / sums.scale;
      }
  }
  for (let draw = 0; draw < resamples; draw++) slopes[draw] = slopeAt(values, draw);
  return { slopes, values };
}

/** How often each artist is drawn: those of the nth artist from `n * draws` on. */
function drawWeights(artists: number, random: Random, draws: number): Float64Array {
  const weights = new Float64Array(artists * draws);
  for (let draw = 0; draw < draws; draw++)
    for (let i = 0; i < artists; i++) {
      const place = Math.floor(random() * artists) * draws + draw;
      weights[place] = (weights[place] ?? 0) + 1;
    }
  return weights;
}

/** Songs and sum of every bin in each draw: those of the nth bin from `n * draws` on. */
function addUp(sums: ArtistSums, weights: Float64Array, draws: number): BinSums {
  const songs = new Float64Array(sums.bins * draws);
  const sum = new Float64Array(sums.bins * draws);
  for (let place = 0; place < sums.artists.length; place++) {
    const own = place * draws;
    for (let cell = sums.starts[place] ?? 0; cell < (sums.starts[place + 1] ?? 0); cell++) {
      const at = (sums.bin[cell] ?? 0) * draws;
      const [cellSongs = 0, cellSum = 0] = [sums.songs[cell], sums.sum[cell]];
      for (let draw = 0; draw < draws; draw++) {
        const weight = weights[own + draw] ?? 0;
        songs[at + draw] = (songs[at + draw] ?? 0) + weight * cellSongs;
        sum[at + draw] = (sum[at + draw] ?? 0) + weight * cellSum;
      }
    }
  }
  return { songs, sum };
}

function slopeAt(values: readonly Float64Array[], draw: number): number {
  const times: number[] = [];
  const known: number[] = [];
  for (let bin = 0; bin < values.length; bin++) {
    const value = values[bin]?.[draw] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    times.push(bin);
    known.push(value);
  }
  return theilSenSlope(times, known) ?? 0;
}

/** The resamples of both. */
export const joinResamples = (a: Resamples, b: Resamples): Resamples => ({
  slopes: Float64Array.from([...a.slopes, ...b.slopes]),
  values: a.values.map((values, bin) => Float64Array.from([...values, ...(b.values[bin] ?? [])])),
});

/** The share of resamples in which a slope vanishes or turns. */
export const shareTurned = (slope: number, slopes: Float64Array): number =>
  slopes.reduce((count, one) => count + (one * Math.sign(slope) <= 0 ? 1 : 0), 0) / slopes.length;

/**
 * Two-sided p of a slope over resampled artists: the larger of two. The share of resamples in which it vanishes or turns
 * (37 % of resamples lack any given artist, so one artist who drifts never passes, nor do two or three) and Student's t
 * from the spread of the resampled slopes, which tells small p apart.
 */
export function pOverArtists(slope: number, slopes: Float64Array, artists: number): number {
  const spread = standardDeviation(slopes);
  const byShare = Math.min(1, 2 * shareTurned(slope, slopes));
  const bySpread = spread === 0 ? byShare : studentTwoSided(slope / spread, artists - 1);
  return Math.max(byShare, bySpread);
}

function standardDeviation(numbers: Float64Array): number {
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  return Math.sqrt(numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (numbers.length - 1));
}

/**
 * Ends of the interval that holds the middle 95 % of the numbers that are known: the values at ranks .025 (n + 1) and
 * .975 (n + 1), between two numbers in proportion (Davison and Hinkley 1997, Bootstrap Methods, 5.2). Of fewer than 39
 * numbers these are the least and the greatest.
 */
export function middleOf(numbers: Float64Array): [number, number] {
  const sorted = numbers.filter((one) => !Number.isNaN(one)).sort();
  const at = (share: number): number => {
    const rank = Math.min(Math.max(share * (sorted.length + 1), 1), sorted.length) - 1;
    const [below, part] = [Math.floor(rank), rank % 1];
    const [low = Number.NaN, high = low] = [sorted[below], sorted[below + 1]];
    return low + part * (high - low);
  };
  return [at(0.025), at(0.975)];
}
