import { DEPTH, type TreeModel } from '../../src/lyrics/rhyme/trees.ts';

export interface TrainingSet {
  readonly width: number;
  /** Row after row, in whole numbers as the trees compare them. */
  readonly rows: Int32Array;
  /** 0 or 1 a row. */
  readonly labels: Uint8Array;
}

export interface BoostOptions {
  readonly trees: number;
  /** Questions a tree may use, at most DEPTH. */
  readonly depth: number;
  readonly rate: number;
  /** Second-order regularisation of a leaf. */
  readonly lambda: number;
  /** Smallest sum of p(1 - p) on either side of a split. */
  readonly minHessian: number;
  /** Share of rows that each tree is fitted to, 0-1, drawn anew a tree; 1 for all. */
  readonly rowShare?: number;
  /** Share of features that each tree may ask about. */
  readonly featureShare?: number;
}

const BINS = 48;

/** Deterministic sampling, so that training twice gives the same model. */
function createDraw(): () => number {
  let state = 12345;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

interface Binned {
  readonly edges: Int32Array[];
  /** Column after column. */
  readonly bins: Uint8Array;
}

function findEdges(rows: Int32Array, width: number, feature: number): Int32Array {
  const count = rows.length / width;
  const step = Math.max(1, Math.floor(count / 20_000));
  const sample: number[] = [];
  for (let row = 0; row < count; row += step) sample.push(rows[row * width + feature] ?? 0);
  sample.sort((a, b) => a - b);
  const distinct = sample.filter((value, index) => index === 0 || value !== sample[index - 1]);
  const between = (low: number, high: number): number => Math.floor((low + high) / 2);
  if (distinct.length <= BINS) {
    return Int32Array.from(distinct.slice(1), (value, index) => between(distinct[index] ?? 0, value));
  }
  const edges = new Set<number>();
  for (let bin = 1; bin < BINS; bin++) {
    const value = sample[Math.floor((bin * sample.length) / BINS)] ?? 0;
    const higher = distinct.find((other) => other > value);
    if (higher !== undefined) edges.add(between(value, higher));
  }
  return Int32Array.from([...edges].sort((a, b) => a - b));
}

function binRows(set: TrainingSet): Binned {
  const count = set.labels.length;
  const { rows } = set;
  const edges = Array.from({ length: set.width }, (_, feature) => findEdges(rows, set.width, feature));
  const bins = new Uint8Array(count * set.width);
  for (const [feature, cuts] of edges.entries()) {
    for (let row = 0; row < count; row++) {
      const value = rows[row * set.width + feature] ?? 0;
      let bin = 0;
      while (bin < cuts.length && value > (cuts[bin] ?? 0)) bin++;
      bins[feature * count + row] = bin;
    }
  }
  return { edges, bins };
}

interface Split {
  readonly feature: number;
  readonly bin: number;
}

/** The one question for a whole level that gains most over all its nodes; undefined where none gains. */
function findSplit(
  data: { binned: Binned; count: number; features: readonly number[] },
  nodes: { of: Uint16Array; count: number },
  gradients: { g: Float32Array; h: Float32Array },
  options: BoostOptions,
): Split | undefined {
  let best: Split | undefined;
  let bestGain = 1e-3;
  const sumG = new Float64Array(nodes.count * BINS);
  const sumH = new Float64Array(nodes.count * BINS);
  for (const feature of data.features) {
    sumG.fill(0);
    sumH.fill(0);
    const column = data.binned.bins.subarray(feature * data.count, (feature + 1) * data.count);
    for (let row = 0; row < data.count; row++) {
      const cell = (nodes.of[row] ?? 0) * BINS + (column[row] ?? 0);
      sumG[cell] = (sumG[cell] ?? 0) + (gradients.g[row] ?? 0);
      sumH[cell] = (sumH[cell] ?? 0) + (gradients.h[row] ?? 0);
    }
    const gains = new Float64Array(data.binned.edges[feature]?.length ?? 0);
    for (let node = 0; node < nodes.count; node++) addGains(gains, node, { sumG, sumH }, options);
    for (const [bin, gain] of gains.entries()) {
      if (gain > bestGain) [best, bestGain] = [{ feature, bin }, gain];
    }
  }
  return best;
}

function addGains(
  gains: Float64Array,
  node: number,
  sums: { sumG: Float64Array; sumH: Float64Array },
  options: BoostOptions,
): void {
  const start = node * BINS;
  let [g, h] = [0, 0];
  for (let bin = start; bin < start + BINS; bin++) {
    g += sums.sumG[bin] ?? 0;
    h += sums.sumH[bin] ?? 0;
  }
  let [leftG, leftH] = [0, 0];
  const whole = (g * g) / (h + options.lambda);
  for (let bin = 0; bin < gains.length; bin++) {
    leftG += sums.sumG[start + bin] ?? 0;
    leftH += sums.sumH[start + bin] ?? 0;
    if (leftH < options.minHessian || h - leftH < options.minHessian) continue;
    const gain =
      leftG ** 2 / (leftH + options.lambda) + (g - leftG) ** 2 / (h - leftH + options.lambda) - whole;
    gains[bin] = (gains[bin] ?? 0) + gain;
  }
}

/** A threshold that no value passes. */
const NEVER = 0x3fffffff;

const round = (value: number, digits: number): number => Number(value.toPrecision(digits));

/**
 * Newton gradient boosting of log-loss with oblivious trees and histogram splits. Deterministic.
 */
export function boost(set: TrainingSet, options: BoostOptions): TreeModel {
  const count = set.labels.length;
  const binned = binRows(set);
  const draw = createDraw();
  const all = Array.from({ length: set.width }, (_, feature) => feature);
  const { rowShare = 1, featureShare = 1 } = options;
  let positives = 0;
  for (const label of set.labels) positives += label;
  const bias = round(Math.log((positives + 1) / (count - positives + 1)), 5);
  const scores = new Float32Array(count).fill(bias);
  const gradients = { g: new Float32Array(count), h: new Float32Array(count) };
  const model = {
    bias,
    features: [] as number[],
    thresholds: [] as number[],
    leaves: [] as number[],
  };
  const of = new Uint16Array(count);
  for (let tree = 0; tree < options.trees; tree++) {
    for (let row = 0; row < count; row++) {
      const p = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
      const isDrawn = rowShare === 1 || draw() < rowShare;
      gradients.g[row] = isDrawn ? (set.labels[row] ?? 0) - p : 0;
      gradients.h[row] = isDrawn ? p * (1 - p) : 0;
    }
    const features = featureShare === 1 ? all : all.filter(() => draw() < featureShare);
    const data = { binned, count, features };
    of.fill(0);
    for (let level = 0; level < DEPTH; level++) {
      const split =
        level < options.depth ? findSplit(data, { of, count: 1 << level }, gradients, options) : undefined;
      model.features.push(split?.feature ?? 0);
      model.thresholds.push(split ? (binned.edges[split.feature]?.[split.bin] ?? 0) : NEVER);
      if (!split) continue;
      for (let row = 0; row < count; row++) {
        const isAbove = (binned.bins[split.feature * count + row] ?? 0) > split.bin;
        of[row] = (of[row] ?? 0) | (Number(isAbove) << level);
      }
    }
    const leaves = fitLeaves(of, gradients, options);
    model.leaves.push(...leaves);
    for (let row = 0; row < count; row++) scores[row] = (scores[row] ?? 0) + (leaves[of[row] ?? 0] ?? 0);
  }
  return options.depth * 2 <= DEPTH ? joinShallow(model) : model;
}

function fitLeaves(
  of: Uint16Array,
  gradients: { g: Float32Array; h: Float32Array },
  options: BoostOptions,
): number[] {
  const g = new Float64Array(1 << DEPTH);
  const h = new Float64Array(1 << DEPTH);
  for (const [row, leaf] of of.entries()) {
    g[leaf] = (g[leaf] ?? 0) + (gradients.g[row] ?? 0);
    h[leaf] = (h[leaf] ?? 0) + (gradients.h[row] ?? 0);
  }
  return Array.from(g, (sum, leaf) => round((options.rate * sum) / ((h[leaf] ?? 0) + options.lambda), 4));
}

const HALF = DEPTH / 2;
const HALF_LEAVES = 1 << HALF;

/** Trees of few questions two by two as one of twice as many, whose leaves are the sums: half the trees to ask. */
function joinShallow(model: TreeModel): TreeModel {
  const trees = model.features.length / DEPTH;
  const features: number[] = [];
  const thresholds: number[] = [];
  const leaves: number[] = [];
  for (let tree = 0; tree < trees; tree += 2) {
    for (const half of [tree, tree + 1]) {
      for (let level = 0; level < HALF; level++) {
        features.push(model.features[half * DEPTH + level] ?? 0);
        thresholds.push(model.thresholds[half * DEPTH + level] ?? NEVER);
      }
    }
    for (let leaf = 0; leaf < 1 << DEPTH; leaf++) {
      const first = model.leaves[(tree << DEPTH) + (leaf & (HALF_LEAVES - 1))] ?? 0;
      const second = model.leaves[((tree + 1) << DEPTH) + (leaf >> HALF)] ?? 0;
      leaves.push(round(first + second, 5));
    }
  }
  return { bias: model.bias, features, thresholds, leaves };
}
