import type { Command } from 'commander';
import { inputFile } from '../command-options.ts';
import type { QualityEval, QualityScores } from '../eval/eval-quality.ts';
import type { PredictionScores } from '../lab/quality/score-predictions.ts';
import { createProgress } from '../progress.ts';

interface Options {
  train: string;
  test?: string;
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
    .option('--json', 'print one JSON object as the last line')
    .action(async (options: Options) => {
      const { roundNumbers } = await import('../../src/ml/round-numbers.ts');
      const result = roundNumbers(await evaluate(options), DECIMALS);
      console.log(describe('unseen artists of the file, one after another', result.cv));
      if (result.test !== null) console.log(describe('the other file', result.test));
      if (options.json) console.log(JSON.stringify(result));
    });
}

async function evaluate({ train, test }: Options): Promise<QualityEval> {
  const { chooseModel } = await import('../lab/quality/choose-model.ts');
  const { measureFile } = await import('../lab/quality/measure-file.ts');
  const { crossValidateQuality, testQuality } = await import('../eval/eval-quality.ts');
  const { examples } = await measureFile(train);
  const tested = test === undefined ? null : await measureFile(test, examples);
  const progress = createProgress('artists');
  const cv = await crossValidateQuality(examples, progress.update);
  progress.stop();
  const chosen = chooseModel(examples);
  return {
    scale: '1-10',
    penalty: chosen.penalty,
    cv,
    test: tested === null ? null : testQuality(examples, tested.examples, chosen),
  };
}

function describe(title: string, { songs, artists, model, baselines, ...scores }: QualityScores): string {
  const row = (name: string, of: PredictionScores): string =>
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
    ...Object.entries(baselines).map(([name, of]) => row(name, of)),
    `  misses ${gain.toFixed(3)} [${interval.map((x) => x.toFixed(3)).join(', ')}] less than the constant median; ${scores.beats_both_constants ? 'beats' : 'does not beat'} both constants`,
  ].join('\n');
}
