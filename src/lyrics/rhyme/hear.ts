import { type CandidatePairs, findCandidatePairs } from './candidate-pairs.ts';
import { settleEnds } from './end-agreement.ts';
import { LINE_END_MODEL } from './line-end-model.ts';
import { type HeardWords, LINE_END_WIDTH, lineEndRows } from './line-ends.ts';
import { PAIR_WIDTH, pairRows } from './pair-features.ts';
import { PAIR_MODEL } from './pair-model.ts';
import { settleSpelled } from './spelled-rhymes.ts';
import { type Ensemble, probabilitiesOf, toEnsemble } from './trees.ts';
import type { Verse } from './verse.ts';
import { WORD_WIDTH, wordRows } from './word-features.ts';
import { WORD_MODEL } from './word-model.ts';

/** The output of the models: every number is a probability. */
export interface Hearing {
  readonly pairs: CandidatePairs;
  /** The two words of a pair belong to one rhyme. */
  readonly pair: Float32Array;
  /** A word takes part in any rhyme. */
  readonly word: Float32Array;
  /** The end of line k + 1 rhymes with the end of line k, both sung lines; 0 for the same words again. */
  readonly end: Float32Array;
  readonly thresholds: Thresholds;
}

/** Probabilities above which something is told. */
export interface Thresholds {
  /** A word takes part in a rhyme. */
  readonly word: number;
  /** Two adjacent line ends rhyme. */
  readonly end: number;
  /** Two rhyming words are put into one group. */
  readonly pair: number;
  /** Two line ends further apart rhyme. */
  readonly far: number;
}

const PAIR_THRESHOLD = 0.4;
const FAR_THRESHOLD = 0.5;

export interface Models {
  readonly pair: Ensemble;
  readonly word: Ensemble;
  readonly end: Ensemble;
}

const COMMITTED: Models = {
  pair: toEnsemble(PAIR_MODEL),
  word: toEnsemble(WORD_MODEL),
  end: toEnsemble(LINE_END_MODEL),
};

/** Runs the three models on a verse: pairs first, words from their pairs, line ends from both. */
export function hearVerse(verse: Verse, models: Models = COMMITTED): Hearing {
  const pairs = findCandidatePairs(verse);
  const pair = probabilitiesOf(models.pair, pairRows(verse, pairs), PAIR_WIDTH);
  const word = probabilitiesOf(models.word, wordRows(verse, { pairs, probability: pair }), WORD_WIDTH);
  settleSpelled(verse, { pairs, pair, word });
  const end = hearEnds(verse, { pairs, probability: pair, word }, models.end);
  const thresholds = {
    word: models.word.threshold,
    end: models.end.threshold,
    pair: PAIR_THRESHOLD,
    far: FAR_THRESHOLD,
  };
  return { pairs, pair, word, end, thresholds };
}

/** A verse without a syllable has no ends to hear. */
function hearEnds(verse: Verse, heard: HeardWords, model: Ensemble): Float32Array {
  if (verse.vowel.length === 0) return new Float32Array(Math.max(0, verse.text.lines.length - 1));
  const rows = lineEndRows(verse, heard);
  return settleEnds(verse, probabilitiesOf(model, rows, LINE_END_WIDTH), model.threshold);
}
