export interface Example {
  features: ArrayLike<number>;
  /** Index of the right class. */
  label: number;
  weight: number;
}

/** Rows of weights, one per class, the last number of each its bias. */
export type Weights = number[][];

const STEPS = 400;

/**
 * Multinomial logistic regression with an L2 penalty of 1 / (2 `c`) on all weights but the biases, by accelerated
 * gradient descent from 0: the same examples always give the same weights.
 */
export function trainLogistic(
  examples: readonly Example[],
  classes: number,
  c: number,
  steps = STEPS,
): Weights {
  const width = (examples[0]?.features.length ?? 0) + 1;
  const flat = new Float64Array(classes * width);
  const ahead = new Float64Array(flat);
  const step = 1 / (1 / c + 0.5 * curvature(examples));
  let momentum = 1;
  for (let round = 0; round < steps; round++) {
    const gradient = gradientAt(examples, ahead, { classes, width, c });
    const next = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    for (let i = 0; i < flat.length; i++) {
      const moved = (ahead[i] ?? 0) - step * (gradient[i] ?? 0);
      ahead[i] = moved + ((momentum - 1) / next) * (moved - (flat[i] ?? 0));
      flat[i] = moved;
    }
    momentum = next;
  }
  return Array.from({ length: classes }, (_, k) => [...flat.subarray(k * width, (k + 1) * width)]);
}

/** The probability of each class. */
export function probabilities(weights: Weights, features: ArrayLike<number>): number[] {
  const scores = weights.map((row) => {
    let sum = row[features.length] ?? 0;
    for (let i = 0; i < features.length; i++) sum += (row[i] ?? 0) * (features[i] ?? 0);
    return sum;
  });
  const top = Math.max(...scores);
  const exps = scores.map((score) => Math.exp(score - top));
  const total = exps.reduce((sum, value) => sum + value, 0);
  return exps.map((value) => value / total);
}

/** Weights of examples so that each class counts as n^(1 - power) of its n examples: 0 as they are, 1 all alike. */
export function balance(labels: readonly number[], power: number): number[] {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const mean = labels.length / counts.size;
  return labels.map((label) => (mean / (counts.get(label) ?? 1)) ** power);
}

// The trace bounds the largest eigenvalue from above; a few power steps come closer.
function curvature(examples: readonly Example[]): number {
  const width = (examples[0]?.features.length ?? 0) + 1;
  let vector = new Float64Array(width).fill(1);
  let size = 1;
  for (let round = 0; round < 20; round++) {
    const next = new Float64Array(width);
    for (const { features, weight } of examples) {
      let dot = vector[width - 1] ?? 0;
      for (let i = 0; i < width - 1; i++) dot += (features[i] ?? 0) * (vector[i] ?? 0);
      for (let i = 0; i < width - 1; i++) next[i] = (next[i] ?? 0) + weight * dot * (features[i] ?? 0);
      next[width - 1] = (next[width - 1] ?? 0) + weight * dot;
    }
    size = Math.hypot(...next);
    vector = next.map((value) => value / size);
  }
  return size * 1.05;
}

function gradientAt(
  examples: readonly Example[],
  flat: Float64Array,
  { classes, width, c }: { classes: number; width: number; c: number },
): Float64Array {
  const gradient = new Float64Array(flat.length);
  const rows = Array.from({ length: classes }, (_, k) => [...flat.subarray(k * width, (k + 1) * width)]);
  for (const { features, label, weight } of examples) {
    probabilities(rows, features).forEach((probability, k) => {
      const error = weight * (probability - (k === label ? 1 : 0));
      const at = k * width;
      for (let i = 0; i < width - 1; i++)
        gradient[at + i] = (gradient[at + i] ?? 0) + error * (features[i] ?? 0);
      gradient[at + width - 1] = (gradient[at + width - 1] ?? 0) + error;
    });
  }
  for (let i = 0; i < flat.length; i++)
    if (i % width !== width - 1) gradient[i] = (gradient[i] ?? 0) + (flat[i] ?? 0) / c;
  return gradient;
}
