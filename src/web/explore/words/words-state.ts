/** What the words show, as their address says it. */
export interface WordsState {
  /** As they were written; of several spellings with | between them. */
  terms: readonly string[];
  by: 'year' | 'quarter';
  /** What the lines count. */
  of: 'words' | 'songs';
  fromYear: string;
  toYear: string;
  /** The term and the period whose songs are shown; '': none. */
  term: string;
  period: string;
}

export const WORDS_PATH = '/app/explore/words';
/** As many as the API compares. */
export const MOST_TERMS = 10;

export function readWordsState(search: string): WordsState {
  const params = new URLSearchParams(search);
  const read = (key: string) => params.get(key)?.trim() ?? '';
  const terms = params
    .getAll('term')
    .map((term) => term.trim())
    .filter(Boolean);
  return {
    terms: [...new Set(terms)].slice(0, MOST_TERMS),
    by: params.get('by') === 'quarter' ? 'quarter' : 'year',
    of: params.get('of') === 'songs' ? 'songs' : 'words',
    fromYear: read('from_year'),
    toYear: read('to_year'),
    term: read('show'),
    period: read('at'),
  };
}

export function wordsHref({ terms, by, of, fromYear, toYear, term, period }: WordsState): string {
  const params = new URLSearchParams();
  for (const one of terms) params.append('term', one);
  if (by !== 'year') params.set('by', by);
  if (of !== 'words') params.set('of', of);
  if (fromYear !== '') params.set('from_year', fromYear);
  if (toYear !== '') params.set('to_year', toYear);
  if (term !== '') params.set('show', term);
  if (term !== '' && period !== '') params.set('at', period);
  const query = params.toString();
  return query === '' ? WORDS_PATH : `${WORDS_PATH}?${query}`;
}

export function wordsApiPath({ terms, by, fromYear, toYear }: WordsState): string {
  const params = new URLSearchParams({ terms: terms.join(','), by });
  if (fromYear !== '') params.set('from_year', fromYear);
  if (toYear !== '') params.set('to_year', toYear);
  return `/trends/words?${params}`;
}

/** What was typed as terms: commas part them. */
export const termsIn = (typed: string): string[] =>
  typed
    .split(',')
    .map((term) => term.trim())
    .filter(Boolean);

/** The years of "2021" and "2021-Q3". */
export const yearOfPeriod = (period: string): string => period.slice(0, 4);

/** Whether a song of this day belongs to the period. */
export function isWithin(period: string, day: string | null): boolean {
  if (day === null || !day.startsWith(yearOfPeriod(period))) return false;
  const quarter = /-Q(\d)$/.exec(period)?.[1];
  return quarter === undefined || Math.ceil(Number(day.slice(5, 7)) / 3) === Number(quarter);
}
