import { LEVELS, MAX_LEVEL, readDigits } from './vector-digits.ts';
import { WORD_VECTORS } from './word-vector-table.ts';

export const VECTOR_SIZE = 12;
/** Characters of a packed vector, two numbers each. */
export const VECTOR_CHARACTERS = VECTOR_SIZE / 2;
/** Characters of the number of a word. */
export const NUMBER_CHARACTERS = 2;
/** Stands before the first word of a line. */
export const LINE_START = '<';

/**
 * Words by spaces, pairs of neighbours as the numbers of their words, the levels of both, and what a level is worth in
 * each direction.
 */
export interface PackedVectors {
  steps: readonly number[];
  words: string;
  levels: string;
  pairs: string;
  pairLevels: string;
}

export interface WordVectors {
  numbers: ReadonlyMap<string, number>;
  /** VECTOR_SIZE numbers a word. */
  words: Float64Array;
  /** Rows of `pairVectors` by the numbers of both words. */
  pairs: ReadonlyMap<number, number>;
  pairVectors: Float64Array;
}

let committed: WordVectors | undefined;

/**
 * What the words of a line say together: the sum of the vectors of its words and of its pairs of neighbours over the
 * square root of the number of words. Unknown ones add nothing. Expects plain forms.
 */
export function vectorOf(words: readonly string[], vectors: WordVectors): Float64Array {
  const sum = new Float64Array(VECTOR_SIZE);
  const { numbers } = vectors;
  let before = numbers.get(LINE_START);
  for (const word of words) {
    const number = numbers.get(word);
    if (number !== undefined) addRow(sum, vectors.words, number);
    const pair =
      before === undefined || number === undefined ? undefined : vectors.pairs.get(pairKey(before, number));
    if (pair !== undefined) addRow(sum, vectors.pairVectors, pair);
    before = number;
  }
  const scale = 1 / Math.sqrt(Math.max(1, words.length));
  for (let i = 0; i < VECTOR_SIZE; i++) sum[i] = (sum[i] ?? 0) * scale;
  return sum;
}

function addRow(sum: Float64Array, rows: Float64Array, row: number): void {
  for (let i = 0; i < VECTOR_SIZE; i++) sum[i] = (sum[i] ?? 0) + (rows[row * VECTOR_SIZE + i] ?? 0);
}

const pairKey = (first: number, second: number): number => first * 8_192 + second;

/** The vectors that ship, unpacked on first use. */
export function committedVectors(): WordVectors {
  committed ??= unpackVectors(WORD_VECTORS);
  return committed;
}

export function unpackVectors({ steps, words, levels, pairs, pairLevels }: PackedVectors): WordVectors {
  const rows = new Map<number, number>();
  for (let at = 0; at < pairs.length; at += 2 * NUMBER_CHARACTERS) {
    const first = readDigits(pairs, at, NUMBER_CHARACTERS);
    const second = readDigits(pairs, at + NUMBER_CHARACTERS, NUMBER_CHARACTERS);
    rows.set(pairKey(first, second), rows.size);
  }
  return {
    numbers: new Map(words.split(' ').map((word, number) => [word, number])),
    words: unpackRows(levels, steps),
    pairs: rows,
    pairVectors: unpackRows(pairLevels, steps),
  };
}

function unpackRows(levels: string, steps: readonly number[]): Float64Array {
  const rows = new Float64Array(2 * levels.length);
  for (let at = 0; at < levels.length; at++) {
    const both = readDigits(levels, at, 1);
    const direction = (2 * at) % VECTOR_SIZE;
    rows[2 * at] = (Math.floor(both / LEVELS) - MAX_LEVEL) * (steps[direction] ?? 0);
    rows[2 * at + 1] = ((both % LEVELS) - MAX_LEVEL) * (steps[direction + 1] ?? 0);
  }
  return rows;
}
