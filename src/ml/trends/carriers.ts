import { type ArtistSums, type BinSums, binSumsWithout, seriesOf } from './artist-sums.ts';
import type { Series } from './autocorrelation.ts';
import { theilSenSlope } from './theil-sen.ts';
import type { Carrier } from './types.ts';

/** Artists whose leaving is tried: those with the largest influence on a least-squares slope. */
const TRIED = 8;
const NAMED = 3;

/** Cells by artist, with their total. */
export interface TotalledSums {
  sums: ArtistSums;
  total: BinSums;
}

export interface Carriers {
  carriedBy: Carrier[];
  carriedShare: number | null;
}

/** The artists without whom the slope would be smaller, and how much of it goes with all of them. */
export function carriersOf(of: TotalledSums, slope: number): Carriers {
  if (slope === 0) return { carriedBy: [], carriedShare: null };
  const lost = (artists: readonly number[]): number => {
    const { times, values } = seriesWithout(of, artists);
    return 1 - (theilSenSlope(times, values) ?? 0) / slope;
  };
  const carriedBy = mostInfluential(of, Math.sign(slope))
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
export function seriesWithout({ sums, total }: TotalledSums, artists: readonly number[]): Series {
  const places = artists.map((artist) => sums.artists.indexOf(artist)).filter((place) => place >= 0);
  return seriesOf(binSumsWithout(total, sums, places), sums.scale);
}

/** First-order effect of each artist on a least-squares slope, the largest in the direction first. */
function mostInfluential({ sums, total }: TotalledSums, direction: number): number[] {
  const times = [...total.songs.keys()].filter((bin) => (total.songs[bin] ?? 0) > 0);
  const middle = times.reduce((sum, time) => sum + time, 0) / times.length;
  const means = total.sum.map((sum, bin) => sum / (total.songs[bin] || 1));
  const influence = Float64Array.from(sums.artists, (_, place) => {
    let own = 0;
    for (let cell = sums.starts[place] ?? 0; cell < (sums.starts[place + 1] ?? 0); cell++) {
      const bin = sums.bin[cell] ?? 0;
      const excess = (sums.sum[cell] ?? 0) - (sums.songs[cell] ?? 0) * (means[bin] ?? 0);
      own += ((bin - middle) * excess) / (total.songs[bin] || 1);
    }
    return direction * own;
  });
  return [...influence.keys()]
    .sort((a, b) => (influence[b] ?? 0) - (influence[a] ?? 0))
    .slice(0, TRIED)
    .map((place) => sums.artists[place] ?? 0);
}
