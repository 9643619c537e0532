import { VOWELS } from '../phonetics/phones.ts';
import type { ConsonantRuns } from './consonant-runs.ts';
import { VOWEL_SIMILARITY } from './sound-similarity.ts';

const CAPACITY = 160;
const MIN_VOWEL = 0.4;

/** Numbers for the distinct syllable sounds of a song, so that comparing two is mostly one table look-up. */
export class SyllableSounds {
  readonly #runs: ConsonantRuns;
  readonly #ids = new Map<number, number>();
  readonly #vowels: number[] = [];
  readonly #weak: number[] = [];
  readonly #tails: number[] = [];
  /** Likeness + 1, 0 where not yet compared. */
  readonly #known = new Float32Array(CAPACITY * CAPACITY);

  constructor(runs: ConsonantRuns) {
    this.#runs = runs;
  }

  id(vowel: number, weak: number, tail: number): number {
    const key = (tail * VOWELS.length + vowel) * 2 + weak;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#vowels.length;
    this.#ids.set(key, id);
    this.#vowels.push(vowel);
    this.#weak.push(weak);
    this.#tails.push(tail);
    return id;
  }

  /** How alike two vowels are, 0-1; weak ones blur. */
  vowels(a: number, b: number): number {
    const table = (this.#weak[a] ?? 0) + (this.#weak[b] ?? 0);
    const row = table * VOWELS.length + (this.#vowels[a] ?? 0);
    return VOWEL_SIMILARITY[row * VOWELS.length + (this.#vowels[b] ?? 0)] ?? 0;
  }

  /** How alike two syllables sound from the vowel on, 0-1; 0 where the vowels differ much. */
  quality(a: number, b: number): number {
    if (a >= CAPACITY || b >= CAPACITY) return this.#compare(a, b);
    const known = this.#known[a * CAPACITY + b] ?? 0;
    if (known > 0) return known - 1;
    const quality = this.#compare(a, b);
    this.#known[a * CAPACITY + b] = quality + 1;
    return quality;
  }

  #compare(a: number, b: number): number {
    const vowels = this.vowels(a, b);
    if (vowels < MIN_VOWEL) return 0;
    return vowels * (0.5 + 0.5 * this.#runs.similarity(this.#tails[a] ?? 0, this.#tails[b] ?? 0));
  }
}
