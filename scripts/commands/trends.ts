import { type Command, InvalidArgumentError, Option } from 'commander';
import { THEMES, type Theme } from '../../src/lyrics/themes/theme-names.ts';
import type { AnalyzeTrendsInput, analyzeTrends } from '../../src/services/trends/analyze-trends.ts';
import type { Scope, SeriesTrend } from '../../src/services/trends/contract.ts';
import { periodInWords, TIME_PERIOD } from '../../src/services/trends/time-period.ts';
import { byP, formatP } from '../../src/services/trends/trend-sentences.ts';
import { filledText, type TargetChoice, withTarget } from '../command-options.ts';
import { openWorkerApi, withOperator } from '../operator-context.ts';
import { sparkline } from '../sparkline.ts';

interface TrendOptions extends TargetChoice {
  period: string;
  artist?: string;
  language?: string;
  theme?: Theme;
  all?: boolean;
  json?: boolean;
}

type Answer = Awaited<ReturnType<typeof analyzeTrends>>;
type Current = Extract<Answer, { analysis_type: 'current' }>;
type Forecasts = Extract<Answer, { analysis_type: 'forecast' }>;

const SHOWN = 5;
/** Series that are not significant are shown up to this p, before correction. */
const NEAR = 0.2;
const LABEL = 30;

export function addTrendsCurrent(command: Command): void {
  withFilters(command)
    .option('--all', 'every series, not only those that change most')
    .action(async (options: TrendOptions) => {
      const answer = await answerFor('current', options);
      console.log(
        options.json ? JSON.stringify(answer, null, 2) : formatCurrent(answer as Current, options.all),
      );
    });
}

export function addTrendsForecast(command: Command): void {
  withFilters(command).action(async (options: TrendOptions) => {
    const answer = await answerFor('forecast', options);
    console.log(options.json ? JSON.stringify(answer, null, 2) : formatForecast(answer as Forecasts));
  });
}

function timePeriod(text: string): string {
  if (!TIME_PERIOD.test(text))
    throw new InvalidArgumentError('Must be 3months to 120months, or 1year to 10years, such as 5years.');
  return text;
}

const withFilters = (command: Command): Command =>
  withTarget(command)
    .option(
      '--period <period>',
      'counted back from the newest release: 3months to 10years',
      timePeriod,
      '10years',
    )
    .option('--artist <name>', 'only songs by this artist', filledText(200))
    .option('--language <code>', 'only songs in this language, as an ISO 639 code', filledText(3))
    .addOption(new Option('--theme <theme>', 'only songs with this theme').choices(THEMES))
    .option('--json', 'print the response of the API');

async function answerFor(type: AnalyzeTrendsInput['type'], options: TrendOptions): Promise<Answer> {
  const { period, artist = null, language = null, theme = null } = options;
  if (options.url !== undefined) {
    const api = await openWorkerApi(options, { start: false });
    return api.post<Answer>('/analyze-trends', {
      analysis_type: type,
      time_period: period,
      ...{ artist, language, theme },
    });
  }
  return withOperator(options, { mustHoldData: true }, async ({ ctx }) => {
    const { analyzeTrends } = await import('../../src/services/trends/analyze-trends.ts');
    return analyzeTrends(ctx, { type, timePeriod: period, filters: { artist, language, theme } });
  });
}

function formatScope({ window, songs, insufficient, notes }: Scope): string[] {
  const noted = notes.map((note) => `  ${note}`);
  if (insufficient !== null) return [`Too little data. ${insufficient.message}`, ...noted];
  if (window === null) return [];
  const width = window.width === 1 ? window.unit : `${window.width} ${window.unit}s`;
  const head = `${songs.counted} songs by ${songs.artists} artists, ${window.from} to ${window.to}, by ${width}`;
  return [head, ...noted];
}

/** What rises and falls, with a sparkline each, what comes near to it, and what the answer concludes. */
export function formatCurrent(answer: Current, all = false): string {
  const sections = all ? byDirection(answer.series) : bySurety(answer.series);
  return [
    ...formatScope(answer),
    ...sections.flatMap(([title, some]) =>
      some.length === 0 ? [] : ['', title, ...some.flatMap(formatSeries)],
    ),
    ...(answer.summary.length === 0 ? [] : ['', ...answer.summary]),
    ...(all || answer.series.length === 0 ? [] : ['--all shows every series.']),
  ].join('\n');
}

type Section = [title: string, series: SeriesTrend[]];

const byDirection = (series: readonly SeriesTrend[]): Section[] =>
  (['rising', 'falling', 'level', null] as const).map((direction) => [
    direction ?? 'not known',
    byP(series.filter((one) => one.direction === direction)),
  ]);

function bySurety(series: readonly SeriesTrend[]): Section[] {
  const sure = byP(series.filter(({ significant }) => significant));
  const near = byP(series.filter(({ significant, p }) => !significant && p !== null && p <= NEAR));
  return [
    ['rising', sure.filter(({ direction }) => direction === 'rising').slice(0, SHOWN)],
    ['falling', sure.filter(({ direction }) => direction === 'falling').slice(0, SHOWN)],
    ['moving, but no more than chance explains', near.slice(0, SHOWN)],
  ];
}

function formatSeries(one: SeriesTrend): string[] {
  const p = one.p_adjusted === null ? 'not tested' : `${formatP(one.p_adjusted)} corrected`;
  const sure = one.significant ? '*' : ' ';
  return [
    `${sure} ${one.label.padEnd(LABEL)} ${sparkline(one.values)}  ${p}`,
    ...(one.effect === null ? [] : [`      ${one.effect}`]),
    ...one.warnings.map((warning) => `      ${warning}`),
    ...one.songs.map(
      ({ artist, title, release_date: date }) =>
        `      ${artist} - ${title}${date === null ? '' : ` (${date.slice(0, 4)})`}`,
    ),
  ];
}

/** The history and the forecast of each series, the forecast behind a bar. */
export function formatForecast(answer: Forecasts): string {
  const lines = answer.series.map(({ label, values, forecast, text }) => {
    const next = forecast.map(({ value }) => value);
    const line = `${sparkline(values, next)}|${sparkline(next, values)}`;
    return `  ${label.padEnd(LABEL)} ${line}\n      ${text}`;
  });
  const left = answer.left_out.map(({ name, reason }) => `  ${name} is left out: ${reason}`);
  return [...formatScope(answer), ...lines, ...left].join('\n');
}

interface MovingTheme {
  label: string;
  p: number | null;
  p_mann_kendall: number | null;
  significant: boolean;
}

/** One line that names a theme that rises and one that falls, each with its p, and says how far to trust it. */
export function formatThemes(trends: {
  period: string;
  songs: number;
  rising: MovingTheme | null;
  falling: MovingTheme | null;
  insufficient: string | null;
}): string {
  const { songs, rising, falling, insufficient } = trends;
  const period = periodInWords(trends.period);
  if (insufficient !== null) return `Themes over ${period}: ${insufficient}`;
  const moving = [rising, falling].filter((one) => one !== null);
  if (moving.length === 0) return `Themes over ${period} (${songs} songs): none moves.`;
  const named = [
    rising === null ? null : `rising: ${tell(rising)}`,
    falling === null ? null : `falling: ${tell(falling)}`,
  ];
  const unsure = moving.length === 1 ? 'it is not' : 'neither is';
  const trust = moving.some(({ significant }) => significant)
    ? ''
    : ` After correction for all series, ${unsure} more than chance explains: ${songs} songs are few.`;
  return `Themes over ${period} (${songs} songs), ${named.filter((part) => part !== null).join('; ')}.${trust}`;
}

function tell({ label, p, p_mann_kendall: overBins }: MovingTheme): string {
  if (p === null) return `${label} (not tested)`;
  const alone = overBins === null || overBins === p ? '' : `, over the years alone ${formatP(overBins)}`;
  return `${label} (${formatP(p)}${alone})`;
}
