import type { SearchMode } from '../../src/services/search/search-lyrics.ts';
import { seededRandom } from '../local/sites/stable-random.ts';
import { ANSWERABLE_KINDS, type AnswerableKind } from './search-queries.ts';

export const MODES = ['lexical', 'semantic', 'hybrid'] as const satisfies readonly SearchMode[];
export type Mode = (typeof MODES)[number];
export type ByMode<T> = Record<Mode, T>;

/** Both in 0-1. */
export interface Scores {
  ndcg_at_10: number;
  recall_at_10: number;
}

export interface QueryResult {
  q: string;
  kind: AnswerableKind;
  scores: ByMode<Scores>;
  /** Of the lists by words and by meaning merged by reciprocal rank fusion, as a baseline. */
  fusedByRank: Scores;
  /** nDCG@10 of words and meaning mixed by each of `WEIGHTS`. */
  byWeight: number[];
}

export interface KindScores {
  queries: number;
  modes: ByMode<Scores>;
}

/** The same measure in each mode. */
export const byMode = <T>(read: (mode: Mode) => T): ByMode<T> => ({
  lexical: read('lexical'),
  semantic: read('semantic'),
  hybrid: read('hybrid'),
});

const mean = (values: readonly number[]): number =>
  Number((values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3));

/** A mean with its 95 % interval by the bootstrap over queries. */
export interface Interval {
  mean: number;
  low: number;
  high: number;
}

const RESAMPLES = 2000;

function intervalOf(values: readonly number[]): Interval {
  const random = seededRandom('search scores');
  const pick = (): number => values[Math.floor(random() * values.length)] ?? 0;
  const means = Array.from({ length: RESAMPLES }, () => mean(values.map(pick))).sort((a, b) => a - b);
  const at = (share: number): number => means[Math.floor(share * (RESAMPLES - 1))] ?? 0;
  return { mean: mean(values), low: at(0.025), high: at(0.975) };
}

/** nDCG@10 of each mode, of rank fusion, and of what hybrid search gains over it and over the better single list. */
export function compareWithBaselines(results: readonly QueryResult[]) {
  const of = (read: (result: QueryResult) => number): Interval => intervalOf(results.map(read));
  return {
    words: of(({ scores }) => scores.lexical.ndcg_at_10),
    meaning: of(({ scores }) => scores.semantic.ndcg_at_10),
    rank_fusion: of(({ fusedByRank }) => fusedByRank.ndcg_at_10),
    hybrid: of(({ scores }) => scores.hybrid.ndcg_at_10),
    hybrid_over_words: of(({ scores }) => scores.hybrid.ndcg_at_10 - scores.lexical.ndcg_at_10),
    hybrid_over_rank_fusion: of(
      ({ scores, fusedByRank }) => scores.hybrid.ndcg_at_10 - fusedByRank.ndcg_at_10,
    ),
  };
}

const meanScores = (all: readonly ByMode<Scores>[]): ByMode<Scores> =>
  byMode((mode) => ({
    ndcg_at_10: mean(all.map((scores) => scores[mode].ndcg_at_10)),
    recall_at_10: mean(all.map((scores) => scores[mode].recall_at_10)),
  }));

/** Means over all queries, over the queries of each kind, and over the kinds, in which every kind counts the same. */
export function summariseScores(results: readonly QueryResult[]): {
  modes: ByMode<Scores>;
  mean_of_kinds: ByMode<Scores>;
  kinds: Partial<Record<AnswerableKind, KindScores>>;
} {
  const kinds: Partial<Record<AnswerableKind, KindScores>> = {};
  for (const kind of ANSWERABLE_KINDS) {
    const own = results.filter((result) => result.kind === kind);
    if (own.length === 0) continue;
    kinds[kind] = { queries: own.length, modes: meanScores(own.map(({ scores }) => scores)) };
  }
  return {
    modes: meanScores(results.map(({ scores }) => scores)),
    mean_of_kinds: meanScores(Object.values(kinds).map(({ modes }) => modes)),
    kinds,
  };
}
