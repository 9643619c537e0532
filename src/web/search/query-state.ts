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

/** What the hits are counted by, so that they can be narrowed down. */
export const FACET_KEYS = ['theme', 'decade', 'artist', 'language'] as const;

export function searchApiPath(state: SearchState): string {
  const params = toSearchParams(state);
  params.set('facets', FACET_KEYS.join(','));
  return `/search?${params}`;
}

/** As searchApiPath for further pages, whose counts would be the same. */
export const furtherApiPath = (state: SearchState): string => `/search?${toSearchParams(state)}`;

/** The list of the songs that pass the filters, for a state without a question. */
export function browseApiPath(state: SearchState): string {
  const params = toSearchParams({ ...state, q: '', mode: DEFAULT_MODE });
  return `/tracks?${params}`;
}

export const activeFilters = (state: SearchState): FilterKey[] =>
  FILTER_KEYS.filter((key) => state[key] !== '');
