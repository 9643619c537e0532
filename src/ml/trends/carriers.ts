import { type ArtistSums, binSums, seriesOf } from './artist-sums.ts';
import type { Series } from './autocorrelation.ts';
import { theilSenSlope } from './theil-sen.ts';
import type { Carrier } from './types.ts';

/** Artists whose leaving is tried: those with the largest influence on a least-squares slope. */
const TRIED = 8;
const NAMED = 3;

export interface Carriers {
  carriedBy: Carrier[];
  carriedShare: number | null;
}

/** The artists without whom the slope would be smaller, and how much of it goes with all of them. */
export function carriersOf(sums: ArtistSums, slope: number): Carriers {
  if (slope === 0) return { carriedBy: [], carriedShare: null };
  const lost = (artists: readonly number[]): number => {
    const { times, values } = seriesWithout(sums, artists);
    return 1 - (theilSenSlope(times, values) ?? 0) / slope;
  };
  const carriedBy = mostInfluential(sums, Math.sign(slope))
    .map((artist) => ({ artist, share: lost([artist]) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, NAMED);
  return {
    carriedBy,
    carriedShare: carriedBy.length === 0 ? 0 : lost(carriedBy.map(({ artist }) => artist)),
  };
}

/** The series without the songs of some artists. */
export function seriesWithout(sums: ArtistSums, artists: readonly number[]): Series {
  const weights = Int8Array.from(sums.artists, (artist) => (artists.includes(artist) ? 0 : 1));
  return seriesOf(binSums(sums, weights));
}

/** First-order effect of each artist on a least-squares slope, the largest in the direction first. */
function mostInfluential(sums: ArtistSums, direction: number): number[] {
  const total = binSums(sums, new Int8Array(sums.artists.length).fill(1));
  const times = [...total.songs.keys()].filter((bin) => (total.songs[bin] ?? 0) > 0);
  const middle = times.reduce((sum, time) => sum + time, 0) / times.length;
  const influence = new Float64Array(sums.artists.length);
  for (const [cell, owner] of sums.owner.entries()) {
    const bin = sums.bin[cell] ?? 0;
    const songs = total.songs[bin] ?? 1;
    const excess = (sums.sum[cell] ?? 0) - ((sums.songs[cell] ?? 0) * (total.sum[bin] ?? 0)) / songs;
    influence[owner] = (influence[owner] ?? 0) + ((bin - middle) * excess) / songs;
  }
  return [...influence.keys()]
    .sort((a, b) => direction * ((influence[b] ?? 0) - (influence[a] ?? 0)))
    .slice(0, TRIED)
    .map((place) => sums.artists[place] ?? 0);
}
