import { calibrationPlot } from '../charts/calibration-plot.ts';
import { type IntervalRow, intervalPlot } from '../charts/interval-plot.ts';
import { element, escapeText } from '../charts/markup.ts';
import type { Estimate } from '../statistics/cluster-bootstrap.ts';
import { facts, figure, list, paragraph, section, table } from './html.ts';
import type { EvaluatedAnalyzer, Evaluation } from './read-results.ts';

const BASELINES: Readonly<Record<string, string>> = {
  constant_mean: 'the mean, always',
  constant_median: 'the median, always',
  uniform_random: 'at random',
  word_count: 'by the number of words',
};

export const shown = (one: Estimate | null): string => {
  if (one === null) return 'none';
  const range = one.interval === null ? '' : ` [${one.interval.map((end) => end.toFixed(3)).join(', ')}]`;
  return `${one.value.toFixed(3)}${range}`;
};

const share = (value: number): string => `${(value * 100).toFixed(1)} %`;
const pShown = (p: number): string => (p < 0.001 ? '< .001' : p.toFixed(3));

/** Error of every analyser that has a figure, and below it of what needs no model. */
function intervalRows(analyzers: readonly EvaluatedAnalyzer[]): IntervalRow[] {
  const scored = analyzers.flatMap(({ analyzer, headline }) =>
    headline === null ? [] : [{ analyzer, headline }],
  );
  const own = scored.map(({ analyzer, headline: { scores } }) => ({
    name: analyzer,
    ...scores.mae,
    isBaseline: false,
  }));
  // Baselines are made from the targets of the answered rows: nearly the same beside each analyser.
  const baselines = Object.entries(scored[0]?.headline.baselines ?? {}).map(([name, { mae }]) => ({
    name: BASELINES[name] ?? name,
    ...mae,
    isBaseline: true,
  }));
  return [...own, ...baselines];
}

/** The errors of all analysers, and every reason why one has no figure. */
export function headlineSection({ analyzers, songs }: Evaluation): string {
  const rows = intervalRows(analyzers);
  const refused = analyzers.filter(({ headline }) => headline === null);
  const chart =
    rows.length === 0
      ? paragraph('No analyser has a headline figure in this run; the reasons stand below.')
      : figure(
          intervalPlot(rows, {
            title: 'Mean absolute error with 95 % intervals',
            unit: 'mean absolute error of the sentiment score (-1 to 1)',
          }),
          `${songs} test songs, 95 % intervals that resample artists. Lower is better; grey is what needs no analyser.`,
        );
  const reasons = refused.map(({ analyzer, refused: why }) =>
    element(
      'div',
      { class: 'refused' },
      element('h3', {}, `No figure for ${escapeText(analyzer)}`) + list(why),
    ),
  );
  return section('headline', 'Error beside baselines', chart + reasons.join(''));
}

function scoreTable({ analyzer, headline }: EvaluatedAnalyzer): string {
  if (headline === null) return '';
  const { scores, baselines } = headline;
  return table({
    caption: `${analyzer} and baselines: value and 95 % interval`,
    isFigures: true,
    head: ['predicted by', 'MAE', 'RMSE', 'rank correlation', 'worse by', 'p'],
    rows: [
      [analyzer, shown(scores.mae), shown(scores.rmse), shown(scores.spearman), null, null],
      ...Object.entries(baselines).map(([name, one]) => [
        BASELINES[name] ?? name,
        shown(one.mae),
        shown(one.rmse),
        shown(one.spearman),
        one.worse_by.difference.toFixed(3),
        pShown(one.worse_by.p),
      ]),
    ],
  });
}

function calibration({ analyzer, calibration: bins, headline }: EvaluatedAnalyzer): string {
  // What allows no headline figure, as answers that equal their targets, is not calibrated either.
  if (bins.length < 2 || headline === null) return '';
  const error = headline.calibration_error;
  const caption = `Calibration of ${analyzer}${error === null ? '' : `: expected error ${error.toFixed(3)}`}. Right is at most half a unit off; larger points hold more songs; on the line, confidence is honest.`;
  return figure(calibrationPlot(bins, `Calibration of ${analyzer}`), caption);
}

function analyzerPart(one: EvaluatedAnalyzer): string {
  const { analyzer, rows, answered, failed, artists, success_rate, sentiment_macro_f1, tokens, cost_usd } =
    one;
  const worst = one.headline?.failures_as_worst ?? null;
  const told = facts([
    ['songs', rows],
    ['artists', artists],
    ['answered', `${answered} (${share(success_rate)})`],
    ['failed', failed],
    ['macro-F1 of sentiment', sentiment_macro_f1?.toFixed(3) ?? null],
    ['tokens', tokens],
    ['cost', cost_usd === null ? null : `$${cost_usd.toFixed(4)}`],
    ['MAE, failures as the worst', worst?.mae.toFixed(3) ?? null],
  ]);
  return element('h3', {}, escapeText(analyzer)) + told + scoreTable(one) + calibration(one);
}

export function analyzersSection({ analyzers, agreement }: Evaluation): string {
  const alpha = (value: number | null): string =>
    value?.toFixed(3) ?? 'none: it needs two analysers that differ';
  return section(
    'analysers',
    'Each analyser',
    analyzers.map(analyzerPart).join('') +
      element('h3', {}, 'Agreement among analysers') +
      facts([
        ["Krippendorff's alpha, sentiment", alpha(agreement.sentiment)],
        ["Krippendorff's alpha, sentiment score", alpha(agreement.sentiment_score)],
      ]),
  );
}
