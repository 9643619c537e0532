import { seeded } from '../../../src/ml/compose/random.ts';

/** Draws that depend on a seed alone. */
export class Draw {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seeded(seed);
  }

  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean {
    return this.#random() < probability;
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.#random() * (max - min + 1));
  }

  /** A number from `min` up to `max`. */
  number(min: number, max: number): number {
    return min + this.#random() * (max - min);
  }

  /** One of the items, each equally likely. Throws if there is none. */
  pick<T>(items: readonly T[]): T {
    const [first] = items.slice(this.int(0, items.length - 1));
    if (first === undefined) throw new Error('There is nothing to draw from.');
    return first;
  }

  /** One of the items; null if there is none. */
  maybe<T>(items: readonly T[]): T | null {
    return items.length === 0 ? null : this.pick(items);
  }
}
