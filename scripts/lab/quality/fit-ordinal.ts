import { solveSymmetric } from './solve.ts';

export interface OrdinalExample {
  features: ArrayLike<number>;
  label: number;
}

export interface OrdinalFit {
  weights: Float64Array;
  thresholds: number[];
}

const ROUNDS = 15;
const DONE = 1e-6;
/** Lets a threshold exist even if no song lies beyond it. */
const THRESHOLD_PENALTY = 1e-3;

/**
 * Logistic regressions of "more than this label", one for each label but the highest, which share their weights and have a
 * threshold each; `penalty` is the ridge's. By Newton's steps (iteratively reweighted least squares).
 */
export function fitOrdinal(
  examples: readonly OrdinalExample[],
  labels: readonly number[],
  penalty: number,
): OrdinalFit {
  const width = examples[0]?.features.length ?? 0;
  const cuts = labels.slice(0, -1);
  const size = width + cuts.length;
  const solution = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round++) {
    const { normal, right } = newtonStep(examples, cuts, solution);
    for (let i = 0; i < size; i++)
      normal[i * size + i] = (normal[i * size + i] ?? 0) + (i < width ? penalty : THRESHOLD_PENALTY);
    const next = solveSymmetric(normal, right);
    const moved = next.reduce((most, value, i) => Math.max(most, Math.abs(value - (solution[i] ?? 0))), 0);
    solution.set(next);
    if (moved < DONE) break;
  }
  return { weights: solution.slice(0, width), thresholds: [...solution.slice(width)] };
}

/** The weighted normal equations at a solution, without the penalty; only the lower half of the matrix is filled. */
function newtonStep(
  examples: readonly OrdinalExample[],
  cuts: readonly number[],
  solution: Float64Array,
): { normal: Float64Array; right: Float64Array } {
  const size = solution.length;
  const width = size - cuts.length;
  const normal = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (const { features, label } of examples) {
    let linear = 0;
    for (let i = 0; i < width; i++) linear += (features[i] ?? 0) * (solution[i] ?? 0);
    let [weights, working] = [0, 0];
    for (const [k, cut] of cuts.entries()) {
      const own = width + k;
      const at = linear + (solution[own] ?? 0);
      const share = 1 / (1 + Math.exp(-at));
      const weight = Math.max(1e-6, share * (1 - share));
      const target = weight * at + (label > cut ? 1 : 0) - share;
      for (let i = 0; i < width; i++)
        normal[own * size + i] = (normal[own * size + i] ?? 0) + weight * (features[i] ?? 0);
      normal[own * size + own] = (normal[own * size + own] ?? 0) + weight;
      right[own] = (right[own] ?? 0) + target;
      weights += weight;
      working += target;
    }
    for (let i = 0; i < width; i++) {
      const value = features[i] ?? 0;
      right[i] = (right[i] ?? 0) + working * value;
      for (let j = 0; j <= i; j++)
        normal[i * size + j] = (normal[i * size + j] ?? 0) + weights * value * (features[j] ?? 0);
    }
  }
  return { normal, right };
}
