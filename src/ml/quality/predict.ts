import { percentileIn } from '../percentile.ts';

/** How a feature is brought to the model's scale, and what it weighs there. */
export interface WeighedFeature {
  name: string;
  /** The median of the songs that the model learned from. */
  typical: number;
  /** Their spread: a quarter to three quarters, as standard deviations of a normal distribution. */
  spread: number;
  weight: number;
}

/**
 * An ordinal logistic regression (McCullagh 1980, proportional odds): P(label > labels[k]) is the logistic function of the
 * weighed features plus thresholds[k].
 */
export interface OrdinalModel {
  /** The labels that occur, ascending, on a scale from 1 to 10. */
  labels: readonly number[];
  /** One fewer than labels, descending. */
  thresholds: readonly number[];
  features: readonly WeighedFeature[];
  /** The interval reaches so many semideviations below and above the expected label: a conformal quantile. */
  margin: number;
  /** Evenly spaced quantiles of what is expected of songs whose artist was left out. */
  expected: readonly number[];
}

export interface TextMeasures {
  values: readonly (number | null)[];
  words: number;
}

export interface Foreseen {
  /** The mean of the label, and its most likely middle: half of the probability lies on either side. */
  expected: number;
  median: number;
  low: number;
  high: number;
  /** Of each label. */
  probabilities: number[];
  /** Share of the songs that the model learned from of which less is expected. */
  rank: number;
  /** By how much each feature moved the expected label from that of a typical song. */
  effects: number[];
}

/** Beyond this a feature counts no more. */
const MAX_DEVIATION = 2.5;
/** Words of a text whose features count by half: the shorter a text, the more its measures are chance. */
const HALF_TOLD_WORDS = 60;
const LOWEST = 1;
const HIGHEST = 10;

/** A feature on the model's scale; a missing one is typical. */
export function standardized(
  value: number | null,
  { typical, spread }: Pick<WeighedFeature, 'typical' | 'spread'>,
  words: number,
): number {
  if (value === null || !Number.isFinite(value)) return 0;
  const deviation = Math.max(-MAX_DEVIATION, Math.min(MAX_DEVIATION, (value - typical) / spread));
  return deviation * (words / (words + HALF_TOLD_WORDS));
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The probability of each label. */
export function probabilitiesOf(linear: number, thresholds: readonly number[]): number[] {
  const above = [1, ...thresholds.map((threshold) => logistic(linear + threshold)), 0];
  return above.slice(0, -1).map((share, k) => share - (above[k + 1] ?? 0));
}

export interface Spread {
  expected: number;
  median: number;
  /** Root mean squares of the part below and above the expected label. */
  below: number;
  above: number;
}

/** What a distribution over the labels says. */
export function spreadOf(labels: readonly number[], probabilities: readonly number[]): Spread {
  const sum = (of: (label: number) => number): number =>
    labels.reduce((total, label, k) => total + (probabilities[k] ?? 0) * of(label), 0);
  const expected = sum((label) => label);
  return {
    expected,
    median: medianOf(labels, probabilities),
    below: Math.sqrt(sum((label) => Math.min(0, label - expected) ** 2)),
    above: Math.sqrt(sum((label) => Math.max(0, label - expected) ** 2)),
  };
}

/** The lowest label that at least half of the probability does not exceed. */
function medianOf(labels: readonly number[], probabilities: readonly number[]): number {
  let reached = 0;
  for (const [k, label] of labels.entries()) {
    reached += probabilities[k] ?? 0;
    if (reached >= 0.5) return label;
  }
  return labels.at(-1) ?? Number.NaN;
}

/** The interval around the expected label, within the scale. */
export function intervalOf(
  { expected, below, above }: Spread,
  margin: number,
): { low: number; high: number } {
  return {
    low: Math.max(LOWEST, expected - margin * below),
    high: Math.min(HIGHEST, expected + margin * above),
  };
}

/** What the model foresees of a text. */
export function foresee(model: OrdinalModel, { values, words }: TextMeasures): Foreseen {
  const pushes = model.features.map(
    (feature, at) => feature.weight * standardized(values[at] ?? null, feature, words),
  );
  const linear = pushes.reduce((sum, push) => sum + push, 0);
  const probabilities = probabilitiesOf(linear, model.thresholds);
  const spread = spreadOf(model.labels, probabilities);
  const without = spreadOf(model.labels, probabilitiesOf(0, model.thresholds)).expected;
  // Shares of the whole difference, so that the effects add up to it.
  const slope = linear === 0 ? 0 : (spread.expected - without) / linear;
  return {
    expected: spread.expected,
    median: spread.median,
    ...intervalOf(spread, model.margin),
    probabilities,
    rank: percentileIn(spread.expected, model.expected) ?? 0,
    effects: pushes.map((push) => push * slope),
  };
}
