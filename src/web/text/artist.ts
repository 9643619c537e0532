import { formatCount, formatNumber, formatShare, plural } from './format.ts';

interface MeasureText {
  name: string;
  format: (value: number) => string;
}

const fixed = (digits: number) => (value: number) => formatNumber(value, digits);

/** The measures of an artist that are shown, in their order. */
const measures: Readonly<Record<string, MeasureText>> = {
  rhyme_density: { name: 'Syllables that rhyme', format: formatShare },
  internal_rhymes: { name: 'Rhymes inside lines', format: formatShare },
  multisyllabic_rhymes: { name: 'Rhymes of two syllables or more, per 100 syllables', format: fixed(1) },
  syllables_per_line: { name: 'Syllables a line', format: fixed(1) },
  regularity: { name: 'Evenness of lines, 0 to 1', format: fixed(2) },
  types_in_1000: { name: 'Different words in the first 1,000', format: fixed(0) },
  mtld: { name: 'Diversity of words (MTLD)', format: fixed(0) },
  repeated_lines: { name: 'Lines that come back', format: formatShare },
  complexity: { name: 'Complexity, of 10', format: fixed(1) },
  sentiment_score: { name: 'Sentiment, −1 to 1', format: fixed(2) },
  explicit: { name: 'Explicit songs', format: formatShare },
};

const songs = (count: number): string => plural(count, 'song');

/** The page of an artist, and the list of artists. */
export const artistText = {
  opening: 'Opening the artist…',
  missing: { title: 'No such artist', text: 'There is no artist at this address.', way: 'All artists' },
  failed: 'This artist cannot be shown',
  facts: ({ tracks, albums, featured_on }: { tracks: number; albums: number; featured_on: number }) =>
    [
      songs(tracks),
      albums > 0 && plural(albums, 'album'),
      featured_on > 0 && `guest on ${songs(featured_on)}`,
    ]
      .filter(Boolean)
      .join(', '),
  years: (first: number, last: number) => (first === last ? String(first) : `${first} to ${last}`),
  noProfile:
    'The songs of this artist are not measured yet. The schedule measures them within a few minutes.',
  outdated: 'Songs were added or changed since; the measures are renewed with the next slot of the schedule.',
  measures: {
    title: 'Craft',
    caption: (analysed: number) => `Measured over ${plural(analysed, 'analysed song')}`,
    measure: 'Measure',
    value: 'Value',
    rank: 'Among the artists',
    above: (share: number, artists: number) => `above ${formatShare(share)} of ${formatCount(artists)}`,
    unranked: 'too few artists to compare',
    texts: measures,
  },
  longest: {
    title: 'Longest rhyme',
    text: (first: string, second: string, syllables: number) =>
      `“${first}” and “${second}”, ${plural(syllables, 'syllable')}`,
    withheld: (syllables: number) => plural(syllables, 'syllable'),
    in: 'in',
  },
  schemes: {
    title: 'Schemes',
    text: (value: string, share: number) => `${value.replaceAll('-', '–')} ${formatShare(share)}`,
  },
  themes: { title: 'Themes', of: (count: number) => `of ${songs(count)}`, none: 'No theme stands out.' },
  nearest: {
    title: 'Near in',
    by: { lyrics: 'what the words mean', analysis: 'themes, feelings and style' },
    none: 'No other artist has enough songs to compare.',
  },
  songs: { title: 'Songs', loading: 'Looking for songs…', none: 'No song of this artist is stored.' },
  list: {
    title: 'Artists',
    by: 'In the order of',
    sorts: { tracks: 'Songs', name: 'Name' },
    name: 'Name',
    find: 'Find an artist',
    submit: 'Find',
    loading: 'Looking for artists…',
    none: 'No artist has a name like that.',
    caption: 'Artists with their songs',
    songs: 'Songs',
    more: 'More artists',
  },
} as const;
