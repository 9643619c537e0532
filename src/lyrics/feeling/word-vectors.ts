import type { Word } from '../text/tokenize.ts';
import { plainForm } from './word-forms.ts';
import { WORD_VECTORS } from './word-vector-table.ts';

export const VECTOR_SIZE = 12;

/** Words by spaces, six characters of levels each, and what a level is worth in each direction. */
export interface PackedVectors {
  steps: readonly number[];
  words: string;
  levels: string;
}

export type WordVectors = ReadonlyMap<string, Float64Array>;

/** Each number of a vector is one of nine levels, -4 to 4; two of them share a character. */
export const MAX_LEVEL = 4;
const LEVELS = 2 * MAX_LEVEL + 1;
const FIRST_CHARACTER = 35;
/** A string would have to escape it. */
const BACKSLASH = 92;
const INSTEAD = FIRST_CHARACTER + LEVELS * LEVELS;

let committed: WordVectors | undefined;

/**
 * What the words of a line say together: the sum of their vectors over the square root of their number, which comes
 * close to a sentence encoder's view of the line. Unknown words add nothing.
 */
export function vectorOf(words: readonly Word[], vectors: WordVectors): number[] {
  const sum = new Array<number>(VECTOR_SIZE).fill(0);
  for (const { norm } of words) {
    const vector = vectors.get(plainForm(norm));
    if (vector) for (let i = 0; i < VECTOR_SIZE; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  }
  return words.length === 0 ? sum : sum.map((value) => value / Math.sqrt(words.length));
}

/** The vectors that ship, unpacked on first use. */
export function committedVectors(): WordVectors {
  committed ??= unpackVectors(WORD_VECTORS);
  return committed;
}

export function unpackVectors({ steps, words, levels }: PackedVectors): WordVectors {
  const map = new Map<string, Float64Array>();
  const pairs = VECTOR_SIZE / 2;
  words.split(' ').forEach((word, at) => {
    const vector = new Float64Array(VECTOR_SIZE);
    for (let pair = 0; pair < pairs; pair++) {
      const code = levels.charCodeAt(at * pairs + pair);
      const both = (code === INSTEAD ? BACKSLASH : code) - FIRST_CHARACTER;
      vector[2 * pair] = (Math.floor(both / LEVELS) - MAX_LEVEL) * (steps[2 * pair] ?? 0);
      vector[2 * pair + 1] = ((both % LEVELS) - MAX_LEVEL) * (steps[2 * pair + 1] ?? 0);
    }
    map.set(word, vector);
  });
  return map;
}

/** The characters of a vector's levels. */
export function packLevels(levels: readonly number[]): string {
  let packed = '';
  for (let i = 0; i < VECTOR_SIZE; i += 2) {
    const code = FIRST_CHARACTER + ((levels[i] ?? 0) + MAX_LEVEL) * LEVELS + (levels[i + 1] ?? 0) + MAX_LEVEL;
    packed += String.fromCharCode(code === BACKSLASH ? INSTEAD : code);
  }
  return packed;
}
