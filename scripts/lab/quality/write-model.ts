import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { OrdinalModel, WeighedVector } from '../../../src/ml/quality/predict.ts';
import type { TrainedQuality, UnseenScores } from '../../../src/ml/quality/trained-quality.ts';
import { roundNumbers } from '../../../src/ml/round-numbers.ts';
import type { QualityScores, TrainedModels } from '../../eval/eval-quality.ts';
import { LEVEL } from './choose-model.ts';
import type { MeasuredFile } from './open-measuring.ts';
import type { PredictionScores } from './score-predictions.ts';

export const MODEL_FILE = new URL('../../../src/ml/quality/quality-model.ts', import.meta.url);

const DECIMALS = 4;
const METHOD =
  'ordinal logistic regression with a ridge penalty, chosen by nested cross-validation over artists; intervals by ' +
  'hierarchical conformal prediction with artists as the unit';

/** The models with their facts, ready to be committed: numbers only, nothing of the songs. */
export function describeModels(
  { vector, engine }: TrainedModels,
  { file, examples }: MeasuredFile,
  { cv, builtAt, licence }: { cv: QualityScores; builtAt: string; licence: string },
): TrainedQuality {
  const models = {
    engine: rounded(engine.model),
    vector: vector === null || !cv.uses_vectors ? null : rounded(vector.model),
  };
  const hash = createHash('sha256').update(JSON.stringify(models)).digest('hex');
  return {
    version: `quality-${hash.slice(0, 12)}`,
    built_at: builtAt,
    method: METHOD,
    data: {
      hash: file.hash,
      songs: examples.length,
      artists: cv.artists,
      labelled_by: file.labelledBy.join(', ') || 'unknown',
      licence,
    },
    metrics: {
      model: unseen(cv.model),
      engine_only: unseen(cv.engine_only),
      constant_mean: unseen(cv.baselines.constant_mean),
      constant_median: unseen(cv.baselines.constant_median),
      gain_over_constant_median: roundNumbers(cv.model.gain_over_constant_median.gain, DECIMALS),
      gain_over_constant_median_interval: roundNumbers(cv.model.gain_over_constant_median.interval, DECIMALS),
      beats_both_constants: cv.beats_both_constants,
    },
    level: LEVEL,
    ...models,
  };
}

function unseen(scores: PredictionScores): UnseenScores {
  const { mae, mae_interval, rmse, spearman, interval_coverage, interval_coverage_interval, interval_width } =
    scores;
  return roundNumbers(
    { mae, mae_interval, rmse, spearman, interval_coverage, interval_coverage_interval, interval_width },
    DECIMALS,
  );
}

/** Digits that the labels can tell. */
const precise = (digits: number) => (value: number) => Number(value.toPrecision(digits));

function rounded({ features, vector, ...model }: OrdinalModel): OrdinalModel {
  return {
    ...roundNumbers(model, DECIMALS),
    features: features.map(({ name, typical, spread, weight }) => ({
      name,
      typical: precise(5)(typical),
      spread: precise(5)(spread),
      weight: Number(weight.toFixed(5)),
    })),
    vector: vector === null ? null : roundedVector(vector),
  };
}

function roundedVector({ model, weights, offset }: WeighedVector): WeighedVector {
  return { model, weights: weights.map((weight) => Number(weight.toFixed(2))), offset: precise(5)(offset) };
}

export async function writeModels(trained: TrainedQuality): Promise<void> {
  await writeFile(
    MODEL_FILE,
    `import type { TrainedQuality } from './trained-quality.ts';

/** Written by \`barline lab train-quality\`. docs/quality.md says what the numbers mean. */
export const QUALITY_MODEL: TrainedQuality = ${JSON.stringify(trained, null, 2)};
`,
  );
}
