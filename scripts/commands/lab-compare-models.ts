import { type Command, Option } from 'commander';
import {
  filledText,
  inputFile,
  namesIn,
  type StackChoice,
  wholeNumber,
  withStack,
} from '../command-options.ts';
import type { ModelComparison } from '../lab/compare-models/compare-models.ts';
import { withOperator } from '../operator-context.ts';
import { createProgress } from '../progress.ts';

interface Options extends StackChoice {
  dataset: string;
  models?: string;
  prices?: string;
  limit: number;
  results: string;
  fresh?: boolean;
  json?: boolean;
}

const NOTES = `
Every configured model (LLM_MODEL, LLM_FALLBACK_MODEL) is asked about the test songs of the data set, past every cache,
at temperature 0, beside the engine. Models of the price list that are not called get a row with their price only.`;

export function addLabCompareModels(command: Command): void {
  withStack(command)
    .addHelpText('after', NOTES)
    .requiredOption('--dataset <folder>', 'a folder of lab prepare-dataset', filledText(1000))
    .option('--models <names>', 'further models of the same server, with commas', filledText(2000))
    .option('--prices <file>', 'list prices as in scripts/lab/compare-models/list-prices.json', inputFile)
    .option(
      '--limit <n>',
      'only the first songs: every song costs a call to every model',
      wholeNumber(1, 100_000),
      200,
    )
    .addOption(
      new Option('--results <folder>', 'where runs are kept').argParser(filledText(1000)).default('results'),
    )
    .option('--fresh', 'ask everything again instead of going on with an unfinished run')
    .option('--json', 'print one JSON object')
    .action(run);
}

async function run(options: Options): Promise<void> {
  const { readDataset } = await import('../lab/dataset/read-dataset.ts');
  const { withRun } = await import('../lab/run/lab-run.ts');
  const { readListPrices } = await import('../lab/compare-models/list-prices.ts');
  const { runComparison } = await import('../lab/compare-models/run-comparison.ts');
  const { describeMatrix } = await import('../lab/compare-models/describe-matrix.ts');
  const { hash, samples } = await readDataset(options.dataset);
  const listPrices = await readListPrices(options.prices ?? null);
  const models = namesIn(options.models ?? '');
  const test = samples.filter(({ split }) => split === 'test').slice(0, options.limit);
  await withOperator({ data: options.data }, {}, async ({ ctx }) => {
    const progress = createProgress('answers');
    const configured = ctx.chatModels.map(({ chat }) => chat.model);
    const request = {
      command: 'compare-models',
      results: options.results,
      configuration: { models: [...configured, ...models], limit: options.limit, listPrices },
      seed: null,
      dataHash: hash,
      isFresh: options.fresh ?? false,
    };
    try {
      await withRun(request, async (labRun) => {
        const asked = { samples: test, models, listPrices, onAnswer: progress.update };
        const { comparison, files } = await runComparison(ctx, labRun, asked);
        progress.stop();
        console.log(
          options.json
            ? JSON.stringify({ dataset_hash: hash, ...comparison, files })
            : [describeMatrix(comparison.rows), summary(comparison, files)].join('\n'),
        );
      });
    } finally {
      progress.stop();
    }
  });
}

const summary = ({ songs }: ModelComparison, files: Readonly<Record<string, string>>): string =>
  `${songs} test songs; chart in ${files.chart}, table in ${files.table}`;
