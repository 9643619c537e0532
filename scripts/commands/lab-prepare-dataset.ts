import type { Command } from 'commander';
import {
  decimal,
  filledText,
  languageCode,
  MAX_SEED,
  namesIn,
  type StackChoice,
  wholeNumber,
  withStack,
} from '../command-options.ts';
import type { PreparedDataset } from '../lab/dataset/prepare-dataset.ts';
import { withOperator } from '../operator-context.ts';
import { createProgress } from '../progress.ts';

interface Options extends StackChoice {
  size: number;
  confidence: number;
  length: number;
  analyzers?: string;
  language?: string;
  testShare: number;
  seed: number;
  out: string;
  json?: boolean;
}

export function addLabPrepareDataset(command: Command): void {
  withStack(command)
    .option('--size <n>', 'songs at most', wholeNumber(1, 1_000_000), 1000)
    .option('--confidence <n>', 'of the analysis, above this, 0-1', decimal(0, 1), 0.5)
    .option('--length <n>', 'characters of the lyrics, above this', wholeNumber(0, 1_000_000), 100)
    .option(
      '--analyzers <names>',
      'analysers whose answers are the targets, with commas; absent: any',
      filledText(300),
    )
    .option('--language <code>', 'ISO 639; absent: any', languageCode)
    .option('--test-share <n>', 'share of the songs in the test, 0-1', decimal(0, 1), 0.2)
    .option('--seed <n>', 'decides which artists are the test', wholeNumber(0, MAX_SEED), 1)
    .option('--out <folder>', 'where data sets are written', filledText(1000), 'results/datasets')
    .option('--json', 'print one JSON object')
    .action((options: Options) =>
      withOperator({ data: options.data }, { mustHoldData: true }, async ({ ctx }) => {
        const { prepareDataset } = await import('../lab/dataset/prepare-dataset.ts');
        const progress = createProgress('songs');
        const { analyzers = '', language = null, data: _, json, ...rest } = options;
        const prepared = await prepareDataset(ctx.sql, {
          ...rest,
          analyzers: namesIn(analyzers),
          language,
          onSong: (songs) => progress.update(songs, songs),
        });
        progress.stop();
        console.log(json ? JSON.stringify(prepared) : describe(prepared));
      }),
    );
}

const describe = ({
  folder,
  dataset_hash,
  songs,
  split,
  excluded,
  catalogue_songs,
}: PreparedDataset): string =>
  [
    `${songs} of ${catalogue_songs} songs in ${folder}: ${split.train.songs} to train on (${split.train.artists} artists), ${split.test.songs} to test on (${split.test.artists} artists)`,
    `hash ${dataset_hash}`,
    ...Object.entries(excluded).map(([why, count]) => `  left out, ${why}: ${count}`),
  ].join('\n');
