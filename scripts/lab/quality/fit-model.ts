import { toPoints } from '../../../src/ml/clusters/points.ts';
import { principalDirections } from '../../../src/ml/clusters/principal-components.ts';
import { seeded } from '../../../src/ml/compose/random.ts';
import { QUALITY_FEATURES } from '../../../src/ml/quality/features.ts';
import type { OrdinalModel, WeighedVector } from '../../../src/ml/quality/predict.ts';
import { standardized } from '../../../src/ml/quality/predict.ts';
import { quantilesOf, valueAt } from '../quantiles.ts';
import { fitOrdinal } from './fit-ordinal.ts';
import type { Example } from './measure-songs.ts';

export interface Settings {
  /** The ridge's. */
  penalty: number;
  /** Main directions of the vectors that are weighed; 0: the engine's features alone. */
  directions: number;
}

/** A model without what only models that leave artists out can tell. */
export type FittedModel = Omit<OrdinalModel, 'margin' | 'expected'>;

interface Scale {
  name: string;
  typical: number;
  spread: number;
}

/** What is learned without the labels: the scales of the features and the main directions of the vectors. */
export interface Basis {
  scales: readonly Scale[];
  vectors: { mean: Float64Array; directions: Float64Array[]; scale: number } | null;
}

const SEED = 18;
/** Standard deviation of a direction on the model's scale; a feature of the engine has about 1. */
const DIRECTION_SPREAD = 0.5;
const NORMAL_QUARTILES = 1.349;

export function learnBasis(examples: readonly Example[], directions: number): Basis {
  const scales = QUALITY_FEATURES.map(({ name }, at) => ({
    name,
    ...scaleOf(examples.flatMap(({ values }) => values[at] ?? [])),
  }));
  return { scales, vectors: directions === 0 ? null : learnVectors(examples, directions) };
}

function scaleOf(values: readonly number[]): Omit<Scale, 'name'> {
  const quantiles = quantilesOf(values, 5);
  const typical = valueAt(quantiles, 0.5);
  const quartiles = (valueAt(quantiles, 0.75) - valueAt(quantiles, 0.25)) / NORMAL_QUARTILES;
  if (quartiles > 0) return { typical, spread: quartiles };
  // More than half of the songs have the same value, mostly none.
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - typical) ** 2, 0) / values.length);
  return { typical, spread: deviation > 0 ? deviation : 1 };
}

function learnVectors(examples: readonly Example[], count: number): Basis['vectors'] {
  const points = toPoints(examples.flatMap(({ vector }) => (vector === null ? [] : [vector])));
  const { mean, directions } = principalDirections(points, count, seeded(SEED));
  const along = examples.flatMap(({ vector }) =>
    vector === null ? [] : directions.map((direction) => alongDirection(vector, mean, direction)),
  );
  const variance = along.reduce((sum, value) => sum + value * value, 0) / Math.max(1, along.length);
  return { mean, directions, scale: DIRECTION_SPREAD / Math.sqrt(variance) };
}

function alongDirection(vector: readonly number[], mean: Float64Array, direction: Float64Array): number {
  return direction.reduce((sum, value, d) => sum + value * ((vector[d] ?? 0) - (mean[d] ?? 0)), 0);
}

/** The numbers that are weighed; a text without a vector stands at the mean. */
export function coordinatesOf({ values, words, vector }: Example, { scales, vectors }: Basis): Float64Array {
  const engine = scales.map((scale, at) => standardized(values[at] ?? null, scale, words));
  if (vectors === null) return Float64Array.from(engine);
  const { mean, directions, scale } = vectors;
  const meaning = directions.map((direction) =>
    vector === null ? 0 : alongDirection(vector, mean, direction) * scale,
  );
  return Float64Array.from([...engine, ...meaning]);
}

export const labelsOf = (examples: readonly { label: number }[]): number[] =>
  [...new Set(examples.map(({ label }) => label))].sort((a, b) => a - b);

/** Fits the weights, and brings those of the directions back to the vector itself. */
export function fitModel(
  examples: readonly Example[],
  settings: Settings,
  embeddingModel: string | null,
): FittedModel {
  const basis = learnBasis(examples, settings.directions);
  const labels = labelsOf(examples);
  const prepared = examples.map((one) => ({ label: one.label, features: coordinatesOf(one, basis) }));
  const { weights, thresholds } = fitOrdinal(prepared, labels, settings.penalty);
  const features = basis.scales.map((scale, at) => ({ ...scale, weight: weights[at] ?? 0 }));
  const own = weights.slice(features.length);
  return { labels, thresholds, features, vector: weighVector(basis, own, embeddingModel) };
}

function weighVector({ vectors }: Basis, own: Float64Array, model: string | null): WeighedVector | null {
  if (vectors === null || model === null) return null;
  const { mean, directions, scale } = vectors;
  const weights = Array.from(mean, (_, d) =>
    directions.reduce((sum, direction, k) => sum + (direction[d] ?? 0) * (own[k] ?? 0) * scale, 0),
  );
  return { model, weights, offset: weights.reduce((sum, weight, d) => sum + weight * (mean[d] ?? 0), 0) };
}
