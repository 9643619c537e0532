import type { Command } from 'commander';
import { inputFile } from '../command-options.ts';
import type { QualityEval, QualityScores } from '../eval/eval-quality.ts';
import { createProgress } from '../progress.ts';

interface Options {
  train: string;
  test?: string;
  vectors?: boolean;
  json?: boolean;
}

const DECIMALS = 4;

export function addEvalQuality(command: Command): void {
  command
    .requiredOption(
      '--train <file>',
      'NDJSON with artist, title, lyrics and overall_quality (1-10)',
      inputFile,
    )
    .option('--test <file>', 'songs of other artists in the same form', inputFile)
    .option('--no-vectors', 'without the vectors, which take minutes')
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: Options) => {
      const { roundNumbers } = await import('../../src/ml/round-numbers.ts');
      const result = roundNumbers(await evaluate(options), DECIMALS);
      console.log(describe('unseen artists of the file, one after another', result.cv));
      if (result.test !== null) console.log(describe('the other file', result.test));
      if (options.json) console.log(JSON.stringify(result));
    });
}

async function evaluate({ train, test, vectors }: Options): Promise<QualityEval> {
  const { openMeasuring } = await import('../lab/quality/open-measuring.ts');
  const { crossValidateQuality, testQuality, trainModels } = await import('../eval/eval-quality.ts');
  const measuring = await openMeasuring({ vectors: vectors !== false });
  try {
    const { examples } = await measuring.measure(train);
    const tested = test === undefined ? null : await measuring.measure(test, examples);
    const model = measuring.embeddingModel;
    const progress = createProgress('artists');
    const cv = crossValidateQuality(examples, model, progress.update);
    progress.stop();
    const models = trainModels(examples, model);
    return {
      scale: '1-10',
      settings: ((cv.uses_vectors ? models.vector : null) ?? models.engine).settings,
      cv,
      test:
        tested === null
          ? null
          : testQuality(examples, tested.examples, { models, usesVectors: cv.uses_vectors }),
    };
  } finally {
    await measuring.close();
  }
}

function describe(title: string, { songs, artists, model, baselines, ...scores }: QualityScores): string {
  const row = (name: string, of: QualityScores['engine_only']): string =>
    [
      `  ${name.padEnd(16)} MAE ${of.mae.toFixed(3)} [${of.mae_interval.map((x) => x.toFixed(3)).join(', ')}]`,
      `RMSE ${of.rmse.toFixed(3)}`,
      `rank correlation ${of.spearman?.toFixed(3) ?? '-'}`,
      of.interval_coverage === null
        ? 'no interval'
        : `interval holds ${(of.interval_coverage * 100).toFixed(1)} %, width ${of.interval_width?.toFixed(2)}`,
    ].join(', ');
  const { gain, interval } = model.gain_over_constant_median;
  return [
    `${title}: ${songs} songs of ${artists} artists`,
    row('model', model),
    row('engine only', scores.engine_only),
    ...(scores.with_vectors === null ? [] : [row('with vectors', scores.with_vectors)]),
    ...Object.entries(baselines).map(([name, of]) => row(name, of)),
    `  misses ${gain.toFixed(3)} [${interval.map((x) => x.toFixed(3)).join(', ')}] less than the constant median; ${scores.beats_both_constants ? 'beats' : 'does not beat'} both constants`,
  ].join('\n');
}
