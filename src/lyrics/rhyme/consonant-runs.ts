import { runSimilarity } from './sound-similarity.ts';

const CAPACITY = 1024;

/** Ids for consonant runs, so that repeated comparisons are one table look-up. */
export class ConsonantRuns {
  readonly #ids = new Map<string, number>();
  readonly #runs: (readonly number[])[] = [];
  /** Similarity + 1, 0 if not compared yet. */
  readonly #known = new Float32Array(CAPACITY * CAPACITY);

  constructor() {
    this.id([]);
  }

  /** 0 is the empty run. */
  id(run: readonly number[]): number {
    const key = String.fromCharCode(...run);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#ids.set(key, this.#runs.length);
    this.#runs.push(run);
    return this.#runs.length - 1;
  }

  phones(id: number): readonly number[] {
    return this.#runs[id] ?? [];
  }

  length(id: number): number {
    return this.#runs[id]?.length ?? 0;
  }

  similarity(a: number, b: number): number {
    if (a === b) return 1;
    const cell = a < CAPACITY && b < CAPACITY ? a * CAPACITY + b : -1;
    const known = cell < 0 ? 0 : (this.#known[cell] ?? 0);
    return known > 0 ? known - 1 : this.#compare(a, b, cell);
  }

  #compare(a: number, b: number, cell: number): number {
    // Rounded like the table, so that the first result equals later ones.
    const value = Math.fround(runSimilarity(this.#runs[a] ?? [], this.#runs[b] ?? []) + 1);
    if (cell >= 0) this.#known[cell] = value;
    return value - 1;
  }
}
