import { SHOWN } from './feeling-names.ts';
import { type FeelingMeasures, measureFeelings } from './measure-feelings.ts';
import type { FeltLine } from './read-feelings.ts';
import { committedVectors, VECTOR_SIZE, vectorOf, type WordVectors } from './word-vectors.ts';

/** Brings the vectors to the size of the other numbers. */
export const VECTOR_SCALE = 6;

/** The numbers from which mood, dominant feeling and tone are judged. Each line counts once, asides not at all. */
export function feelingFeatures(
  felt: readonly FeltLine[],
  vectors: WordVectors = committedVectors(),
): number[] {
  const fresh = felt.filter(({ line }) => !line.repeated);
  return featuresOf(measureFeelings(felt), meanVector(fresh.map(({ open }) => vectorOf(open, vectors))));
}

/** The same from a mean vector that is known. */
export function featuresOf(measures: FeelingMeasures, vector: readonly number[]): number[] {
  const { good, bad, goodLines, badLines, turn, shown } = measures;
  return [
    ...vector.map((value) => value * VECTOR_SCALE),
    Math.sqrt(good),
    Math.sqrt(bad),
    Math.sqrt(Math.min(good, bad)),
    goodLines,
    badLines,
    Math.tanh(turn / 4),
    ...SHOWN.map((name) => Math.sqrt(shown[name])),
  ];
}

export function meanVector(vectors: readonly (readonly number[])[]): number[] {
  const mean = new Array<number>(VECTOR_SIZE).fill(0);
  for (const vector of vectors)
    for (let i = 0; i < VECTOR_SIZE; i++) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0) / vectors.length;
  return mean;
}
