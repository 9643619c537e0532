/** Questions per tree; a tree has 2^DEPTH answers. */
export const DEPTH = 6;
const LEAVES = 1 << DEPTH;
/** Rows are compared as whole numbers, in steps of 1 / SCALE. */
export const SCALE = 1024;
/** Every this many trees (a power of two), rows that are this unlikely or likely are not evaluated further. */
const CHECK_EVERY = 8;
const UNLIKELY = -3;
const LIKELY = 4;

/**
 * A gradient-boosted ensemble of oblivious trees: every level of a tree asks the same question of every row, so a tree
 * is six questions and a table of answers. Fast to evaluate, few numbers to store, hard to overfit.
 */
export interface TreeModel {
  readonly bias: number;
  /** Above this probability the result is yes; one half unless training chose another. */
  readonly threshold?: number;
  /** Per question, tree after tree: is this feature × SCALE above this threshold? The first is the lowest bit. */
  readonly features: readonly number[];
  readonly thresholds: readonly number[];
  /** Log-odds per combination of answers, tree after tree. */
  readonly leaves: readonly number[];
}

export interface Ensemble {
  readonly bias: number;
  readonly threshold: number;
  /** Threshold and feature of each question in one number, see pack. */
  readonly questions: Int32Array;
  readonly leaves: Float32Array;
}

const FEATURE_BITS = 7;
const FEATURE_MASK = (1 << FEATURE_BITS) - 1;
/** Larger than any feature. */
const MAX_THRESHOLD = (1 << (31 - FEATURE_BITS)) - 1;

function pack(threshold: number, feature: number): number {
  if (feature > FEATURE_MASK)
    throw new RangeError(`feature ${feature} is past the last one, ${FEATURE_MASK}`);
  return (Math.min(threshold, MAX_THRESHOLD) << FEATURE_BITS) | feature;
}

/** Typed arrays of a committed model. */
export function toEnsemble({ bias, threshold = 0.5, features, thresholds, leaves }: TreeModel): Ensemble {
  return {
    bias,
    threshold,
    questions: Int32Array.from(thresholds, (value, at) => pack(value, features[at] ?? 0)),
    leaves: Float32Array.from(leaves),
  };
}

/** 1 if the feature that the question asks for is above its threshold: the sign bit of their difference. */
const ask = (question: number, rows: Int32Array, row: number): number =>
  ((question >> FEATURE_BITS) - (rows[row + (question & FEATURE_MASK)] ?? 0)) >>> 31;

/** Log-odds of the row of whole numbers at `row`. Written out level by level: a loop takes twice the time. */
function scoreRow({ bias, questions, leaves }: Ensemble, rows: Int32Array, row: number): number {
  const trees = questions.length / DEPTH;
  let sum = bias;
  for (let tree = 0, at = 0; tree < trees; tree++, at += DEPTH) {
    if ((tree & (CHECK_EVERY - 1)) === 0 && (sum < UNLIKELY || sum > LIKELY)) return sum;
    const answers =
      ask(questions[at] ?? 0, rows, row) |
      (ask(questions[at + 1] ?? 0, rows, row) << 1) |
      (ask(questions[at + 2] ?? 0, rows, row) << 2) |
      (ask(questions[at + 3] ?? 0, rows, row) << 3) |
      (ask(questions[at + 4] ?? 0, rows, row) << 4) |
      (ask(questions[at + 5] ?? 0, rows, row) << 5);
    sum += leaves[tree * LEAVES + answers] ?? 0;
  }
  return sum;
}

/** A feature as the whole number that trees compare. */
export const scaled = (value: number): number => Math.round(value * SCALE);

/** Rows of features as whole numbers. */
export function scaleRows(rows: Float32Array): Int32Array {
  const whole = new Int32Array(rows.length);
  for (let index = 0; index < rows.length; index++) whole[index] = scaled(rows[index] ?? 0);
  return whole;
}

/** Rows looked up by a few of their features; a power of two. */
const SLOTS = 256;
/** Every this many features one tells rows apart before they are compared whole. */
const STRIDE = 5;

/** The place in `SLOTS` of the row at `row`. */
function slotOf(rows: Int32Array, row: number, width: number): number {
  let hash = 0;
  for (let at = row; at < row + width; at += STRIDE) hash = Math.imul(hash ^ (rows[at] ?? 0), 0x9e3779b1);
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

function isSameRow(rows: Int32Array, width: number, row: number, other: number): boolean {
  for (let at = 0; at < width; at++) if (rows[row + at] !== rows[other + at]) return false;
  return true;
}

/**
 * Probabilities of rows of whole numbers laid one after another. A chorus that comes again has rows equal to earlier
 * ones, which are scored once.
 */
export function probabilitiesOf(model: Ensemble, rows: Int32Array, width: number): Float32Array {
  const probabilities = new Float32Array(rows.length / width);
  const known = new Int32Array(SLOTS).fill(-1);
  for (let row = 0; row < probabilities.length; row++) {
    const slot = slotOf(rows, row * width, width);
    const earlier = known[slot] ?? -1;
    known[slot] = row;
    probabilities[row] =
      earlier >= 0 && isSameRow(rows, width, row * width, earlier * width)
        ? (probabilities[earlier] ?? 0)
        : 1 / (1 + Math.exp(-scoreRow(model, rows, row * width)));
  }
  return probabilities;
}
