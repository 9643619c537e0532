import type { Lexicon } from '../../../src/lyrics/phonetics/lexicon.ts';
import { findRhymes } from '../../../src/lyrics/rhyme/finder/rhyme-finder.ts';
import type { LabelledRhymes } from './read-sets.ts';

const FIRST = 20;
/** A query is right when at least this many of its five expected rhymes are found, and no wrong answer. */
const ENOUGH = 2;

export interface RhymesResult {
  homographs: { both: number; of: number; missing: { word: string; reading: string[] }[] };
  queries: {
    right: number;
    of: number;
    /** Share of all expected rhymes within the first twenty, 0-1. */
    expected: number;
    wrong: { query: string; found: string[]; forbidden: string[]; answers: string[] }[];
  };
}

const answersOf = (lexicon: Lexicon, query: string): string[] =>
  findRhymes(lexicon, query, { kind: 'perfect', limit: FIRST }).items.map(({ word }) => word);

const among = (words: readonly string[], answers: readonly string[]): string[] =>
  words.filter((word) => answers.includes(word.toLowerCase()));

/** Asks the rhyme finder for every labelled word; a homograph is right when each reading has an expected rhyme. */
export function judgeRhymes({ homographs, queries }: LabelledRhymes, lexicon: Lexicon): RhymesResult {
  const missing = homographs.flatMap(({ word, readings }) => {
    const answers = answersOf(lexicon, word);
    return readings
      .filter((reading) => among(reading, answers).length === 0)
      .map((reading) => ({ word, reading }));
  });
  const asked = queries.map(({ query, ...labels }) => {
    const answers = answersOf(lexicon, query);
    const found = among(labels.expected, answers);
    return { query, found, forbidden: among(labels.forbidden, answers), answers };
  });
  const wrong = asked.filter(({ found, forbidden }) => found.length < ENOUGH || forbidden.length > 0);
  const all = queries.reduce((sum, { expected }) => sum + expected.length, 0);
  const met = asked.reduce((sum, { found }) => sum + found.length, 0);
  return {
    homographs: {
      both: homographs.length - new Set(missing.map(({ word }) => word)).size,
      of: homographs.length,
      missing,
    },
    queries: {
      right: queries.length - wrong.length,
      of: queries.length,
      expected: Number((met / all).toFixed(3)),
      wrong,
    },
  };
}
