import { DOMINANT_CLASSES, SENTIMENT_CLASSES, TONES } from '../../../src/lyrics/feeling/feeling-classes.ts';
import { LINE_START } from '../../../src/lyrics/feeling/word-vectors.ts';
import { fitWords, type TermLine } from './fit-words.ts';
import { balance, trainLogistic } from './logistic.ts';
import { mainDirections } from './main-directions.ts';
import { isPair, type TermValues, termsOf } from './terms.ts';
import { plainWords, type TrainingVerse, type World } from './training-texts.ts';

/** Directions in which the terms first imitate the encoder. */
export const HIDDEN_SIZE = 10;

export interface LearnedTerms {
  values: TermValues;
  /** How often the lines use each term. */
  uses: ReadonlyMap<string, number>;
}

const TEACHER_C = 2;
const TEACHER_SCALE = 3;
/** How much a line of a labelled verse counts. */
const VERSE_WEIGHT = 3;
const MIN_USES = 3;
const MIN_PAIR_USES = 6;
const PENALTY = 1;
const PRIOR = 0.5;
const KEPT_WORDS = 3_200;
const KEPT_PAIRS = 1_850;
/** A common word that the lines hardly use counts as if they used it up to so often. */
const COMMON_USES = 20;
const KNOWN_QUESTIONS = [
  (verse: TrainingVerse) => SENTIMENT_CLASSES.indexOf(verse.label.sentiment),
  (verse: TrainingVerse) => DOMINANT_CLASSES.indexOf(verse.label.dominant ?? 'none'),
  (verse: TrainingVerse) => (verse.label.tone === null ? TONES.length : TONES.indexOf(verse.label.tone)),
];

interface Line {
  words: readonly string[];
  vector: Float64Array;
  weight: number;
}

/**
 * Vectors of words and of pairs of neighbours whose sums come close to what a sentence encoder says of a line, in the
 * few directions that tell the labels of the given verses apart: a logistic regression on the encoder is the teacher,
 * ridge regression on sung lines (towards a word's own embedding) makes the vectors.
 */
export function learnTerms(world: World, verses: readonly TrainingVerse[]): LearnedTerms {
  const encoded = verses.map(({ lines: own }) =>
    vectorsOf(
      world,
      own.map(({ text }) => text),
    ),
  );
  const directions = teach(verses, encoded);
  const project = (vectors: readonly Float32Array[]) =>
    vectors.map((vector) => Float64Array.from(directions, (direction) => dot(vector, direction)));
  const songLines = project(vectorsOf(world, world.lines));
  const lines: Line[] = [
    ...world.lines.map((line, at) => lineOf(plainWords(line), songLines[at], 1)),
    ...verses.flatMap(({ lines: own }, at) => {
      const vectors = project(encoded[at] ?? []);
      return own.map(({ words }, i) => lineOf(words, vectors[i], VERSE_WEIGHT));
    }),
  ];
  const uses = countUses(lines);
  const { common } = world;
  const isCommon = new Set(common);
  const terms = [...new Set([...common, ...uses.keys()])]
    .filter((term) => isPair(term) || isCommon.has(term) || (uses.get(term) ?? 0) >= MIN_USES)
    .filter((term) => !isPair(term) || (uses.get(term) ?? 0) >= MIN_PAIR_USES)
    .sort();
  const single = terms.filter((term) => !isPair(term));
  const own = project(vectorsOf(world, single));
  const priors = new Map(single.map((word, at) => [word, own[at] ?? new Float64Array(HIDDEN_SIZE)]));
  const first = fitTerms(lines, terms, priors);
  const rank = new Map(common.map((word, at) => [word, 1 - at / common.length]));
  const kept = chooseTerms(first, (term) => (uses.get(term) ?? 0) + COMMON_USES * (rank.get(term) ?? 0));
  return { values: fitTerms(lines, kept, priors), uses };
}

function lineOf(words: readonly string[], vector: Float64Array | undefined, weight: number): Line {
  return { words, vector: vector ?? new Float64Array(HIDDEN_SIZE), weight };
}

function countUses(lines: readonly Line[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { words, weight } of lines)
    for (const term of new Set(termsOf(words))) uses.set(term, (uses.get(term) ?? 0) + weight);
  return uses;
}

function fitTerms(
  lines: readonly Line[],
  terms: readonly string[],
  priors: ReadonlyMap<string, Float64Array>,
): TermValues {
  const numbers = new Map(terms.map((term, at) => [term, at]));
  const termLines = lines.map(({ words, weight }): TermLine => {
    const known = termsOf(words).flatMap((term) => numbers.get(term) ?? []);
    return { terms: known, scale: 1 / Math.sqrt(Math.max(1, words.length)), weight };
  });
  const columns = Array.from({ length: HIDDEN_SIZE }, (_, i) => {
    const middle = meanAt([...priors.values()], i);
    const prior = Float64Array.from(terms, (term) => {
      const own = priors.get(term)?.[i];
      return own === undefined ? 0 : PRIOR * (own - middle);
    });
    const targets = lines.map(({ vector }) => vector[i] ?? 0);
    return fitWords(termLines, targets, { prior, penalty: PENALTY });
  });
  return new Map(terms.map((term, at) => [term, columns.map((column) => column[at] ?? 0)]));
}

/** The terms that matter most: length of their vector, how usual they are. A pair needs both of its words. */
function chooseTerms(values: TermValues, usual: (term: string) => number): string[] {
  const weight = new Map(
    Array.from(values, ([term, value]) => [term, dot(value, value) * (1 + usual(term))]),
  );
  const sorted = [...values.keys()].sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0));
  const words = sorted.filter((term) => !isPair(term)).slice(0, KEPT_WORDS);
  const known = new Set([...words, LINE_START]);
  const pairs = sorted.filter((term) => isPair(term) && term.split(' ').every((word) => known.has(word)));
  return [...words, ...pairs.slice(0, KEPT_PAIRS)].sort();
}

/** All texts whose vectors training may ask for, whichever of the verses it learns from, each once. */
export function textsToEncode({
  verses,
  lines,
  common,
}: Pick<World, 'verses' | 'lines' | 'common'>): string[] {
  const uses = countUses([
    ...lines.map((line) => lineOf(plainWords(line), undefined, 1)),
    ...verses.flatMap(({ lines: own }) => own.map(({ words }) => lineOf(words, undefined, VERSE_WEIGHT))),
  ]);
  const words = [...uses].filter(([term, count]) => !isPair(term) && count >= MIN_USES).map(([term]) => term);
  const sung = verses.flatMap(({ lines: own }) => own.map(({ text }) => text));
  return [...new Set([...sung, ...lines, ...common, ...words])];
}

const vectorsOf = ({ vectors }: World, texts: readonly string[]): Float32Array[] =>
  texts.map((text) => {
    const vector = vectors.get(text);
    if (vector === undefined) throw new Error(`the text "${text}" was not encoded`);
    return vector;
  });

function teach(verses: readonly TrainingVerse[], encoded: readonly (readonly Float32Array[])[]): number[][] {
  const features = encoded.map((vectors) =>
    Array.from({ length: vectors[0]?.length ?? 0 }, (_, i) => TEACHER_SCALE * meanAt(vectors, i)),
  );
  const rows = KNOWN_QUESTIONS.flatMap((classOf) => {
    const labels = verses.map(classOf);
    const weights = balance(labels, 0.7);
    const examples = features.map((row, at) => ({
      features: row,
      label: labels[at] ?? 0,
      weight: weights[at] ?? 1,
    }));
    return trainLogistic(examples, Math.max(...labels) + 1, TEACHER_C, 150).map((row) => row.slice(0, -1));
  });
  return mainDirections(rows, HIDDEN_SIZE);
}

function meanAt(vectors: readonly ArrayLike<number>[], i: number): number {
  return vectors.reduce((sum, vector) => sum + (vector[i] ?? 0), 0) / Math.max(1, vectors.length);
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
