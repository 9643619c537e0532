/**
 * A gradient-boosted ensemble of complete binary trees of one depth, flattened. Node k of a tree has the
 * children 2k + 1 and 2k + 2; a row goes right when its feature is above the threshold.
 */
export interface TreeModel {
  readonly depth: number;
  readonly bias: number;
  /** Per inner node, tree after tree. */
  readonly features: readonly number[];
  readonly thresholds: readonly number[];
  /** Log-odds per leaf, tree after tree. */
  readonly leaves: readonly number[];
}

export interface Ensemble {
  readonly depth: number;
  readonly bias: number;
  readonly trees: number;
  readonly features: Uint8Array;
  readonly thresholds: Float32Array;
  readonly leaves: Float32Array;
}

/** Typed arrays of a committed model. */
export function plant(model: TreeModel): Ensemble {
  return {
    depth: model.depth,
    bias: model.bias,
    trees: model.leaves.length >> model.depth,
    features: Uint8Array.from(model.features),
    thresholds: Float32Array.from(model.thresholds),
    leaves: Float32Array.from(model.leaves),
  };
}

/** Log-odds of the row that starts at `offset`. */
export function scoreRow(model: Ensemble, rows: Float32Array, offset: number): number {
  const { depth, features, thresholds, leaves } = model;
  const inner = (1 << depth) - 1;
  let sum = model.bias;
  let base = 0;
  for (let tree = 0; tree < model.trees; tree++) {
    let node = 0;
    for (let level = 0; level < depth; level++) {
      const cell = base + node;
      node = node * 2 + 1 + ((rows[offset + (features[cell] ?? 0)] ?? 0) > (thresholds[cell] ?? 0) ? 1 : 0);
    }
    sum += leaves[(tree << depth) + node - inner] ?? 0;
    base += inner;
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
