import { createHash } from 'node:crypto';
import type { OrdinalModel } from '../../../src/ml/quality/predict.ts';
import type { TrainedQuality, UnseenScores } from '../../../src/ml/quality/trained-quality.ts';
import { roundNumbers } from '../../../src/ml/round-numbers.ts';
import type { QualityScores } from '../../eval/eval-quality.ts';
import { formatSource } from '../train/format-source.ts';
import { type ChosenModel, LEVEL } from './choose-model.ts';
import type { PredictionScores } from './score-predictions.ts';

export const QUALITY_FILE = 'src/ml/quality/quality-model.ts';

const DECIMALS = 4;
const METHOD =
  'ordinal logistic regression with a ridge penalty, chosen by nested cross-validation over artists; intervals by ' +
  'hierarchical conformal prediction with artists as the unit';

/** The model with its facts, ready to be committed: numbers only, nothing of the songs. */
export function describeModel(
  chosen: ChosenModel,
  data: Pick<TrainedQuality['data'], 'hash' | 'songs' | 'artists' | 'labelled_by'>,
  { cv, builtAt, licence }: { cv: QualityScores; builtAt: string; licence: string },
): TrainedQuality {
  const model = rounded(chosen.model);
  const hash = createHash('sha256').update(JSON.stringify(model)).digest('hex');
  return {
    version: `quality-${hash.slice(0, 12)}`,
    built_at: builtAt,
    method: METHOD,
    data: { ...data, licence },
    metrics: {
      model: unseen(cv.model),
      constant_mean: unseen(cv.baselines.constant_mean),
      constant_median: unseen(cv.baselines.constant_median),
      gain_over_constant_median: roundNumbers(cv.model.gain_over_constant_median.gain, DECIMALS),
      gain_over_constant_median_interval: roundNumbers(cv.model.gain_over_constant_median.interval, DECIMALS),
      beats_both_constants: cv.beats_both_constants,
    },
    level: LEVEL,
    model,
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

function rounded({ features, ...model }: OrdinalModel): OrdinalModel {
  return {
    ...roundNumbers(model, DECIMALS),
    features: features.map(({ name, typical, spread, weight }) => ({
      name,
      typical: precise(5)(typical),
      spread: precise(5)(spread),
      weight: Number(weight.toFixed(5)),
    })),
  };
}

/** The source of the weights' file, formatted. */
export const qualitySource = (trained: TrainedQuality): string =>
  formatSource(
    QUALITY_FILE,
    `import type { TrainedQuality } from './trained-quality.ts';

/** Written by \`barline lab promote\`. docs/models/quality.md says what it can tell. */
export const QUALITY_MODEL: TrainedQuality = ${JSON.stringify(trained, null, 2)};
`,
  );
