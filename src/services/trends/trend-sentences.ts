import { formatStep, formatValue, type Step } from '../../ml/trends/format-values.ts';
import type { Series } from '../../ml/trends/series.ts';
import type { SeriesForecast, SeriesTrend } from './contract.ts';

/** A trend is called significant up to this p, corrected for all series. */
export const SIGNIFICANT = 0.05;
const NAMED_IN_SUMMARY = 3;
/** Where so much of a slope is gone without at most three artists, it is theirs. */
const FEW_CARRY = 0.5;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const percent = (share: number): string => `${Math.round(share * 100)} %`;

export const formatP = (p: number): string =>
  p < 0.001 ? 'p < .001' : `p = ${p.toFixed(3).replace(/^0/, '')}`;

export const listOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** `Songs about love: from about 12.1 % to 20.3 % (+8.2 percentage points) between 2016-Q1 and 2025-Q4.` */
export const effectSentence = (series: Series, fitted: Step, ends: { first: string; last: string }): string =>
  `${capital(series.label)}: from about ${formatStep(series, fitted)} between ${ends.first} and ${ends.last}.`;

/** For a series whose slope is 0 because most bins hold the same value, such as no song about a rare theme. */
export function halvesSentence(series: Series, early: number, late: number): string {
  const [before, after] = [formatValue(series, early), formatValue(series, late)];
  const text =
    before === after ? `${before} in both halves` : `${before} in the first half, ${after} in the second`;
  return `${capital(series.label)}: ${text}.`;
}

export const changeSentence = (series: Series, at: { bin: string; before: number; after: number }): string =>
  `${capital(series.label)}: ${formatValue(series, at.before)} before ${at.bin}, ${formatValue(series, at.after)} from then on.`;

/** Null unless most of the slope is gone without few artists. */
export function carriedWarning({ carried_by: by, carried_share: share }: SeriesTrend): string | null {
  if (share === null || share < FEW_CARRY || by.length === 0) return null;
  const names = listOf(by.map(({ artist }) => artist));
  const most = share >= 1 ? 'all of the change' : `${percent(share)} of the change`;
  return `Few artists carry it: without ${names}, ${most} is gone.`;
}

/** What a reader should take away, the surest first: slopes, then steps of what has no sure slope. */
export function summarize(series: readonly SeriesTrend[]): string[] {
  const sure = series.filter(({ significant }) => significant);
  const tested = series.filter((one) => one.p !== null).length;
  const steps = stepSentences(series);
  if (sure.length === 0) return [tellNone(tested, steps.length > 0), ...steps];
  const slopes = (['rising', 'falling'] as const).flatMap((direction) =>
    byP(sure.filter((one) => one.direction === direction))
      .slice(0, NAMED_IN_SUMMARY)
      .map(
        (one) =>
          `${capital(direction)}. ${one.effect} ${capital(formatP(one.p_adjusted ?? 1))} after correction for ${tested} series.`,
      ),
  );
  return [...slopes, ...steps];
}

function tellNone(tested: number, hasSteps: boolean): string {
  if (tested === 0) return 'No series could be tested for a trend.';
  const what = hasSteps ? 'rises or falls steadily' : 'changes';
  return `None of ${tested} series ${what} by more than chance explains (p above ${SIGNIFICANT} after correction for all of them).`;
}

/** A step near either end of the window is no slope, however high it is. */
const stepSentences = (series: readonly SeriesTrend[]): string[] =>
  series
    .filter(({ significant }) => !significant)
    .flatMap(({ change_points }) => change_points)
    .toSorted((a, b) => a.p - b.p)
    .slice(0, NAMED_IN_SUMMARY)
    .map(
      ({ text, p }) =>
        `Changed at one time. ${text} ${capital(formatP(p))}, not corrected for the number of series.`,
    );

/** The least likely by chance first. */
export const byP = (series: readonly SeriesTrend[]): SeriesTrend[] =>
  series.toSorted(
    (a, b) =>
      (a.p ?? 1) - (b.p ?? 1) ||
      (a.p_mann_kendall ?? 1) - (b.p_mann_kendall ?? 1) ||
      a.name.localeCompare(b.name),
  );

/** `Songs about love: about 14.2 % in 2026-Q1 (80 % interval 11.0 % to 17.4 %), by damped trend; …` */
export function forecastSentence(
  series: Series,
  { method, forecast, backtest }: Pick<SeriesForecast, 'method' | 'forecast' | 'backtest'>,
  level: number,
): string {
  const last = forecast.at(-1);
  if (last === undefined) return '';
  const [value, lower, upper] = [last.value, last.lower, last.upper].map((one) => formatValue(series, one));
  const ratio = backtest.ratio_to_naive;
  const tested =
    method === 'naive'
      ? 'the last value goes on: no other method is surely closer'
      : `by ${method.replaceAll('_', ' ')}, whose errors in the back-test were ${percent(ratio ?? 1)} of those of the last value going on`;
  return `${capital(series.label)}: about ${value} in ${last.label} (${percent(level)} interval ${lower} to ${upper}), ${tested}.`;
}
