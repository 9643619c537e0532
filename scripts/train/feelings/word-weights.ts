import { balance } from './logistic.ts';
import { CLASS_COUNTS, CLASS_OF } from './questions.ts';
import type { TrainingVerse } from './training-texts.ts';

/** What a word adds to each class of a question, per line as the vectors do. */
export interface WordWeights {
  words: ReadonlyMap<string, readonly number[]>;
  biases: readonly number[];
}

/** A verse as its words, each with how much it stands out in it. */
type Bag = ReadonlyMap<number, number>;

const MIN_VERSES = 2;
const C = 3;
const STEPS = 150;

/** A regression on the words of the verses themselves: it knows what the encoder does not tell apart. */
export function trainWordWeights(
  verses: readonly TrainingVerse[],
  question: keyof typeof CLASS_OF,
): WordWeights {
  const known = rareness(verses);
  const vocabulary = [...known.keys()];
  const numbers = new Map(vocabulary.map((word, at) => [word, at]));
  const rows = verses.flatMap((verse) => {
    const label = CLASS_OF[question](verse);
    return label === null ? [] : [{ bag: bagOf(verse, numbers, known), label }];
  });
  const weights = train(rows, CLASS_COUNTS[question], vocabulary.length);
  return {
    words: new Map(
      vocabulary.map((word, at) => [word, weights.map((row) => (row[at] ?? 0) * (known.get(word) ?? 0))]),
    ),
    biases: weights.map((row) => row[vocabulary.length] ?? 0),
  };
}

/** The inverse document frequency of each word of at least two verses. */
function rareness(verses: readonly TrainingVerse[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { lines } of verses)
    for (const word of new Set(lines.flatMap(({ words }) => words)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map(
    [...counts]
      .filter(([, count]) => count >= MIN_VERSES)
      .map(([word, count]) => [word, Math.log((1 + verses.length) / (1 + count)) + 1]),
  );
}

function bagOf(
  { lines }: TrainingVerse,
  numbers: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, number>,
): Bag {
  const bag = new Map<number, number>();
  for (const { words } of lines)
    for (const word of words) {
      const number = numbers.get(word);
      if (number === undefined) continue;
      const share = (known.get(word) ?? 0) / Math.sqrt(words.length) / lines.length;
      bag.set(number, (bag.get(number) ?? 0) + share);
    }
  return bag;
}

/** Multinomial logistic regression as in logistic.ts, over bags of words. */
function train(rows: readonly { bag: Bag; label: number }[], classes: number, size: number): Float64Array[] {
  const weights = balance(
    rows.map(({ label }) => label),
    0.7,
  );
  const state = Array.from({ length: classes }, () => new Float64Array(size + 1));
  const ahead = state.map((row) => Float64Array.from(row));
  const step = 1 / (1 / C + 0.5 * curvature(rows, weights, size));
  let momentum = 1;
  for (let round = 0; round < STEPS; round++) {
    const gradient = ahead.map((row) => row.map((value, i) => (i === size ? 0 : value / C)));
    rows.forEach((row, at) => {
      addGradient(gradient, ahead, { ...row, weight: weights[at] ?? 1 });
    });
    const next = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    state.forEach((row, k) => {
      for (let i = 0; i <= size; i++) {
        const moved = (ahead[k]?.[i] ?? 0) - step * (gradient[k]?.[i] ?? 0);
        const before = row[i] ?? 0;
        row[i] = moved;
        const target = ahead[k];
        if (target) target[i] = moved + ((momentum - 1) / next) * (moved - before);
      }
    });
    momentum = next;
  }
  return state;
}

function addGradient(
  gradient: readonly Float64Array[],
  weights: readonly Float64Array[],
  { bag, label, weight }: { bag: Bag; label: number; weight: number },
): void {
  const scores = weights.map((row) => {
    let sum = row[row.length - 1] ?? 0;
    for (const [number, value] of bag) sum += value * (row[number] ?? 0);
    return sum;
  });
  const top = Math.max(...scores);
  const exps = scores.map((score) => Math.exp(score - top));
  const total = exps.reduce((sum, value) => sum + value, 0);
  gradient.forEach((row, k) => {
    const error = weight * ((exps[k] ?? 0) / total - (k === label ? 1 : 0));
    for (const [number, value] of bag) row[number] = (row[number] ?? 0) + error * value;
    row[row.length - 1] = (row[row.length - 1] ?? 0) + error;
  });
}

/** The largest eigenvalue of the weighted Gram matrix, by power steps. */
function curvature(rows: readonly { bag: Bag }[], weights: readonly number[], size: number): number {
  let vector = new Float64Array(size + 1).fill(1);
  let length = 1;
  for (let round = 0; round < 20; round++) {
    const next = new Float64Array(size + 1);
    rows.forEach(({ bag }, at) => {
      let sum = vector[size] ?? 0;
      for (const [number, value] of bag) sum += value * (vector[number] ?? 0);
      sum *= weights[at] ?? 1;
      for (const [number, value] of bag) next[number] = (next[number] ?? 0) + sum * value;
      next[size] = (next[size] ?? 0) + sum;
    });
    length = Math.hypot(...next);
    vector = next.map((value) => value / length);
  }
  return length * 1.05;
}
