import {
  type BaseUnit,
  isPreciseEnough,
  LEAST_MONTHS_BY_MONTH,
  lastBins,
  type TimeBins,
  timeBins,
  type Window,
} from './time-bins.ts';
import { LEAST_BINS } from './types.ts';
import { widenBins } from './widen-bins.ts';

export interface DatedSongs {
  readonly count: number;
  /** Since 1970. */
  readonly days: ArrayLike<number>;
  /** Indexes of PRECISIONS. */
  readonly precisions: ArrayLike<number>;
}

export interface ChosenBins {
  time: TimeBins;
  /** Songs that each bin holds at least; 0: fewer than a bin should hold. */
  least: number;
}

/** Songs that each bin should hold: the first of these with which enough bins remain. */
const SONGS_A_BIN = [20, 10, 5] as const;
/** Over fewer bins the tests tell only very large changes from chance: rather fewer songs a bin. */
const BINS_WANTED = [2 * LEAST_BINS, LEAST_BINS] as const;
/** Songs that a series needs whose bins hold what they should. */
export const SONGS_WANTED = LEAST_BINS * SONGS_A_BIN[2];
/** If the dates of more songs than this share are too coarse for a unit, the next one is taken. */
const TOO_COARSE = 0.2;

const WIDTHS: Readonly<Record<BaseUnit, readonly number[]>> = {
  week: [1, 2, 3],
  month: [1, 2, 3],
  quarter: [1, 2, 4],
  year: [1],
};
const COARSER: Readonly<Record<BaseUnit, BaseUnit>> = {
  week: 'month',
  month: 'year',
  quarter: 'year',
  year: 'year',
};

/**
 * Equal bins counted back from the newest release, as narrow as the songs allow. Where no width gives enough bins with
 * enough songs, the widest that leaves enough bins.
 */
export function chooseBins(songs: DatedSongs, window: Window): ChosenBins {
  const unit = unitFor(songs, window);
  const narrow = timeBins(unit, 1, window);
  const counts = countSongs(songs, narrow);
  for (const bins of BINS_WANTED)
    for (const least of SONGS_A_BIN) {
      const wide = widenBins(counts, { least, bins, widths: WIDTHS[unit] });
      if (wide.enough)
        return { time: lastBins(timeBins(unit, wide.width, window), wide.songs.length), least };
    }
  const widths = WIDTHS[unit].filter((width) => Math.floor(counts.length / width) >= LEAST_BINS);
  return { time: timeBins(unit, widths.at(-1) ?? 1, window), least: 0 };
}

/** Quarters for more than three years, months for one to three, weeks below; coarser ones where dates are not known as precisely. */
function unitFor(songs: DatedSongs, window: Window): BaseUnit {
  let unit: BaseUnit =
    window.months < LEAST_MONTHS_BY_MONTH ? 'week' : window.months <= 36 ? 'month' : 'quarter';
  while (coarseShare(songs, unit, window) > TOO_COARSE && unit !== COARSER[unit]) unit = COARSER[unit];
  return unit;
}

function coarseShare({ count, days, precisions }: DatedSongs, unit: BaseUnit, window: Window): number {
  const { bins } = timeBins(unit, 1, window);
  const [from, to] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 0];
  let [inside, coarse] = [0, 0];
  for (let song = 0; song < count; song++) {
    const day = days[song] ?? 0;
    if (day < from || day >= to) continue;
    inside += 1;
    if (!isPreciseEnough(unit, precisions[song] ?? 0)) coarse += 1;
  }
  return inside === 0 ? 0 : coarse / inside;
}

/** Songs of each bin. */
export function countSongs({ count, days, precisions }: DatedSongs, { bins, binOf }: TimeBins): number[] {
  const counts = bins.map(() => 0);
  for (let song = 0; song < count; song++) {
    const bin = binOf(days[song] ?? 0, precisions[song] ?? 0);
    if (bin >= 0) counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
