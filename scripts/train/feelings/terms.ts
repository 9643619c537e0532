import { LINE_START } from '../../../src/lyrics/feeling/word-vectors.ts';

/** A line as the vectors see it: its words in their plain forms, and each pair of neighbours joined by a space. */
export function termsOf(words: readonly string[]): string[] {
  return [...words, ...words.map((word, at) => `${words[at - 1] ?? LINE_START} ${word}`)];
}

export const isPair = (term: string): boolean => term.includes(' ');

/** What each term adds in each of some directions. */
export type TermValues = ReadonlyMap<string, readonly number[]>;

/** The sum of the terms of a line over the square root of its words. */
export function sumTerms(words: readonly string[], values: TermValues, size: number): Float64Array {
  const sum = new Float64Array(size);
  const scale = 1 / Math.sqrt(Math.max(1, words.length));
  for (const term of termsOf(words)) {
    const value = values.get(term);
    if (value) for (let i = 0; i < size; i++) sum[i] = (sum[i] ?? 0) + scale * (value[i] ?? 0);
  }
  return sum;
}
