import type { Command } from 'commander';
import { inputFile } from '../command-options.ts';
import type { Evaluation, Scores } from '../lab/evaluate/score-file.ts';
import type { Estimate } from '../lab/statistics/cluster-bootstrap.ts';

interface Options {
  predictions: string;
  json?: boolean;
}

const DECIMALS = 4;

export function addLabEvaluate(command: Command): void {
  command
    .requiredOption(
      '--predictions <file>',
      'NDJSON or JSON with id, artist, predicted (null: it failed) and actual; also split, text, prompt, repeat, cached, confidence',
      inputFile,
    )
    .option('--json', 'print one JSON object')
    .action(async ({ predictions, json }: Options) => {
      const { roundNumbers } = await import('../../src/ml/round-numbers.ts');
      const { evaluatePredictions } = await import('../lab/evaluate/score-file.ts');
      const { readPredictions } = await import('../lab/evaluate/prediction-rows.ts');
      const result = roundNumbers(evaluatePredictions(await readPredictions(predictions)), DECIMALS);
      console.log(json ? JSON.stringify(result) : describe(result));
    });
}

const shown = (one: Estimate | null): string => {
  if (one === null) return 'none';
  const range = one.interval === null ? 'no interval' : one.interval.map((end) => end.toFixed(3)).join(', ');
  return `${one.value.toFixed(3)} [${range}]`;
};

const line = (name: string, { mae, rmse, spearman }: Scores): string =>
  `  ${name.padEnd(16)} MAE ${shown(mae)}, RMSE ${shown(rmse)}, rank correlation ${shown(spearman)}`;

function describe({ refused, rows, failed, artists, headline }: Evaluation): string {
  const head = `${rows} rows of ${artists} artists, ${failed} failed`;
  if (headline === null)
    return [head, 'No headline figure:', ...refused.map((why) => `  - ${why}`)].join('\n');
  return [
    head,
    line('predictions', headline.scores),
    ...Object.entries(headline.baselines).map(
      ([name, one]) =>
        `${line(name, one)}, worse by ${one.worse_by.difference.toFixed(3)} (p ${one.worse_by.p.toFixed(4)})`,
    ),
    `  failed rows as wrong as possible: MAE ${headline.failures_as_worst.mae.toFixed(3)}, RMSE ${headline.failures_as_worst.rmse.toFixed(3)}`,
  ].join('\n');
}
