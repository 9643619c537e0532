import { SHOWN } from './feeling-names.ts';
import { type FeelingMeasures, measureFeelings } from './measure-feelings.ts';
import type { FeltLine } from './read-feelings.ts';

/** Brings the lexicon's numbers to the size at which the penalty on their weights is right. */
const LEXICON_SCALE = 0.5;

/** A line that counts, with the vector of its words. */
export interface ReadLine {
  felt: FeltLine;
  vector: Float64Array;
}

/** The lines of a text that count: each once, asides not at all. */
export function readLines(
  felt: readonly FeltLine[],
  vectorOf: (words: readonly string[]) => Float64Array,
): ReadLine[] {
  return felt.filter(({ line }) => !line.repeated).map((one) => ({ felt: one, vector: vectorOf(one.plain) }));
}

/** The numbers from which mood, feeling and tone are judged: the mean vector, then what the lexicon says. */
export function feelingFeatures(lines: readonly ReadLine[], size: number): Float64Array {
  const features = new Float64Array(size + 6 + SHOWN.length);
  for (const { vector } of lines)
    for (let i = 0; i < size; i++) features[i] = (features[i] ?? 0) + (vector[i] ?? 0) / lines.length;
  lexiconFeatures(measureFeelings(lines.map(({ felt }) => felt))).forEach((value, i) => {
    features[size + i] = LEXICON_SCALE * value;
  });
  return features;
}

function lexiconFeatures({ good, bad, goodLines, badLines, turn, shown }: FeelingMeasures): number[] {
  return [
    Math.sqrt(good),
    Math.sqrt(bad),
    Math.sqrt(Math.min(good, bad)),
    goodLines,
    badLines,
    Math.tanh(turn / 4),
    ...SHOWN.map((name) => Math.sqrt(shown[name])),
  ];
}
