import { CONFIDENCES, type Confidence } from '../../src/services/search/confidence.ts';
import { seededRandom } from '../local/sites/stable-random.ts';
import type { Interval } from './search-scores.ts';

/** What a search says of its own list, and what the best hit of each single list says. */
export interface JudgedList {
  /** The list's confidence score by both. */
  score: number;
  level: Confidence;
  /** The best of what words alone are worth (BM25), and of similarities alone. */
  words: number;
  similarity: number;
}

export interface ConfidenceScores {
  answerable: number;
  unanswerable: number;
  /** Chance that an answerable query is told from an unanswerable one, with 95 % intervals. */
  auc: { confidence: Interval; words_alone: Interval; meaning_alone: Interval };
  /** Shares of the lists of each level. */
  levels: Record<'answerable' | 'unanswerable', Record<Confidence, number>>;
}

const RESAMPLES = 1000;

/** Share of pairs in which the positive one has the higher score; a tie counts half (Mann and Whitney 1947). */
export function auc(positive: readonly number[], negative: readonly number[]): number {
  let won = 0;
  for (const a of positive) for (const b of negative) won += a > b ? 1 : a === b ? 0.5 : 0;
  return won / (positive.length * negative.length);
}

const round = (value: number): number => Number(value.toFixed(3));

/** With its interval by the bootstrap over the queries of each kind. */
function aucInterval(positive: readonly number[], negative: readonly number[]): Interval {
  const random = seededRandom('search confidence');
  const resample = (list: readonly number[]): number[] =>
    list.map(() => list[Math.floor(random() * list.length)] ?? 0);
  const drawn = Array.from({ length: RESAMPLES }, () => auc(resample(positive), resample(negative))).sort(
    (a, b) => a - b,
  );
  const at = (share: number): number => round(drawn[Math.floor(share * (RESAMPLES - 1))] ?? 0);
  return { mean: round(auc(positive, negative)), low: at(0.025), high: at(0.975) };
}

function sharesOf(lists: readonly JudgedList[]): Record<Confidence, number> {
  const shares: Record<Confidence, number> = { none: 0, weak: 0, good: 0 };
  for (const name of CONFIDENCES)
    shares[name] = round(lists.filter(({ level }) => level === name).length / lists.length);
  return shares;
}

/** How well the confidence of a list tells queries that a song answers from those that none does. */
export function summariseConfidence(
  answerable: readonly JudgedList[],
  unanswerable: readonly JudgedList[],
): ConfidenceScores {
  const of = (read: (list: JudgedList) => number): Interval =>
    aucInterval(answerable.map(read), unanswerable.map(read));
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    auc: {
      confidence: of(({ score }) => score),
      words_alone: of(({ words }) => words),
      meaning_alone: of(({ similarity }) => similarity),
    },
    levels: { answerable: sharesOf(answerable), unanswerable: sharesOf(unanswerable) },
  };
}
