import { QUALITY_FEATURES } from '../../../src/ml/quality/features.ts';
import type { OrdinalModel } from '../../../src/ml/quality/predict.ts';
import { standardized } from '../../../src/ml/quality/predict.ts';
import { quantilesOf, valueAt } from '../quantiles.ts';
import { fitOrdinal } from './fit-ordinal.ts';
import type { Example } from './measure-songs.ts';

/** A model without what only models that leave artists out can tell. */
export type FittedModel = Omit<OrdinalModel, 'margin' | 'expected'>;

export interface Scale {
  name: string;
  typical: number;
  spread: number;
}

const NORMAL_QUARTILES = 1.349;

/** What is learned without the labels. */
export const learnScales = (examples: readonly Example[]): Scale[] =>
  QUALITY_FEATURES.map(({ name }, at) => ({
    name,
    ...scaleOf(examples.flatMap(({ values }) => values[at] ?? [])),
  }));

function scaleOf(values: readonly number[]): Omit<Scale, 'name'> {
  const quantiles = quantilesOf(values, 5);
  const typical = valueAt(quantiles, 0.5);
  const quartiles = (valueAt(quantiles, 0.75) - valueAt(quantiles, 0.25)) / NORMAL_QUARTILES;
  if (quartiles > 0) return { typical, spread: quartiles };
  // More than half of the songs have the same value, mostly none.
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - typical) ** 2, 0) / values.length);
  return { typical, spread: deviation > 0 ? deviation : 1 };
}

/** The numbers that are weighed. */
export const coordinatesOf = ({ values, words }: Example, scales: readonly Scale[]): Float64Array =>
  Float64Array.from(scales, (scale, at) => standardized(values[at] ?? null, scale, words));

export const labelsOf = (examples: readonly { label: number }[]): number[] =>
  [...new Set(examples.map(({ label }) => label))].sort((a, b) => a - b);

export function fitModel(examples: readonly Example[], penalty: number): FittedModel {
  const scales = learnScales(examples);
  const labels = labelsOf(examples);
  const prepared = examples.map((one) => ({ label: one.label, features: coordinatesOf(one, scales) }));
  const { weights, thresholds } = fitOrdinal(prepared, labels, penalty);
  const features = scales.map((scale, at) => ({ ...scale, weight: weights[at] ?? 0 }));
  return { labels, thresholds, features };
}
