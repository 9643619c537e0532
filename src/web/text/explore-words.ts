import type { TrendWords } from '../api/types.ts';
import { formatCount, formatNumber, formatShare, plural } from './format.ts';

type Point = TrendWords['terms'][number]['points'][number];

const spoken = (term: string): string => term.replaceAll('|', ' or ');
const SHORT = 14;
const SHORTER = 9;

const EXAMPLE_TERMS: readonly string[] = ['night', 'morning|sunrise', 'on my mind'];

/** What the view of words says. */
export const wordsText = {
  title: 'Words',
  heading: 'How often a word is sung, year by year.',
  entry: 'A word or a phrase',
  hint: 'Commas part several; money|cash counts both together; run* counts run, runs, running.',
  full: 'Ten are the most that can be compared. Take one away first.',
  add: 'Add',
  chips: 'Words that are compared',
  remove: (term: string) => `Take away ${spoken(term)}`,
  term: spoken,
  short: (term: string, isNarrow: boolean) => {
    const [text, most] = [spoken(term), isNarrow ? SHORTER : SHORT];
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
  },
  of: 'Count',
  ofs: { words: 'Per million words', songs: 'Songs in 100' },
  by: 'By',
  bys: { year: 'Year', quarter: 'Quarter' },
  empty: 'Type a word to see how often rap has said it, and in which songs.',
  exampleTerms: EXAMPLE_TERMS,
  example: `Compare ${EXAMPLE_TERMS.map((term) => `“${spoken(term)}”`).join(', ')}`,
  waiting: 'Counting…',
  scope: ({ counted }: TrendWords, of: 'words' | 'songs') =>
    `${of === 'words' ? 'Uses in a million words' : 'Songs in 100 that hold it'}, of ${plural(counted.songs, 'song')}. Choose a point to read the songs behind it.`,
  chart: 'Words over the years',
  choose: (term: string) => `Set off ${spoken(term)}`,
  tick: (value: number, of: 'words' | 'songs') =>
    of === 'songs' ? formatNumber(value, value < 1 && value > 0 ? 1 : 0) : formatCount(value),
  point: (term: string, { period, per_million, songs, share_of_songs }: Point) =>
    `${spoken(term)}, ${period}: ${formatCount(Math.round(per_million))} in a million words, ${plural(Math.round(songs), 'song')} (${formatShare(share_of_songs)})`,
  pointFacts: ({ uses, songs, share_of_songs: share, share_interval: { low, high } }: Point) =>
    `${plural(Math.round(uses), 'use')} in ${plural(Math.round(songs), 'song')}: ${formatShare(share)} of the songs of the period, likely between ${formatShare(low)} and ${formatShare(high)}.`,
  panel: (term: string, period: string) => {
    const [year, quarter] = period.split('-Q');
    return `“${spoken(term)}” in ${quarter === undefined ? period : `quarter ${quarter} of ${year}`}`;
  },
  close: 'Close',
  finding: 'Finding the lines…',
  noSongs: 'No song of this period holds it.',
  never: (term: string) => `No song of these years holds “${spoken(term)}”.`,
  notes: ({ left_out: left, counted, terms }: TrendWords): string[] => [
    ...(left.without_date > 0
      ? [
          `${plural(left.without_date, 'song')} without a date ${left.without_date === 1 ? 'is' : 'are'} not counted.`,
        ]
      : []),
    ...(left.only_year > 0
      ? [`${plural(left.only_year, 'song')} of which only the year is known stand in no quarter.`]
      : []),
    ...(counted.waiting > 0
      ? [`${plural(counted.waiting, 'song')} came since and will be counted within minutes.`]
      : []),
    ...terms.flatMap(({ term, read_share: share, matched_words: matched }) => [
      ...(share < 1
        ? [
            `“${spoken(term)}” is in very many songs: counts are estimated from ${formatShare(share)} of them.`,
          ]
        : []),
      ...(matched.length > 0
        ? [`“${spoken(term)}” stands for ${matched.map(({ word }) => word).join(', ')}.`]
        : []),
    ]),
  ],
  asTable: 'The same as a table',
  caption: (of: 'words' | 'songs') =>
    of === 'words' ? 'Uses in a million words' : 'Songs in 100 that hold it',
  period: 'Period',
  songsColumn: 'Songs',
  cell: (value: number | null) => (value === null ? '–' : formatNumber(value, value < 10 ? 1 : 0)),
} as const;
