import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { filledText, inputFile, inputFiles, MAX_SEED, wholeNumber } from '../command-options.ts';
import type { TrainingResult } from '../lab/train/train-run.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface TrainOptions {
  project: string;
  results: string;
  seed: number;
  fresh?: boolean;
  json?: boolean;
}

/** A folder with sources whose models are compared with and changed. */
export const projectOption = () =>
  new Option('--project <folder>', 'folder of sources whose models are read and changed')
    .argParser(filledText(4096))
    .default(ROOT, 'these sources');

/** What all training commands have. */
export const withTraining = (command: Command): Command =>
  command
    .addOption(projectOption())
    .option('--results <folder>', 'where runs are written', filledText(4096), 'results')
    .option('--seed <n>', 'decides which artists are held out, and all draws', wholeNumber(0, MAX_SEED), 1)
    .option('--fresh', 'begin anew although an unfinished run could go on')
    .option('--json', 'print one JSON object');

export function addTrainQuality(command: Command): void {
  withTraining(
    command
      .argument('<file>', 'NDJSON with artist, title, lyrics and overall_quality (1-10)', inputFile)
      .option('--licence <text>', 'licence of the data, kept with the weights', filledText(200), 'unknown'),
  ).action(async (file: string, options: TrainOptions & { licence: string }) => {
    const { withRun } = await import('../lab/run/lab-run.ts');
    const { hashFiles } = await import('../lab/train/hash-files.ts');
    const { trainQuality } = await import('../lab/train/train-quality.ts');
    const { licence, project, results, seed, fresh: isFresh = false } = options;
    const request = { command: 'train-quality', results, configuration: { licence, project }, seed, isFresh };
    const dataHash = await hashFiles([file]);
    const trained = await withRun({ ...request, dataHash }, (run) =>
      trainQuality(run, { file, project, licence, seed }),
    );
    console.log(options.json ? JSON.stringify(trained) : describeTraining(trained));
    const { unreadable, repeated } = trained.left_out;
    if (unreadable + repeated > 0)
      process.stderr.write(
        `left out: ${unreadable} lines that are no labelled song, ${repeated} repeated texts\n`,
      );
  });
}

interface VersesOptions extends TrainOptions {
  licence?: string;
  labelledBy?: string;
}

const OWN_LICENCE = 'that of the project';
const OWN_LABELS = 'the project, with the verses';

export function addTrainThemes(command: Command): void {
  withTraining(
    command
      .argument(
        '[file]',
        'JSON list of verses with id, kind, half ("tune": learned from), themes, lines and, where known, artist; absent: those of this project',
        inputFile,
      )
      .option('--licence <text>', 'licence of the data, kept with the weights', filledText(200))
      .option('--labelled-by <text>', 'who labelled the verses, kept with the weights', filledText(200)),
  ).action(async (given: string | undefined, options: VersesOptions) => {
    const { withRun } = await import('../lab/run/lab-run.ts');
    const { hashFiles } = await import('../lab/train/hash-files.ts');
    const { themeFiles, trainThemes } = await import('../lab/train/train-themes.ts');
    const { project, results, seed, fresh: isFresh = false } = options;
    const file = given ?? null;
    const licence = options.licence ?? (file === null ? OWN_LICENCE : 'unknown');
    const labelledBy = options.labelledBy ?? (file === null ? OWN_LABELS : 'unknown');
    const configuration = { licence, project, labelled_by: labelledBy };
    const dataHash = await hashFiles(themeFiles(file));
    const request = { command: 'train-themes', results, configuration, seed, isFresh, dataHash };
    const trained = await withRun(request, (run) =>
      trainThemes(run, { file, project, licence, labelledBy, seed }),
    );
    console.log(options.json ? JSON.stringify(trained) : describeTraining(trained));
  });
}

interface ToneOptions extends TrainOptions {
  verses?: string;
  licence: string;
  labelledBy: string;
}

export function addTrainTone(command: Command): void {
  withTraining(
    command
      .argument(
        '<files...>',
        'NDJSON with lyrics; rows with artist and sentiment (a tone) teach the tone of songs, lines of all rows the word vectors',
        inputFiles,
      )
      .option('--verses <file>', 'JSON list of labelled verses; absent: those of this project', inputFile)
      .option('--licence <text>', 'licence of the data, kept with the weights', filledText(200), 'unknown')
      .option(
        '--labelled-by <text>',
        'who labelled the texts, kept with the weights',
        filledText(200),
        'unknown',
      ),
  ).action(async (files: string[], options: ToneOptions) => {
    const { withRun } = await import('../lab/run/lab-run.ts');
    const { hashFiles } = await import('../lab/train/hash-files.ts');
    const { toneFiles, trainTone } = await import('../lab/train/train-tone.ts');
    const { project, results, seed, licence, labelledBy, fresh: isFresh = false } = options;
    const verses = options.verses ?? null;
    const hash = await hashFiles(toneFiles(files, verses));
    const configuration = { licence, project, labelled_by: labelledBy };
    const request = { command: 'train-tone', results, configuration, seed, isFresh, dataHash: hash };
    const trained = await withRun(request, (run) =>
      trainTone(run, { files, verses, hash, project, licence, labelledBy, seed }),
    );
    console.log(options.json ? JSON.stringify(trained) : describeTraining(trained));
  });
}

const shown = (figure: TrainingResult['analyses']['loss']): string => {
  if (figure === null) return 'none';
  const range = figure.interval?.map((end) => end.toFixed(3)).join(', ') ?? 'no interval';
  return `${figure.value.toFixed(3)} [${range}]`;
};

/** What a training run tells at the terminal. */
export function describeTraining({
  run,
  version,
  is_in_use,
  analyses,
  held_out,
  why_not,
}: TrainingResult): string {
  const { examples, artists, loss, constant, gain, curve, importance } = analyses;
  const most = importance.slice(0, 5).map(({ feature, increase }) => `  ${feature}: ${shown(increase)}`);
  return [
    `${version}, ${examples} texts of ${artists} artists, in ${run}`,
    `loss on unseen artists ${shown(loss)}, of the constant ${shown(constant)}, gain ${shown(gain)}`,
    ...curve.map((point) => `  learned from ${point.artists.toFixed(1)} artists: ${shown(point.loss)}`),
    ...(most.length === 0 ? [] : ['most important features, by what the loss grows without them:', ...most]),
    nextStep(),
  ].join('\n');

  function nextStep(): string {
    if (is_in_use) return 'These are the weights in use.';
    if (held_out === null) return `It cannot be promoted: ${why_not ?? ''}`;
    return `${held_out.examples} texts of ${held_out.artists} artists are held out: barline lab promote ${run}`;
  }
}
