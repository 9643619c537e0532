/**
 * A gradient-boosted ensemble of oblivious trees: every level of a tree asks one question, so a tree is
 * `depth` questions and a table of 2^depth answers. Cheap to ask, few numbers to commit, hard to overfit.
 */
export interface TreeModel {
  readonly depth: number;
  readonly bias: number;
  /** Per level, tree after tree: is this feature above this threshold? The first level is the lowest bit. */
  readonly features: readonly number[];
  readonly thresholds: readonly number[];
  /** Log-odds per combination of answers, tree after tree. */
  readonly leaves: readonly number[];
}

export interface Ensemble {
  readonly depth: number;
  readonly bias: number;
  readonly features: Uint8Array;
  readonly thresholds: Float32Array;
  readonly leaves: Float32Array;
}

/** Typed arrays of a committed model. */
export function plant(model: TreeModel): Ensemble {
  return {
    depth: model.depth,
    bias: model.bias,
    features: Uint8Array.from(model.features),
    thresholds: Float32Array.from(model.thresholds),
    leaves: Float32Array.from(model.leaves),
  };
}

/** Log-odds of the row that starts at `offset`. */
export function scoreRow(model: Ensemble, rows: Float32Array, offset: number): number {
  const { depth, features, thresholds, leaves } = model;
  let sum = model.bias;
  let base = 0;
  for (let question = 0; question < features.length; base += 1 << depth) {
    let answers = 0;
    for (let level = 0; level < depth; level++, question++) {
      const value = rows[offset + (features[question] ?? 0)] ?? 0;
      answers |= Number(value > (thresholds[question] ?? 0)) << level;
    }
    sum += leaves[base + answers] ?? 0;
  }
  return sum;
}

export const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Probabilities of rows laid one after another. */
export function judge(model: Ensemble, rows: Float32Array, width: number): Float32Array {
  const probabilities = new Float32Array(rows.length / width);
  for (let row = 0; row < probabilities.length; row++) {
    probabilities[row] = probability(scoreRow(model, rows, row * width));
  }
  return probabilities;
}
