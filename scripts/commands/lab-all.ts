import type { Command } from 'commander';
import {
  decimal,
  filledText,
  inputFile,
  MAX_SEED,
  namesIn,
  type StackChoice,
  wholeNumber,
  withStack,
} from '../command-options.ts';
import type { AllResult } from '../lab/all/run-all.ts';
import { withOperator } from '../operator-context.ts';
import { createProgress } from '../progress.ts';

interface Options extends StackChoice {
  size: number;
  testShare: number;
  confidence: number;
  analyzers?: string;
  models?: string;
  prices?: string;
  labels?: string;
  limit: number;
  seed: number;
  results: string;
  withoutModel?: boolean;
  fresh?: boolean;
  json?: boolean;
}

const NOTES = `
In order: test-api, prepare-dataset, evaluate, compare-models, export-finetune, train-quality
(with --labels), report. Each step is kept in the folder of the run; a run
that was ended goes on where it stopped when the same command is given again. Songs come from the catalogue of --data:
fill it with barline import FILE --wait. A repeated run gives the same dataset_hash and metrics.`;

export function addLabAll(command: Command): void {
  withStack(command)
    .addHelpText('after', NOTES)
    .option('--size <n>', 'songs of the data set at most', wholeNumber(1, 1_000_000), 1000)
    .option('--test-share <n>', 'share of the songs in the test, 0-1', decimal(0, 1), 0.2)
    .option('--confidence <n>', 'of the analysis, above this, 0-1', decimal(0, 1), 0.5)
    .option('--analyzers <names>', 'whose answers are the targets, with commas; absent: any', filledText(300))
    .option('--models <names>', 'further models of the configured server, with commas', filledText(2000))
    .option('--prices <file>', 'list prices as in scripts/lab/compare-models/list-prices.json', inputFile)
    .option(
      '--labels <file>',
      'labelled songs as lab train-quality reads them; it is trained on them',
      inputFile,
    )
    .option('--limit <n>', 'test songs that are asked about, at most', wholeNumber(1, 100_000), 200)
    .option('--seed <n>', 'decides which artists are the test', wholeNumber(0, MAX_SEED), 1)
    .option('--results <folder>', 'where results are kept', filledText(1000), 'results')
    .option('--without-model', 'ask no chat model, although one is configured')
    .option('--fresh', 'begin anew instead of going on with an unfinished run')
    .option('--json', 'print one JSON object')
    .action(run);
}

const namesOf = (list: string | undefined): string[] => namesIn(list ?? '').sort();

async function run(options: Options): Promise<void> {
  const { withRun } = await import('../lab/run/lab-run.ts');
  const { readListPrices } = await import('../lab/compare-models/list-prices.ts');
  const { runAll } = await import('../lab/all/run-all.ts');
  const { withoutModel } = await import('../lab/evaluate/ask-directly.ts');
  const listPrices = await readListPrices(options.prices ?? null);
  const { data, analyzers, models, results, seed, fresh, json, labels = null, prices: _, ...rest } = options;
  const { hashFiles } = await import('../lab/train/hash-files.ts');
  const labelsHash = labels === null ? null : await hashFiles([labels]);
  const named = { analyzers: namesOf(analyzers), models: namesOf(models) };
  await withOperator({ data }, { mustHoldData: true }, async ({ ctx: configured }) => {
    const ctx = options.withoutModel ? withoutModel(configured) : configured;
    const chatModels = ctx.chatModels.map(({ chat }) => chat.endpoint);
    const request = {
      command: 'all',
      results,
      configuration: { ...rest, ...named, data, chatModels, listPrices, labels, labelsHash },
      seed,
      isFresh: fresh ?? false,
    };
    const progress = createProgress('answers');
    try {
      const result = await withRun(request, (labRun) =>
        runAll(ctx, labRun, {
          ...rest,
          ...named,
          results,
          seed,
          listPrices,
          labels,
          onProgress: progress.update,
          onStep: (sentence) => process.stderr.write(`${sentence}\n`),
        }),
      );
      console.log(json ? JSON.stringify(result) : describe(result));
    } finally {
      progress.stop();
    }
  });
}

const describe = ({ dataset_hash, steps, files }: AllResult): string =>
  [
    `data set ${dataset_hash}`,
    ...steps.map(
      ({ name, state, reason }) => `${name.padEnd(16)} ${state}${reason === null ? '' : `: ${reason}`}`,
    ),
    `report in ${files.report}`,
  ].join('\n');
