import { FEATURE_VALUES, FEATURES } from '../../src/lyrics/phonetics/letter-features.ts';
import type { LetterSamples } from './letter-samples.ts';

/** A leaf holds an index of the letter's classes. */
export type TreeNode =
  | { readonly answer: number }
  | { readonly feature: number; readonly value: number; readonly yes: TreeNode; readonly no: TreeNode };

/** A question must save this many nats. Low on purpose: the tree is also the memory of the dictionary. */
const MIN_GAIN = 1;

interface Question {
  readonly feature: number;
  readonly value: number;
}

/** n ln n of the counts that occur. */
const MOST = 1 << 18;
const LOGS = Float64Array.from({ length: MOST }, (_, count) => (count > 1 ? count * Math.log(count) : 0));
const log = (count: number): number => LOGS[count] ?? count * Math.log(count);

/** Grows one letter's tree by the question that lowers the entropy of the classes most (CART, Breiman 1984). */
export class TreeGrower {
  readonly #samples: LetterSamples;
  readonly #order: Int32Array;
  /** How often each class occurs in the node at hand. */
  readonly #totals: Int32Array;
  /** The same among samples with each value of the feature at hand. */
  readonly #cells: Int32Array;
  readonly #withValue = new Int32Array(FEATURE_VALUES);

  constructor(samples: LetterSamples) {
    this.#samples = samples;
    this.#order = Int32Array.from({ length: samples.count }, (_, index) => index);
    this.#totals = new Int32Array(samples.classes.length);
    this.#cells = new Int32Array(FEATURE_VALUES * samples.classes.length);
  }

  grow(from = 0, to: number = this.#samples.count): TreeNode {
    const leaf = { answer: this.#commonest(from, to) };
    const question = this.#bestQuestion(from, to);
    if (!question) return leaf;
    const middle = this.#part(from, to, question);
    const [yes, no] = [this.grow(from, middle), this.grow(middle, to)];
    if ('answer' in yes && 'answer' in no && yes.answer === no.answer) return yes;
    return { ...question, yes, no };
  }

  #commonest(from: number, to: number): number {
    this.#totals.fill(0);
    for (let at = from; at < to; at++) this.#count(this.#totals, this.#answerAt(at), 1);
    return this.#totals.reduce((best, count, index) => (count > (this.#totals[best] ?? 0) ? index : best), 0);
  }

  #bestQuestion(from: number, to: number): Question | undefined {
    let best: Question | undefined;
    let bestGain = MIN_GAIN;
    const within = this.#totals.reduce((sum, count) => sum + log(count), 0);
    if (log(to - from) - within <= MIN_GAIN) return undefined;
    for (let feature = 0; feature < FEATURES; feature++) {
      this.#tally(feature, from, to, 1);
      for (let value = 0; value < FEATURE_VALUES; value++) {
        const gain = this.#gain(value, to - from, within);
        if (gain > bestGain) {
          bestGain = gain;
          best = { feature, value };
        }
      }
      this.#tally(feature, from, to, 0);
    }
    return best;
  }

  /** Counts the samples of a node by value and class, or clears what was counted. */
  #tally(feature: number, from: number, to: number, by: 0 | 1): void {
    const { features, answers, classes } = this.#samples;
    const [order, cells, withValue, width] = [this.#order, this.#cells, this.#withValue, classes.length];
    for (let at = from; at < to; at++) {
      const sample = order[at] ?? 0;
      const value = features[sample * FEATURES + feature] ?? 0;
      const cell = value * width + (answers[sample] ?? 0);
      withValue[value] = by * ((withValue[value] ?? 0) + 1);
      cells[cell] = by * ((cells[cell] ?? 0) + 1);
    }
  }

  /** Nats saved by telling samples with this value apart from the rest. */
  #gain(value: number, count: number, within: number): number {
    const equal = this.#withValue[value] ?? 0;
    if (equal === 0 || equal === count) return 0;
    const [totals, cells, width] = [this.#totals, this.#cells, this.#totals.length];
    let inside = 0;
    let outside = within;
    for (let answer = 0; answer < width; answer++) {
      const cell = cells[value * width + answer] ?? 0;
      if (cell === 0) continue;
      const total = totals[answer] ?? 0;
      inside += log(cell);
      outside += log(total - cell) - log(total);
    }
    return log(count) - within - (log(equal) - inside) - (log(count - equal) - outside);
  }

  /** Moves samples that answer yes to the front; returns where the others start. */
  #part(from: number, to: number, { feature, value }: Question): number {
    let [low, high] = [from, to - 1];
    while (low <= high) {
      if (this.#valueAt(low, feature) === value) low++;
      else {
        const moved = this.#order[low] ?? 0;
        this.#order[low] = this.#order[high] ?? 0;
        this.#order[high] = moved;
        high--;
      }
    }
    return low;
  }

  #count(counts: Int32Array, index: number, by: number): void {
    counts[index] = (counts[index] ?? 0) + by;
  }

  #valueAt(at: number, feature: number): number {
    return this.#samples.features[(this.#order[at] ?? 0) * FEATURES + feature] ?? 0;
  }

  #answerAt(at: number): number {
    return this.#samples.answers[this.#order[at] ?? 0] ?? 0;
  }
}
