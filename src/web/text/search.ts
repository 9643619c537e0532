import type { Snippet } from '../api/types.ts';
import type { FilterKey } from '../search/query-state.ts';
import { formatCount, languageName, plural } from './format.ts';
import { sentimentLabel, themeLabel } from './labels.ts';

const reasons: Readonly<Record<string, string>> = {
  embeddings_not_configured: 'This server has no model of meaning, so songs were found by their words.',
  embeddings_unavailable:
    'The model of meaning does not answer right now, so songs were found by their words.',
  embeddings_of_another_model:
    'The songs are being read by another model of meaning, so they were found by their words.',
  no_words: 'There is no word in this question. Write what the song says, or what it is about.',
  only_common_words:
    'These words stand in nearly every song. Add one that says what the song is about, or put them in quotation marks.',
};

/** A filter as the list above the songs says it: "Theme: Loss and grief". */
function filterText(key: FilterKey | 'year', value: string): string {
  switch (key) {
    case 'year':
      return value;
    case 'artist':
      return `By ${value}`;
    case 'decade':
      return `${value}s`;
    case 'from_year':
      return `From ${value}`;
    case 'to_year':
      return `Until ${value}`;
    case 'language':
      return languageName(value);
    case 'explicit':
      return value === 'false' ? 'Not explicit' : 'Explicit';
    case 'theme':
      return `Theme: ${themeLabel(value)}`;
    case 'sentiment':
      return `Sentiment: ${sentimentLabel(value)}`;
  }
}

/** Where lines are, for people, who count them from 1: "Lines 12-13, in Verse 2". */
function placeText(
  { start_line, end_line }: Pick<Snippet, 'start_line' | 'end_line'>,
  section: string | null,
): string {
  const lines = end_line - start_line > 1 ? `Lines ${start_line + 1}-${end_line}` : `Line ${start_line + 1}`;
  return section === null ? lines : `${lines}, in ${section}`;
}

/** The search, the lists of songs, and what is found. */
export const searchText = {
  heading: 'Ask what rap has said.',
  found: (q: string) => `Songs for “${q}”`,
  box: {
    label: 'Words, a “quoted phrase”, or a question in plain language',
    placeholder: 'What is it about?',
    submit: 'Search',
    by: 'Search by',
  },
  modes: {
    hybrid: { label: 'Hybrid', hint: 'By meaning and by words, merged' },
    semantic: { label: 'Meaning', hint: 'What a song is about, whatever its words' },
    lexical: { label: 'Words', hint: 'Songs that hold these words; quotes keep a phrase together' },
  },
  suggestions: {
    label: 'Titles and artists',
    artist: (songs: number) => `artist, ${plural(songs, 'song')}`,
    count: (count: number) =>
      count === 0
        ? 'No title or artist begins so'
        : `${plural(count, 'title or artist', 'titles and artists')} to choose`,
    failed: 'Titles cannot be shown while you type right now. Enter searches all the same.',
  },
  filters: {
    summary: 'Filters',
    any: 'Any',
    artist: 'Artist',
    from_year: 'From year',
    to_year: 'To year',
    language: 'Language',
    explicit: 'Explicit',
    theme: 'Theme',
    sentiment: 'Sentiment',
    notExplicit: 'Not explicit',
    onlyExplicit: 'Explicit only',
    apply: 'Apply',
    hold: 'Filters that hold',
    text: filterText,
    remove: (filter: string) => `Remove filter ${filter}`,
  },
  facets: {
    summary: 'Narrow down',
    groups: { theme: 'Theme', decade: 'Decade', year: 'Year', artist: 'Artist', language: 'Language' },
    decade: (year: string) => `${year}s`,
  },
  results: {
    label: 'Results',
    searching: 'Searching…',
    none: 'No song found',
    count: (total: number, isCapped: boolean) =>
      isCapped ? `More than ${formatCount(total)} songs` : plural(total, 'song'),
    shown: (shown: number, isMore: boolean) => `${plural(shown, 'song')}${isMore ? ', and more' : ''}`,
    more: 'More songs',
    loading: 'Loading…',
    filtersMayHide: 'The filters may leave nothing over: take one away above. ',
    noWords: 'No song holds these words. Hybrid or Meaning also finds songs that say it differently.',
    otherWords: 'Say it in other words, or in fewer.',
    noSuchSongs: 'No song passes these filters. Take one away above.',
  },
  time: {
    /** Decades by their name. */
    decades: { eighties: '1980', nineties: '1990', noughties: '2000' } as Readonly<Record<string, string>>,
    /** What may stand around a time without asking for anything. */
    /** What joins a time to other words. */
    joints: ['from', 'in', 'of', 'the'] as readonly string[],
    fillers: [
      'a',
      'all',
      'from',
      'hip',
      'hop',
      'in',
      'of',
      'music',
      'rap',
      'released',
      'song',
      'songs',
      'the',
      'year',
    ] as readonly string[],
    offer: (time: string) => `See the songs released in ${time}`,
    offerOf: (time: string, rest: string) => `See songs of ${time} for “${rest}”`,
    decade: (first: string) => `the ${first}s`,
  },
  doubt: {
    noSongHas: (words: readonly string[]) => `No song has ${words.map((word) => `“${word}”`).join(', ')}.`,
    noArtist: 'No song by that artist.',
    didYouMean: 'Did you mean',
    nothingFits: 'Nothing fits well. These songs are the nearest.',
  },
  degraded: (reason: string) => reasons[reason] ?? 'Less was used for this search than was asked for.',
  hit: {
    explicit: 'Explicit',
    words: 'Words',
    fit: 'Fit',
    fits: { good: 'good', weak: 'partly', none: 'only near' },
    budget: 'You have seen as many lines of lyrics as this site shows in a day; more can be read tomorrow.',
    versions: 'Also as',
    place: placeText,
    like: 'More like this',
    dislike: 'Less like this',
  },
  taste: {
    label: 'Your taste',
    state: (liked: number, disliked: number) =>
      [liked > 0 && `${formatCount(liked)} liked`, disliked > 0 && `${formatCount(disliked)} disliked`]
        .filter(Boolean)
        .join(', '),
    see: 'See what fits',
    clear: 'Clear',
    likeFirst: 'Like a song too, and songs that fit can be found.',
  },
  browse: {
    title: 'Songs',
    heading: 'Songs, the last stored first',
    loading: 'Looking…',
    by: 'Or browse by',
    artists: 'Artist',
    decade: 'Decade',
    year: 'Year',
    eachYear: 'Each year',
    theme: 'Theme',
    allArtists: 'All artists',
  },
  welcome: {
    try: 'Try',
    examples: [
      'waiting for a night bus in the cold',
      'working the night shift',
      'lonely in a hotel far from home',
    ],
    holdings: (songs: number, artists: number, embedded: number) =>
      `${plural(songs, 'song')} by ${plural(artists, 'artist')}, ${formatCount(embedded)} searchable by meaning`,
  },
} as const;
