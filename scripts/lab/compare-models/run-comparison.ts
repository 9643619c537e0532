import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceContext } from '../../../src/context.ts';
import { roundNumbers } from '../../../src/ml/round-numbers.ts';
import { costQualityPlot } from '../charts/cost-quality-plot.ts';
import { standaloneSvg } from '../charts/markup.ts';
import type { LabRun } from '../run/lab-run.ts';
import { type CompareOptions, compareModels, type ModelComparison } from './compare-models.ts';
import { describeMatrix } from './describe-matrix.ts';

const TOKENS = new URL('../../../src/web/styles/tokens.css', import.meta.url);
const DECIMALS = 6;

export interface WrittenComparison {
  comparison: ModelComparison;
  files: { answers: string; matrix: string; table: string; chart: string };
}

/** Compares the models and writes `cost-matrix.json`, `.txt` and `.svg` into the folder of the run. */
export async function runComparison(
  ctx: ServiceContext,
  run: LabRun,
  options: Omit<CompareOptions, 'answersFile'>,
): Promise<WrittenComparison> {
  const answers = join(run.folder, 'answers.jsonl');
  const comparison = roundNumbers(await compareModels(ctx, { ...options, answersFile: answers }), DECIMALS);
  const chart = standaloneSvg(costQualityPlot(comparison.rows), await readFile(TOKENS, 'utf8'));
  return {
    comparison,
    files: {
      answers,
      matrix: await run.writeJson('cost-matrix.json', comparison),
      table: await run.write('cost-matrix.txt', `${describeMatrix(comparison.rows)}\n`),
      chart: await run.write('cost-quality.svg', chart),
    },
  };
}
