import type { SeriesForecast } from '../../services/trends/contract.ts';
import type { Forecasts } from '../explore/trends/forecasts.ts';
import type { Series, TimeBin } from '../explore/trends/series-facts.ts';
import { endsOf } from '../explore/trends/series-facts.ts';
import { formatCount, formatDate, formatNumber, plural } from './format.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const SMALL = 10;
const LARGE = 100;
const digitsFor = (value: number): number =>
  Math.abs(value) >= LARGE ? 0 : Math.abs(value) >= SMALL ? 1 : 2;

/** A number of songs in 100: "12", "0.4". */
const inHundred = (share: number): string =>
  formatNumber(share * 100, share * 100 < SMALL ? 1 : 0).replace(/\.0$/, '');

/** The number of a value alone, as its series counts. */
function bare({ unit }: Series, value: number): string {
  if (unit === 'share') return inHundred(value);
  return formatNumber(value, digitsFor(value));
}

/** Two values with as many decimals as it takes to tell them apart. */
function bareStep(series: Series, from: number, to: number): [from: string, to: string] {
  const scale = series.unit === 'share' ? 100 : 1;
  const texts = [0, 1, 2, 3].map((digits) => [from, to].map((value) => formatNumber(value * scale, digits)));
  const [first, second] = [bare(series, from), bare(series, to)];
  if (first !== second || from === to) return [first, second];
  const [low = first, high = second] = texts.find(([a, b]) => a !== b) ?? [];
  return [low, high];
}

/** What the number is out of: "songs in 100", "%", "words". */
function unitOf({ group, unit, name }: Series): string {
  if (unit.startsWith('score')) return '';
  if (unit !== 'share') return ` ${unit}`;
  return group === 'themes' || name === 'explicit' ? ' songs in 100' : '\u00a0%';
}

/** ".01", "below .001": as papers write it. */
function chance(p: number): string {
  if (p < 0.001) return 'p\u00a0below .001';
  const text = p.toFixed(p < 0.01 ? 3 : 2);
  return `p\u00a0${p >= 0.995 ? '1' : text.replace(/^0/, '')}`;
}

const periodOf = (bins: readonly TimeBin[]): { from: string; to: string } => ({
  from: bins[0]?.label ?? '',
  to: bins.at(-1)?.label ?? '',
});

const many = /^(songs|lines|words|strong|explicit|rhymes|syllables|repeated)/;

/** "Songs about love rose from 12 to 20 songs in 100 between 2016 and 2025 (p .01, 41 artists)." */
function sentence(series: Series, bins: readonly TimeBin[], artists: number): string {
  const { from, to } = endsOf(series);
  const period = periodOf(bins);
  const label = capital(series.label);
  if (series.significant) {
    const verb = to > from ? 'rose' : 'fell';
    const [before, after] = bareStep(series, from, to);
    return `${label} ${verb} from ${before} to ${after}${unitOf(series)} between ${period.from} and ${period.to} (${chance(series.p_adjusted ?? 1)}, ${plural(artists, 'artist')}).`;
  }
  const about = `${bare(series, (from + to) / 2)}${unitOf(series)}`;
  const verb = many.test(series.label) ? 'stay' : 'stays';
  const why =
    series.p_adjusted === null ? 'too rare to test' : `${chance(series.p_adjusted)}, no more than chance`;
  return `${label} ${verb} at about ${about} (${why}).`;
}

const inCases = (level: number): string => `${formatCount(level * 100)} of 100`;

/** "Foreseen: about 5 songs in 100 in 2026; in 80 of 100 cases between 3 and 7." */
function foreseen(series: Series, { forecast }: SeriesForecast, level: number): string {
  const last = forecast.at(-1);
  if (last === undefined) return '';
  const [low, high] = bareStep(series, last.lower, last.upper);
  return `Foreseen: about ${bare(series, last.value)}${unitOf(series)} in ${last.label}; in ${inCases(level)} cases between ${low} and ${high}.`;
}

/** What stands above the charts of what is foreseen. */
function aboutForecasts({ better, tried, level, tooLittle }: Forecasts): string {
  if (tooLittle !== null) return `Nothing is foreseen: that takes more. ${tooLittle}`;
  if (better.size === 0)
    return 'Nothing is foreseen: tried on the years that are known, no method came nearer than the last value going on.';
  return `${formatCount(better.size)} of ${plural(tried, 'line')} came nearer than the last value going on, tried on the years that are known. How they go on is drawn as a broken line, in a band that holds ${inCases(level)} outcomes.`;
}

/** What the view of trends says. */
export const trendsText = {
  title: 'Trends',
  heading: 'What rises and falls in rap.',
  waiting: 'Reading the songs…',
  form: 'Which songs',
  period: 'Over the last',
  periods: {
    '1year': 'year',
    '2years': '2 years',
    '3years': '3 years',
    '5years': '5 years',
    '10years': '10 years',
  },
  theme: 'Theme',
  language: 'Language',
  artist: 'Artist',
  any: 'Any',
  show: 'Show',
  sort: 'Order',
  sorts: { effect: 'Largest change', chance: 'Least likely by chance', name: 'Name' },
  scope: (songs: number, artists: number, from: string, to: string) =>
    `${plural(songs, 'song')} by ${plural(artists, 'artist')}, ${formatDate(from, 'month')} to ${formatDate(to, 'month')}. The band holds what 95 of 100 such catalogues would show.`,
  stale: 'Songs have come since this was counted; it is counted again within the hour.',
  rising: (count: number) => `Rising (${formatCount(count)})`,
  falling: (count: number) => `Falling (${formatCount(count)})`,
  level: (count: number) => `No clear change (${formatCount(count)})`,
  absent: (labels: readonly string[]) => `Not found in these songs: ${labels.join(', ')}.`,
  nothing: 'Nothing here changes by more than chance explains. The lines below are grey for that reason.',
  tooFew: 'There is too little to tell a trend from chance.',
  emptyCatalogue: 'There is no analysed song yet. Trends appear when the first songs have been read.',
  longer: 'Ask for the last 10 years',
  all: 'Ask for all songs',
  sentence,
  value: (series: Series, value: number) => `${bare(series, value)}${unitOf(series)}`,
  bare,
  chart: (series: Series, bins: readonly TimeBin[]) =>
    `${capital(series.label)}: ${series.values
      .flatMap((value, at) => (value === null ? [] : [`${bins[at]?.label ?? ''} ${bare(series, value)}`]))
      .join(', ')}`,
  foreseen,
  notForeseen: 'Not foreseen: nothing came nearer than its last value.',
  forecasts: aboutForecasts,
  songs: 'Songs',
  songsOf: (series: Series) => `Songs behind ${series.label}`,
  brushHint: 'Pull across a chart to choose a period and see its songs.',
  period_from: 'From',
  period_to: 'to',
  panel: (series: Series, from: string, to: string) =>
    from === to ? `${capital(series.label)}, ${from}` : `${capital(series.label)}, ${from} to ${to}`,
  most: 'These show it most',
  allSongs: (series: Series) =>
    series.group === 'themes' ? `All ${series.label} of the period` : 'All songs of the period',
  finding: 'Finding the songs…',
  noSongs: 'No song of this kind was released then.',
  more: 'More songs',
  loading: 'Loading…',
  close: 'Close',
} as const;
