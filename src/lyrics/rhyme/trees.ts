/** Questions a tree asks; 2^DEPTH answers. */
export const DEPTH = 6;
const LEAVES = 1 << DEPTH;
/** Rows are compared as whole numbers, in steps of 1 / SCALE. */
export const SCALE = 1024;
/** A row that is this unlikely after so many trees is not asked further. */
const EARLY_TREES = 14;
const EARLY_LOG_ODDS = -3;

/**
 * A gradient-boosted ensemble of oblivious trees: every level of a tree asks one question of every row, so a
 * tree is six questions and a table of answers. Cheap to ask, few numbers to commit, hard to overfit.
 */
export interface TreeModel {
  readonly bias: number;
  /** Per question, tree after tree: is this feature × SCALE above this threshold? The first is the lowest bit. */
  readonly features: readonly number[];
  readonly thresholds: readonly number[];
  /** Log-odds per combination of answers, tree after tree. */
  readonly leaves: readonly number[];
}

export interface Ensemble {
  readonly bias: number;
  readonly features: Uint8Array;
  readonly thresholds: Int32Array;
  readonly leaves: Float32Array;
}

/** Typed arrays of a committed model. */
export function plant(model: TreeModel): Ensemble {
  return {
    bias: model.bias,
    features: Uint8Array.from(model.features),
    thresholds: Int32Array.from(model.thresholds),
    leaves: Float32Array.from(model.leaves),
  };
}

/** 1 if the value is above the threshold: the sign bit of their difference. */
const above = (threshold: number, value: number): number => (threshold - value) >>> 31;

/** Log-odds of the row of whole numbers at `row`. Written out level by level: a loop takes twice the time. */
function scoreRow({ bias, features, thresholds, leaves }: Ensemble, rows: Int32Array, row: number): number {
  const trees = features.length / DEPTH;
  let sum = bias;
  for (let tree = 0, at = 0; tree < trees; tree++, at += DEPTH) {
    if (tree === EARLY_TREES && sum < EARLY_LOG_ODDS) return sum;
    const answers =
      above(thresholds[at] ?? 0, rows[row + (features[at] ?? 0)] ?? 0) |
      (above(thresholds[at + 1] ?? 0, rows[row + (features[at + 1] ?? 0)] ?? 0) << 1) |
      (above(thresholds[at + 2] ?? 0, rows[row + (features[at + 2] ?? 0)] ?? 0) << 2) |
      (above(thresholds[at + 3] ?? 0, rows[row + (features[at + 3] ?? 0)] ?? 0) << 3) |
      (above(thresholds[at + 4] ?? 0, rows[row + (features[at + 4] ?? 0)] ?? 0) << 4) |
      (above(thresholds[at + 5] ?? 0, rows[row + (features[at + 5] ?? 0)] ?? 0) << 5);
    sum += leaves[tree * LEAVES + answers] ?? 0;
  }
  return sum;
}

/** Rows of features as whole numbers. */
export function scaleRows(rows: Float32Array): Int32Array {
  const scaled = new Int32Array(rows.length);
  for (let index = 0; index < rows.length; index++) scaled[index] = Math.round((rows[index] ?? 0) * SCALE);
  return scaled;
}

/** Probabilities of rows laid one after another. */
export function judge(model: Ensemble, rows: Float32Array, width: number): Float32Array {
  const scaled = scaleRows(rows);
  const probabilities = new Float32Array(rows.length / width);
  for (let row = 0; row < probabilities.length; row++) {
    probabilities[row] = 1 / (1 + Math.exp(-scoreRow(model, scaled, row * width)));
  }
  return probabilities;
}
