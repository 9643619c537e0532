import { join } from 'node:path';
import type { Command } from 'commander';
import { filledText, inputFile, type TargetChoice, wholeNumber, withTarget } from '../command-options.ts';
import { CommandError } from '../explain.ts';
import type { AnalyzerComparison } from '../lab/evaluate/compare-analyzers.ts';
import type { Evaluation, Scores } from '../lab/evaluate/score-file.ts';
import type { Estimate } from '../lab/statistics/cluster-bootstrap.ts';
import { createProgress } from '../progress.ts';

interface Options extends TargetChoice {
  predictions?: string;
  dataset?: string;
  analyzers: string;
  repeat: number;
  limit?: number;
  out: string;
  json?: boolean;
}

const DECIMALS = 4;
const PREDICTIONS =
  'NDJSON or JSON with id, artist, predicted (null: it failed) and actual; also split, text, prompt, repeat, cached, confidence';

export function addLabEvaluate(command: Command): void {
  withTarget(command)
    .option('--predictions <file>', PREDICTIONS, inputFile)
    .option(
      '--dataset <folder>',
      'a folder of lab prepare-dataset: its test songs are asked about',
      filledText(1000),
    )
    .option('--analyzers <names>', 'analysers to ask, with commas', filledText(300), 'algorithmic')
    .option(
      '--repeat <n>',
      'times each question is asked, past the cache from the second on',
      wholeNumber(1, 20),
      1,
    )
    .option('--limit <n>', 'only the first songs', wholeNumber(1, 1_000_000))
    .option(
      '--out <folder>',
      'where answers are kept, so that a run goes on where it stopped',
      filledText(1000),
      'results/evaluations',
    )
    .option('--json', 'print one JSON object')
    .action(async (options: Options) => {
      const { roundNumbers } = await import('../../src/ml/round-numbers.ts');
      if ((options.predictions === undefined) === (options.dataset === undefined))
        throw new CommandError('Give either --predictions or --dataset.');
      if (options.predictions !== undefined) {
        const result = roundNumbers(await judgeFile(options.predictions), DECIMALS);
        console.log(options.json ? JSON.stringify(result) : describe('predictions', result));
        return;
      }
      const result = roundNumbers(await judgeAnalyzers(options, options.dataset ?? ''), DECIMALS);
      console.log(options.json ? JSON.stringify(result) : describeAll(result));
    });
}

async function judgeFile(file: string): Promise<Evaluation> {
  const { evaluatePredictions } = await import('../lab/evaluate/score-file.ts');
  const { readPredictions } = await import('../lab/evaluate/prediction-rows.ts');
  return evaluatePredictions(await readPredictions(file));
}

type Judged = AnalyzerComparison & { dataset_hash: string; songs: number; rows_file: string };

async function judgeAnalyzers(options: Options, folder: string): Promise<Judged> {
  const { readDataset } = await import('../lab/dataset/read-dataset.ts');
  const { askAnalyzers } = await import('../lab/evaluate/ask-analyzers.ts');
  const { askPatiently } = await import('../lab/evaluate/ask-patiently.ts');
  const { compareAnalyzers } = await import('../lab/evaluate/compare-analyzers.ts');
  const { openWorkerApi } = await import('../operator-context.ts');
  const { hash, samples } = await readDataset(folder);
  const test = samples.filter(({ split }) => split === 'test').slice(0, options.limit);
  const analyzers = [
    ...new Set(
      options.analyzers
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ].sort();
  const file = join(options.out, `${hash.slice(0, 12)}-${analyzers.join('-')}-${options.repeat}.jsonl`);
  const api = await openWorkerApi(options, { start: true });
  const progress = createProgress('answers');
  try {
    const ask = askPatiently((body) => api.post('/analyze', body));
    const rows = await askAnalyzers(test, {
      ask,
      analyzers,
      repeat: options.repeat,
      file,
      onRow: progress.update,
    });
    return { dataset_hash: hash, songs: test.length, rows_file: file, ...compareAnalyzers(test, rows) };
  } finally {
    progress.stop();
    await api.close();
  }
}

const shown = (one: Estimate | null): string => {
  if (one === null) return 'none';
  const range = one.interval === null ? 'no interval' : one.interval.map((end) => end.toFixed(3)).join(', ');
  return `${one.value.toFixed(3)} [${range}]`;
};

const line = (name: string, { mae, rmse, spearman }: Scores): string =>
  `  ${name.padEnd(16)} MAE ${shown(mae)}, RMSE ${shown(rmse)}, rank correlation ${shown(spearman)}`;

function describe(name: string, { refused, rows, failed, artists, headline }: Evaluation): string {
  const head = `${name}: ${rows} rows of ${artists} ${artists === 1 ? 'artist' : 'artists'}, ${failed} failed`;
  if (headline === null)
    return [head, 'No headline figure:', ...refused.map((why) => `  - ${why}`)].join('\n');
  return [
    head,
    line('predictions', headline.scores),
    ...Object.entries(headline.baselines).map(
      ([baseline, one]) =>
        `${line(baseline, one)}, worse by ${one.worse_by.difference.toFixed(3)} (p ${one.worse_by.p.toFixed(4)})`,
    ),
    `  failed rows as wrong as possible: MAE ${headline.failures_as_worst.mae.toFixed(3)}, RMSE ${headline.failures_as_worst.rmse.toFixed(3)}`,
  ].join('\n');
}

const orNone = (value: number | null, digits = 3): string => value?.toFixed(digits) ?? 'none';

function describeAll({ dataset_hash, songs, analyzers, agreement, rows_file }: Judged): string {
  return [
    `${songs} test songs of the data set ${dataset_hash.slice(0, 12)}, rows in ${rows_file}`,
    ...analyzers.flatMap((one) => [
      describe(one.analyzer, one),
      `  answered ${(one.success_rate * 100).toFixed(1)} %, macro-F1 of sentiment ${orNone(one.sentiment_macro_f1)}, ${
        one.tokens ?? 'no'
      } tokens, $${orNone(one.cost_usd, 4)}, p50 ${one.latency_ms?.p50 ?? 'none'} ms, p95 ${one.latency_ms?.p95 ?? 'none'} ms`,
    ]),
    `agreement (alpha): sentiment ${orNone(agreement.sentiment)}, its score ${orNone(agreement.sentiment_score)}`,
  ].join('\n');
}
