import type { LearnedFeelings } from '../../../src/lyrics/feeling/judge-feeling.ts';
import { MAX_LEVEL, writeDigits } from '../../../src/lyrics/feeling/vector-digits.ts';
import {
  LINE_START,
  NUMBER_CHARACTERS,
  type PackedVectors,
  unpackVectors,
  VECTOR_SIZE,
} from '../../../src/lyrics/feeling/word-vectors.ts';
import { HIDDEN_SIZE, type LearnedTerms, learnTerms } from './learn-vectors.ts';
import { mainDirections } from './main-directions.ts';
import { HIDDEN_SCALE, type Model, type Part, QUESTIONS, trainQuestions } from './questions.ts';
import { isPair } from './terms.ts';
import type { World } from './training-texts.ts';
import { trainWordWeights, type WordWeights } from './word-weights.ts';

/** Shares of the regression on words beside that on vectors, chosen by cross-validation. */
const WORD_SHARES = { sentiment: 1, dominant: 0.5, verse_tone: 0.5, song_tone: 0 };
/** The size of a typical number of a vector. */
const TYPICAL = 0.2;
/** Standard deviations of a direction that four levels reach. */
const REACH = 2.5;

export interface Learned {
  packed: PackedVectors;
  model: LearnedFeelings['model'];
}

/**
 * Learns everything: vectors of terms, regressions on them and on words, merged into one vector a term and one row of
 * weights a class.
 */
export function learnFeelings(world: World, part: Part): Learned {
  const terms = learnTerms(world, part.verses);
  const model = trainQuestions(part, terms.values);
  const words = {
    sentiment: trainWordWeights(part.verses, 'sentiment'),
    dominant: trainWordWeights(part.verses, 'dominant'),
    verse_tone: trainWordWeights(part.verses, 'verse_tone'),
  };
  return merge(terms, model, { ...words, song_tone: words.verse_tone });
}

export const unpacked = ({ packed, model }: Learned): LearnedFeelings => ({
  model,
  vectors: unpackVectors(packed),
});

function merge(
  { values, uses }: LearnedTerms,
  model: Model,
  words: Record<(typeof QUESTIONS)[number], WordWeights>,
): Learned {
  const rows = classRows(model, words);
  const terms = [LINE_START, ...[...values.keys()].filter((term) => term !== LINE_START)];
  const usual = terms.map((term) => Math.sqrt(1 + (uses.get(term) ?? 0)));
  const scaled = rows.map(({ add }) =>
    terms.map((term, t) => (usual[t] ?? 1) * (term === LINE_START ? 0 : add(term, values.get(term) ?? []))),
  );
  const directions = mainDirections(scaled, VECTOR_SIZE).map((direction) => {
    const own = direction.map((value, t) => value / (usual[t] ?? 1));
    return { direction, own, factor: TYPICAL / Math.sqrt(own.reduce((s, v) => s + v * v, 0) / own.length) };
  });
  const packed = pack(
    terms,
    terms.map((_, t) => directions.map(({ own, factor }) => factor * (own[t] ?? 0))),
  );
  const loadings = scaled.map((row) =>
    directions.map(
      ({ direction, factor }) => direction.reduce((sum, value, t) => sum + value * (row[t] ?? 0), 0) / factor,
    ),
  );
  const merged = rows.map(({ question, rest }, r) => ({
    question,
    row: [...(loadings[r] ?? []), ...rest].map((value) => Math.round(100 * value)),
  }));
  const rowsOf = (name: string): number[][] =>
    merged.flatMap(({ question, row }) => (question === name ? [row] : []));
  return {
    packed,
    model: {
      sentiment: rowsOf('sentiment'),
      dominant: rowsOf('dominant'),
      verse_tone: rowsOf('verse_tone'),
      song_tone: rowsOf('song_tone'),
    },
  };
}

/** Per class: what a term adds, and the weights of the lexicon's numbers with the bias. */
interface ClassRow {
  question: (typeof QUESTIONS)[number];
  add: (term: string, value: readonly number[]) => number;
  rest: number[];
}

function classRows(model: Model, words: Record<(typeof QUESTIONS)[number], WordWeights>): ClassRow[] {
  return QUESTIONS.flatMap((question) =>
    model[question].map((row, k) => {
      const share = WORD_SHARES[question];
      const rest = row.slice(HIDDEN_SIZE);
      rest.push((rest.pop() ?? 0) + share * (words[question].biases[k] ?? 0));
      return {
        question,
        rest,
        add: (term, value) => {
          const hidden = value.reduce((sum, one, i) => sum + HIDDEN_SCALE * one * (row[i] ?? 0), 0);
          return hidden + share * (words[question].words.get(term)?.[k] ?? 0);
        },
      };
    }),
  );
}

function pack(terms: readonly string[], values: readonly (readonly number[])[]): PackedVectors {
  const steps = Array.from({ length: VECTOR_SIZE }, (_, i) => {
    const squares = values.reduce((sum, value) => sum + (value[i] ?? 0) ** 2, 0);
    return Number(((REACH * Math.sqrt(squares / values.length)) / MAX_LEVEL).toFixed(5));
  });
  const levels = (at: number): string => {
    let packed = '';
    for (let i = 0; i < VECTOR_SIZE; i += 2) {
      const [first, second] = [i, i + 1].map((direction) => {
        const level = Math.round((values[at]?.[direction] ?? 0) / (steps[direction] ?? 1));
        return Math.max(-MAX_LEVEL, Math.min(MAX_LEVEL, level)) + MAX_LEVEL;
      });
      packed += writeDigits((first ?? 0) * (2 * MAX_LEVEL + 1) + (second ?? 0), 1);
    }
    return packed;
  };
  const all = terms.map((term, at) => ({ term, at }));
  const words = all.filter(({ term }) => !isPair(term));
  const pairs = all.filter(({ term }) => isPair(term));
  const numbers = new Map(words.map(({ term }, number) => [term, number]));
  const numberOf = (word: string): string => writeDigits(numbers.get(word) ?? 0, NUMBER_CHARACTERS);
  return {
    steps,
    words: words.map(({ term }) => term).join(' '),
    levels: words.map(({ at }) => levels(at)).join(''),
    pairs: pairs.map(({ term }) => term.split(' ').map(numberOf).join('')).join(''),
    pairLevels: pairs.map(({ at }) => levels(at)).join(''),
  };
}
