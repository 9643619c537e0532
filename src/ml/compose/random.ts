export type Random = () => number;

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
export function seeded(seed: number): Random {
  let state = Math.trunc(seed) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The position of one of the weights, drawn in proportion to them; -1 if none is above 0. */
export function drawByWeight(weights: ArrayLike<number>, random: Random): number {
  let total = 0;
  for (let at = 0; at < weights.length; at++) total += weights[at] ?? 0;
  if (!(total > 0)) return -1;
  let left = random() * total;
  for (let at = 0; at < weights.length; at++) {
    left -= weights[at] ?? 0;
    if (left < 0) return at;
  }
  return weights.length - 1;
}

/** The items in an order drawn by the seed. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

const SIZE = 4096;

/** Gumbel noise: added to worths, it makes the greatest one a choice by chance. Drawn once and read in turns. */
export class Noise {
  readonly #values: Float64Array;
  readonly #random: Random;
  #at = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#values = Float64Array.from({ length: SIZE }, () => -Math.log(-Math.log(Math.max(1e-12, random()))));
  }

  next(): number {
    this.#at = (this.#at + 1) & (SIZE - 1);
    // Another start after each turn, so that the same values do not meet the same words.
    if (this.#at === 0) this.#at = Math.floor(this.#random() * SIZE);
    return this.#values[this.#at] ?? 0;
  }
}
