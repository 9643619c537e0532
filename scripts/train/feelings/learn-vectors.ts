import { DOMINANT_CLASSES, SENTIMENT_CLASSES, TONES } from '../../../src/lyrics/feeling/feeling-classes.ts';
import { plainForm } from '../../../src/lyrics/feeling/word-forms.ts';
import {
  MAX_LEVEL,
  type PackedVectors,
  packLevels,
  VECTOR_SIZE,
} from '../../../src/lyrics/feeling/word-vectors.ts';
import { tokenize } from '../../../src/lyrics/text/tokenize.ts';
import { embedLines } from './embed-lines.ts';
import { fitWords } from './fit-words.ts';
import { balance, trainLogistic } from './logistic.ts';
import { mainDirections } from './main-directions.ts';
import { commonWords, spoken, type ToneSong, type TrainingVerse } from './training-texts.ts';

export interface World {
  verses: readonly TrainingVerse[];
  songs: readonly ToneSong[];
  lines: readonly string[];
  cache: string | null;
}

export interface LearnedVectors {
  words: readonly string[];
  /** By word, then direction. */
  values: readonly (readonly number[])[];
  /** How often the lines use each word, and how common it is in speech (0-1). */
  uses: readonly number[];
}

const TEACHER_C = 2;
const TEACHER_SCALE = 3;
const MIN_USES = 3;
const PENALTY = 1;
const PRIOR = 0.5;
const KEPT_WORDS = 4_600;
/** Standard deviations of a direction that four levels reach. */
const REACH = 2.5;
const KNOWN_QUESTIONS = [
  (verse: TrainingVerse) => SENTIMENT_CLASSES.indexOf(verse.label.sentiment),
  (verse: TrainingVerse) => DOMINANT_CLASSES.indexOf(verse.label.dominant ?? 'none'),
  (verse: TrainingVerse) => (verse.label.tone === null ? TONES.length : TONES.indexOf(verse.label.tone)),
];

let embedded: { verses: Float32Array[][]; lines: Float32Array[]; words: Float32Array[] } | undefined;

/**
 * Vectors of words whose sums come close to what a sentence encoder says of a line, in the few directions that tell the
 * labels of the given verses apart: a logistic regression on the encoder is the teacher, ridge regression on sung lines
 * (towards the word's own embedding) makes the vectors.
 */
export async function learnVectors(world: World, verses: readonly TrainingVerse[]): Promise<LearnedVectors> {
  const lines = world.lines.map((line) => tokenize(line).map(({ norm }) => plainForm(norm)));
  const uses = new Map<string, number>();
  for (const words of lines) for (const word of new Set(words)) uses.set(word, (uses.get(word) ?? 0) + 1);
  const common = commonWords();
  const rank = new Map(common.map((word, at) => [word, 1 - at / common.length]));
  const known = [...uses].filter(([, count]) => count >= MIN_USES).map(([word]) => word);
  const words = [...new Set([...common, ...known])].sort();
  const numbers = new Map(words.map((word, at) => [word, at]));
  const vectors = await embedAll(world, words);
  const directions = teach(
    verses.map((verse) => ({ verse, vectors: vectorsOf(world, verse, vectors.verses) })),
  );
  const wordLines = lines.map((line) => line.flatMap((word) => numbers.get(word) ?? []));
  const [middle, wordMiddle] = [meanOf(vectors.lines), meanOf(vectors.words)];
  const columns = directions.map((direction) => {
    const targets = vectors.lines.map((vector) => dot(vector, direction) - dot(middle, direction));
    const prior = Float64Array.from(
      vectors.words,
      (vector) => PRIOR * (dot(vector, direction) - dot(wordMiddle, direction)),
    );
    return fitWords(wordLines, targets, { prior, penalty: PENALTY });
  });
  return {
    words,
    values: words.map((_, at) => columns.map((column) => column[at] ?? 0)),
    uses: words.map((word) => Math.log1p(uses.get(word) ?? 0) + 2 * (rank.get(word) ?? 0)),
  };
}

/** The words that matter most (length of their vector, how usual they are), with nine levels a number. */
export function packWords({ words, values, uses }: LearnedVectors): PackedVectors {
  const weight = (at: number): number => Math.hypot(...(values[at] ?? [])) * (1 + (uses[at] ?? 0));
  const kept = words
    .map((_, at) => at)
    .sort((a, b) => weight(b) - weight(a))
    .slice(0, KEPT_WORDS)
    .sort((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1));
  const steps = Array.from({ length: VECTOR_SIZE }, (_, i) => {
    const squares = kept.reduce((sum, at) => sum + (values[at]?.[i] ?? 0) ** 2, 0);
    return Number(((REACH * Math.sqrt(squares / kept.length)) / MAX_LEVEL).toFixed(5));
  });
  const level = (value: number, step: number): number =>
    Math.max(-MAX_LEVEL, Math.min(MAX_LEVEL, Math.round(value / step)));
  return {
    steps,
    words: kept.map((at) => words[at]).join(' '),
    levels: kept
      .map((at) => packLevels((values[at] ?? []).map((value, i) => level(value, steps[i] ?? 1))))
      .join(''),
  };
}

async function embedAll(world: World, words: readonly string[]) {
  if (embedded) return embedded;
  const verseLines = world.verses.map(({ label }) => label.lines.map(spoken));
  const flat = await embedLines([...verseLines.flat(), ...world.lines, ...words], world.cache);
  const verses: Float32Array[][] = [];
  let at = 0;
  for (const { length } of verseLines) {
    verses.push(flat.slice(at, at + length));
    at += length;
  }
  const lines = flat.slice(at, at + world.lines.length);
  embedded = { verses, lines, words: flat.slice(at + world.lines.length) };
  return embedded;
}

function vectorsOf(world: World, verse: TrainingVerse, all: readonly Float32Array[][]): Float32Array[] {
  return all[world.verses.indexOf(verse)] ?? [];
}

function teach(taught: readonly { verse: TrainingVerse; vectors: readonly Float32Array[] }[]): number[][] {
  const features = taught.map(({ vectors }) => Array.from(meanOf(vectors), (value) => TEACHER_SCALE * value));
  const rows = KNOWN_QUESTIONS.flatMap((classOf) => {
    const labels = taught.map(({ verse }) => classOf(verse));
    const weights = balance(labels, 1);
    const examples = features.map((row, at) => ({
      features: row,
      label: labels[at] ?? 0,
      weight: weights[at] ?? 1,
    }));
    return trainLogistic(examples, Math.max(...labels) + 1, TEACHER_C).map((row) => row.slice(0, -1));
  });
  return mainDirections(rows, VECTOR_SIZE);
}

function meanOf(vectors: readonly Float32Array[]): Float64Array {
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0) / vectors.length;
  return mean;
}

function dot(a: Float32Array | Float64Array, b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
