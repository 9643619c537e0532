import { z } from 'zod';
import { QUALITY_FEATURES } from '../../../src/ml/quality/features.ts';
import { foresee } from '../../../src/ml/quality/predict.ts';
import { CommandError } from '../../explain.ts';
import { type ChosenModel, chooseModel, constantOf } from '../quality/choose-model.ts';
import { labelsOf } from '../quality/fit-model.ts';
import type { Example } from '../quality/measure-songs.ts';
import { CARD_TEXTS } from './card-texts.ts';
import { artistsOf, type Trainer } from './trainer.ts';

/** Below this no interval of the model's level can be made of the artists of the inner folds. */
const FEWEST_ARTISTS = 5;

const Weighed = z.object({
  name: z.string(),
  typical: z.number(),
  spread: z.number().positive(),
  weight: z.number(),
});

/** An `OrdinalModel` from a file, finite numbers only. */
export const OrdinalModelSchema = z.object({
  labels: z.array(z.number()).min(2),
  thresholds: z.array(z.number()).min(1),
  features: z.array(Weighed).min(1),
  margin: z.number(),
  expected: z.array(z.number()).min(2),
});

export const ChosenModelSchema: z.ZodType<ChosenModel> = z.object({
  penalty: z.number(),
  model: OrdinalModelSchema,
});

const absoluteError = (label: number, median: number): number => Math.abs(label - median);

/** Foresees the ratings of songs. */
export const QUALITY_TRAINER: Trainer<Example, ChosenModel> = {
  name: 'quality',
  loss: CARD_TEXTS.quality.loss,
  features: QUALITY_FEATURES.map(({ name }) => name),
  learn(examples) {
    const artists = artistsOf(examples).length;
    if (artists < FEWEST_ARTISTS)
      throw new CommandError(
        `Songs of ${artists} ${artists === 1 ? 'artist' : 'artists'} are too few: a model is chosen and its intervals are made by leaving artists out, which takes ${FEWEST_ARTISTS} or more.`,
      );
    const [label] = labelsOf(examples);
    if (labelsOf(examples).length < 2)
      throw new CommandError(`All songs are rated ${label}: there is nothing to learn from equal labels.`);
    return chooseModel(examples);
  },
  lossOf: ({ model }, example) => absoluteError(example.label, foresee(model, example).median),
  swapFeature: (example, other, feature) => ({
    ...example,
    values: example.values.with(feature, other.values[feature] ?? null),
  }),
  constantLoss(train) {
    const { median } = constantOf(train);
    return ({ label }) => absoluteError(label, median);
  },
  groupOf: ({ label }) => `rated ${label}`,
};
