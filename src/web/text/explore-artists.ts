import type { Artist, ArtistComparison } from '../api/types.ts';
import type { MeasuredArtist, MeasureRow } from '../explore/artists/measures.ts';
import { formatCount, formatNumber, formatShare, formatSigned, plural } from './format.ts';
import { themeLabel } from './labels.ts';

const number = (digits: number) => (value: number) => formatNumber(value, digits);
const share = formatShare;

/** What is measured of an artist, and what it means. */
const measures = {
  types_in_1000: {
    label: 'Different words',
    about: 'Different words among the first 1,000, refrains counted once.',
    format: number(0),
  },
  mtld: {
    label: 'Vocabulary',
    about: 'Words that pass on average before too many repeat (MTLD): more is richer.',
    format: number(0),
  },
  mattr: { label: 'Variety', about: 'Different words among any 50 in a row.', format: share },
  rhyme_density: {
    label: 'Rhymed syllables',
    about: 'Syllables that rhyme with another one near them.',
    format: share,
  },
  end_rhymes: {
    label: 'Rhymes at line ends',
    about: 'Of all rhyming pairs, those of two line ends.',
    format: share,
  },
  internal_rhymes: {
    label: 'Rhymes inside lines',
    about: 'Of all rhyming pairs, those within a line.',
    format: share,
  },
  multisyllabic_rhymes: {
    label: 'Long rhymes',
    about: 'Rhymes of two syllables and more, for every 100 syllables.',
    format: number(1),
  },
  malmi: {
    label: 'Length of rhymes',
    about: 'Vowels in a row that two rhyming places share, on average.',
    format: number(2),
  },
  syllables_per_line: { label: 'Syllables a line', about: 'How long the lines are.', format: number(1) },
  regularity: {
    label: 'Even lines',
    about: 'How alike lines that follow each other are in length; 100 % is equal.',
    format: share,
  },
  repeated_lines: {
    label: 'Repeated lines',
    about: 'Lines that were sung before in their song.',
    format: share,
  },
  sentiment_score: {
    label: 'Feeling',
    about: 'From −1, all dark, to +1, all bright.',
    format: (value: number) => formatSigned(value, 2),
  },
  explicit: { label: 'Explicit songs', about: 'Songs that are explicit by their words.', format: share },
  complexity: {
    label: 'Complexity',
    about: 'Of words and rhymes together, from 0 to 10.',
    format: number(1),
  },
  quality: { label: 'Craft', about: 'The craft score of the engine, from 0 to 1.', format: number(2) },
} as const;

export type MeasureName = keyof typeof measures;
type Pair = ArtistComparison['pairs'][number];

function vocabularySentence({ vocabulary: { tokens, shared_types: shared, jaccard } }: Pair): string | null {
  if (tokens === null || shared === null || jaccard === null) return null;
  return `They share ${plural(shared, 'word')} of their first ${formatCount(tokens)}: ${formatShare(jaccard)} of all that either uses there.`;
}

function themeSentence(
  { themes: { differences } }: Pair,
  names: { first: string; second: string },
): string | null {
  const [most] = differences;
  if (most === undefined || most.difference === 0) return null;
  const [more, less] = most.difference > 0 ? [names.first, names.second] : [names.second, names.first];
  const [high, low] = [Math.max(most.first, most.second), Math.min(most.first, most.second)];
  return `They differ most in ${themeLabel(most.theme).toLowerCase()}: ${formatShare(high)} of the songs of ${more}, ${formatShare(low)} of those of ${less}.`;
}

/** What the comparison of artists says. */
export const artistsText = {
  title: 'Artists',
  heading: 'Artists side by side.',
  entry: 'Artist',
  add: 'Add',
  full: 'Five are the most that stand side by side. Take one away first.',
  unknown: (name: string) => `No artist is called anything like “${name}”. Try a part of the name.`,
  chips: 'Artists that are compared',
  remove: (name: string) => `Take away ${name}`,
  most: 'Artists with the most songs',
  empty: 'Choose two to five artists to see how they write: words, rhymes, flow, feeling, themes.',
  one: 'Add another one to compare.',
  noArtists: 'There is no artist yet. When songs have been read, their artists can be compared here.',
  onlyOne: 'There is only this artist so far.',
  tracks: (count: number) => plural(count, 'song'),
  waiting: 'Measuring the artists…',
  facts: ({ profile, counts }: Artist) => {
    const years = profile?.years;
    const span =
      years?.first == null || years.last == null
        ? ''
        : years.first === years.last
          ? `, ${years.first}`
          : `, ${years.first} to ${years.last}`;
    return profile === null
      ? `${plural(counts.tracks, 'song')}, not measured yet`
      : `${plural(profile.analysed, 'song')} measured${span}`;
  },
  hint: 'Bars of one row share one scale. Point at a number, or move to it with Tab, to read what it means.',
  groups: { vocabulary: 'Vocabulary', rhyme: 'Rhyme', flow: 'Flow', feeling: 'Feeling', craft: 'Craft' },
  measures,
  unmeasured: 'not measured',
  share,
  told: ({ about, format }: MeasureRow, { name, value, percentile, among }: MeasuredArtist) =>
    `${about} ${name}: ${format(value ?? 0)}${percentile === null ? '' : `, more than ${formatShare(percentile)} of ${plural(among, 'other artist')}`}.`,
  themes: 'Themes, share of songs',
  theme: themeLabel,
  themeAbout: (theme: string) =>
    `Songs about ${themeLabel(theme).toLowerCase()}; a song can have several themes.`,
  themeYears: (first: number, last: number) => `Themes over time, ${first} to ${last}`,
  yearsHint: 'A bar is the share of the songs of its year. A mark at the foot: the year had songs.',
  yearBars: (label: string, shares: readonly (number | null)[], years: readonly number[]) =>
    `${label}: ${
      shares
        .flatMap((one, i) => (one === null || one === 0 ? [] : [`${years[i]} ${formatShare(one)}`]))
        .join(', ') || 'in no year'
    }`,
  pairs: 'What they have in common',
  pair: (first: string, second: string) => `${first} and ${second}`,
  common: (pair: Pair, names: { first: string; second: string }): string[] =>
    [vocabularySentence(pair), themeSentence(pair, names)].filter((sentence) => sentence !== null),
  nearest: 'Their songs that are nearest in meaning',
  and: 'and',
} as const;
