import { formatCount, formatShare, plural } from './format.ts';

const MINUTE_S = 60;

/** A wait of so many seconds as a reader would say it. */
function timeLeft(seconds: number): string {
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 2 * MINUTE_S) return `about ${plural(Math.ceil(seconds / 10) * 10, 'second')} left`;
  return `about ${plural(Math.ceil(seconds / MINUTE_S), 'minute')} left`;
}

/** What the parts that all views share say. */
export const partsText = {
  close: 'Close',
  dismiss: 'Dismiss',
  sortBy: 'Sort by',
  slow: 'This takes longer than usual.',
  timeLeft,
  done: (done: number, total: number) => `${formatCount(done)} of ${formatCount(total)}`,
  meaning: 'Meaning',
  /** `share` is 0-1; nothing is above all songs, as it is one of them. */
  percentile: (share: number) => {
    if (share > 0.995) return 'above nearly all songs';
    return share < 0.005 ? 'below nearly all songs' : `above ${formatShare(share)} of songs`;
  },
  interval: (value: string, low: string, high: string) => `${value}, between ${low} and ${high}`,
} as const;
