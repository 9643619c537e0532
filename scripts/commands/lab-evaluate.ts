import { join } from 'node:path';
import type { Command } from 'commander';
import {
  filledText,
  inputFile,
  namesIn,
  type TargetChoice,
  wholeNumber,
  withTarget,
} from '../command-options.ts';
import { CommandError } from '../explain.ts';
import type { AskAnalysis } from '../lab/evaluate/ask-analyzers.ts';
import type { AnalyzerComparison } from '../lab/evaluate/compare-analyzers.ts';
import type { Evaluation, Scores } from '../lab/evaluate/score-file.ts';
import type { Estimate } from '../lab/statistics/cluster-bootstrap.ts';
import { createProgress } from '../progress.ts';

interface Options extends TargetChoice {
  predictions?: string;
  dataset?: string;
  analyzers?: string;
  prompts?: string;
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
    .option(
      '--analyzers <names>',
      'analysers to ask, with commas (default: algorithmic; with --prompts: qwen)',
      filledText(300),
    )
    .option(
      '--prompts <names>',
      'ask the configured model with each of these prompts, in this process and past every cache: analysis-v2, or files with other instructions',
      filledText(2000),
    )
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

interface Asking {
  ask: AskAnalysis;
  analyzers: string[];
  close(): Promise<void>;
}

/** Asks the Worker. */
async function askWorker(options: Options): Promise<Asking> {
  const { askPatiently } = await import('../lab/evaluate/ask-patiently.ts');
  const { openWorkerApi } = await import('../operator-context.ts');
  const api = await openWorkerApi(options, { start: true });
  return {
    ask: askPatiently((body) => api.post('/analyze', body)),
    analyzers: namesIn(options.analyzers ?? 'algorithmic').sort(),
    close: () => api.close(),
  };
}

/** Asks the model itself, with each prompt: the Worker knows only its own. */
async function askPrompts(options: Options, names: string): Promise<Asking> {
  if (options.url !== undefined)
    throw new CommandError('--prompts asks the model in this process: leave --url out.');
  const { analyzerWith, askWithPrompts, readPrompts } = await import('../lab/evaluate/prompts.ts');
  const { openOperatorContext } = await import('../operator-context.ts');
  const prompts = await readPrompts(namesIn(names));
  const operator = await openOperatorContext({ dataDir: options.data });
  const analyzers = namesIn(options.analyzers ?? 'qwen');
  return {
    ask: askWithPrompts(operator.ctx, prompts),
    analyzers: analyzers.flatMap((analyzer) => prompts.map((prompt) => analyzerWith(analyzer, prompt))),
    close: () => operator.close(),
  };
}

async function judgeAnalyzers(options: Options, folder: string): Promise<Judged> {
  const { readDataset } = await import('../lab/dataset/read-dataset.ts');
  const { askAnalyzers } = await import('../lab/evaluate/ask-analyzers.ts');
  const { compareAnalyzers } = await import('../lab/evaluate/compare-analyzers.ts');
  const { hash, samples } = await readDataset(folder);
  const test = samples.filter(({ split }) => split === 'test').slice(0, options.limit);
  const { ask, analyzers, close } = await (options.prompts === undefined
    ? askWorker(options)
    : askPrompts(options, options.prompts));
  const file = join(options.out, `${hash.slice(0, 12)}-${analyzers.join('-')}-${options.repeat}.jsonl`);
  const progress = createProgress('answers');
  try {
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
    await close();
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

function describeAll({ dataset_hash, songs, analyzers, pairs, agreement, rows_file }: Judged): string {
  return [
    `${songs} test songs of the data set ${dataset_hash.slice(0, 12)}, rows in ${rows_file}`,
    ...analyzers.flatMap((one) => [
      describe(one.analyzer, one),
      `  answered ${(one.success_rate * 100).toFixed(1)} %, macro-F1 of sentiment ${orNone(one.sentiment_macro_f1)}, ${
        one.tokens ?? 'no'
      } tokens, $${orNone(one.cost_usd, 4)}, p50 ${one.latency_ms?.p50 ?? 'none'} ms, p95 ${one.latency_ms?.p95 ?? 'none'} ms`,
      ...(one.repeats === null
        ? []
        : [
            `  asked again about ${one.repeats.songs} songs: the same sentiment for ${(one.repeats.same_sentiment * 100).toFixed(1)} %, scores within ${one.repeats.score_range.toFixed(3)} on average`,
          ]),
    ]),
    ...pairs.map(
      ({ first, second, songs: both, difference, p }) =>
        `${difference > 0 ? second : first} errs less than ${difference > 0 ? first : second} by ${Math.abs(difference).toFixed(3)} on ${both} songs (p ${p.toFixed(4)})`,
    ),
    `agreement (alpha): sentiment ${orNone(agreement.sentiment)}, its score ${orNone(agreement.sentiment_score)}`,
  ].join('\n');
}
