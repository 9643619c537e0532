import type { TooFewSongs, WideBins } from './types.ts';

export interface WidenOptions {
  /** Songs that a bin needs. */
  least: number;
  /** Bins that are needed, 8 by default. */
  bins?: number;
  /** Widths to try in base periods, by default those of quarters: quarter, half-year, year, two and five years. */
  widths?: readonly number[];
}

/** The first bins are left out when they hold this share of the songs or less. */
const NEARLY_EMPTY = 0.05;

/**
 * The narrowest equal bins that hold `least` songs each, counted back from the newest base period. The first bins may
 * be left out when they are nearly empty, as in a catalogue with one song of an early decade; a bin in between may not.
 */
export function widenBins(songs: readonly number[], options: WidenOptions): WideBins | TooFewSongs {
  const { least, bins: wanted = 8, widths = [1, 2, 4, 8, 20] } = options;
  for (const width of widths) {
    const counts = countsBack(songs, width);
    const first = counts.findLastIndex((count) => count < least) + 1;
    const kept = counts.slice(first);
    if (kept.length >= wanted && sumOf(counts.slice(0, first)) <= NEARLY_EMPTY * sumOf(counts))
      return { enough: true, width, start: songs.length - kept.length * width, songs: kept };
  }
  return { enough: false, songs: sumOf(songs), needed: wanted * least };
}

/** Songs of each whole bin of this width, the last of which ends with the newest base period. */
function countsBack(songs: readonly number[], width: number): number[] {
  const bins = Math.floor(songs.length / width);
  const start = songs.length - bins * width;
  return Array.from({ length: bins }, (_, bin) =>
    sumOf(songs.slice(start + bin * width, start + (bin + 1) * width)),
  );
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
