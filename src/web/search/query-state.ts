/** What the search page shows, as its address says it; '' is "not asked for". */
export interface SearchState {
  q: string;
  mode: SearchMode;
  artist: string;
  decade: string;
  from_year: string;
  to_year: string;
  language: string;
  explicit: string;
  theme: string;
  sentiment: string;
}

export type SearchMode = 'hybrid' | 'semantic' | 'lexical';
export type FilterKey = Exclude<keyof SearchState, 'q' | 'mode'>;

export const MODES: readonly SearchMode[] = ['hybrid', 'semantic', 'lexical'];
export const FILTER_KEYS: readonly FilterKey[] = [
  'artist',
  'decade',
  'from_year',
  'to_year',
  'language',
  'explicit',
  'theme',
  'sentiment',
];

const DEFAULT_MODE: SearchMode = 'hybrid';

/** Reads an address's query. An unknown mode is the default one; filters stay as they are, for the API to judge. */
export function parseSearchState(search: string): SearchState {
  const params = new URLSearchParams(search);
  const read = (key: string) => params.get(key)?.trim() ?? '';
  return {
    q: read('q'),
    mode: MODES.find((mode) => mode === params.get('mode')) ?? DEFAULT_MODE,
    artist: read('artist'),
    decade: read('decade'),
    from_year: read('from_year'),
    to_year: read('to_year'),
    language: read('language'),
    explicit: read('explicit'),
    theme: read('theme'),
    sentiment: read('sentiment'),
  };
}

/** The query of an address or of the API: the same names, in one order, what is not asked for left out. */
export function toSearchParams(state: SearchState): URLSearchParams {
  const params = new URLSearchParams();
  if (state.q.trim() !== '') params.set('q', state.q.trim());
  if (state.mode !== DEFAULT_MODE) params.set('mode', state.mode);
  for (const key of FILTER_KEYS) {
    if (state[key].trim() !== '') params.set(key, state[key].trim());
  }
  return params;
}

export function searchHref(state: SearchState): string {
  const query = toSearchParams(state).toString();
  return query === '' ? '/' : `/?${query}`;
}

/** What songs are counted by, so that they can be narrowed down. */
export type FacetKey = 'theme' | 'decade' | 'year' | 'artist' | 'language';

/** The year to which songs are narrowed down; '' for none or several. */
const singleYear = ({ from_year, to_year }: SearchState): string => (from_year === to_year ? from_year : '');

/** What a state leaves to narrow down: years once a decade or a span of years is chosen, decades before. */
export function facetKeys(state: SearchState): FacetKey[] {
  const { theme, decade, artist, language, from_year, to_year } = state;
  const isTimed = decade !== '' || from_year !== '' || to_year !== '';
  const keys: [FacetKey, boolean][] = [
    ['theme', theme === ''],
    ['decade', !isTimed],
    ['year', isTimed && singleYear(state) === ''],
    ['artist', artist === ''],
    ['language', language === ''],
  ];
  return keys.flatMap(([key, isOpen]) => (isOpen ? [key] : []));
}

/** The state narrowed down to one value of a facet. */
export const narrowed = (state: SearchState, key: FacetKey, value: string): SearchState =>
  key === 'year' ? { ...state, decade: '', from_year: value, to_year: value } : { ...state, [key]: value };

function withFacets(params: URLSearchParams, state: SearchState): URLSearchParams {
  const keys = facetKeys(state);
  if (keys.length > 0) params.set('facets', keys.join(','));
  return params;
}

export const searchApiPath = (state: SearchState): string =>
  `/search?${withFacets(toSearchParams(state), state)}`;

/** As searchApiPath for further pages, whose counts would be the same. */
export const furtherApiPath = (state: SearchState): string => `/search?${toSearchParams(state)}`;

const withoutQuestion = (state: SearchState) => toSearchParams({ ...state, q: '', mode: DEFAULT_MODE });

/** The list of the songs that pass the filters, for a state without a question. */
export const browseApiPath = (state: SearchState): string =>
  `/tracks?${withFacets(withoutQuestion(state), state)}`;

export const furtherBrowsePath = (state: SearchState): string => `/tracks?${withoutQuestion(state)}`;

/** A filter as a reader sees it: a span of one year is one filter. */
export interface HeldFilter {
  key: FilterKey | 'year';
  value: string;
  /** The same search without it. */
  without: SearchState;
}

export function heldFilters(state: SearchState): HeldFilter[] {
  const year = singleYear(state);
  return FILTER_KEYS.flatMap((key): HeldFilter[] => {
    if (state[key] === '' || (year !== '' && key === 'to_year')) return [];
    if (year !== '' && key === 'from_year')
      return [{ key: 'year', value: year, without: { ...state, from_year: '', to_year: '' } }];
    return [{ key, value: state[key], without: { ...state, [key]: '' } }];
  });
}
