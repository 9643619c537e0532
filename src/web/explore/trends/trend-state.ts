/** What the trends show, as their address says it; '' is "not asked for". */
export interface TrendState {
  period: string;
  theme: string;
  artist: string;
  language: string;
  sort: TrendSort;
  /** The series whose songs are listed, and the bins from which they are. */
  series: string;
  from: string;
  to: string;
}

export const TREND_SORTS = ['effect', 'chance', 'name'] as const;
export type TrendSort = (typeof TREND_SORTS)[number];

export const PERIODS = ['1year', '2years', '3years', '5years', '10years'] as const;
export const DEFAULT_PERIOD = '10years';
export const TRENDS_PATH = '/app/explore/trends';

export function readTrendState(search: string): TrendState {
  const params = new URLSearchParams(search);
  const read = (key: string) => params.get(key)?.trim() ?? '';
  return {
    period: read('period') || DEFAULT_PERIOD,
    theme: read('theme'),
    artist: read('artist'),
    language: read('language'),
    sort: TREND_SORTS.find((sort) => sort === params.get('sort')) ?? 'effect',
    series: read('series'),
    from: read('from'),
    to: read('to'),
  };
}

export function trendsHref(state: TrendState): string {
  const params = new URLSearchParams();
  if (state.period !== DEFAULT_PERIOD) params.set('period', state.period);
  for (const key of ['theme', 'artist', 'language'] as const)
    if (state[key] !== '') params.set(key, state[key]);
  if (state.sort !== 'effect') params.set('sort', state.sort);
  if (state.series !== '')
    for (const key of ['series', 'from', 'to'] as const) if (state[key] !== '') params.set(key, state[key]);
  const query = params.toString();
  return query === '' ? TRENDS_PATH : `${TRENDS_PATH}?${query}`;
}

/** The same question without the list of songs. */
export const withoutSongs = (state: TrendState): TrendState => ({ ...state, series: '', from: '', to: '' });

/** What the API is asked; answers that differ only in the order or the list of songs are the same. */
export const trendBody = ({ period, theme, artist, language }: TrendState) => ({
  analysis_type: 'current' as const,
  time_period: period,
  ...(theme !== '' && { theme }),
  ...(artist !== '' && { artist }),
  ...(language !== '' && { language }),
});
