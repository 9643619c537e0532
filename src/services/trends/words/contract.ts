import type { AskedTerm } from './read-terms.ts';

export const WORD_PERIODS = ['quarter', 'year'] as const;
export type WordPeriod = (typeof WORD_PERIODS)[number];

export interface WordsInput {
  terms: readonly AskedTerm[];
  by: WordPeriod;
  fromYear: number | null;
  toYear: number | null;
}

interface Interval {
  low: number;
  high: number;
}

/** The uses of a term in a period. Intervals are Wilson's, 95 %. */
export interface WordPoint {
  /** `2021` or `2021-Q3`. */
  period: string;
  /** Songs that hold it; an estimate, not whole, where texts were sampled. */
  songs: number;
  uses: number;
  /** 0 to 1. */
  share_of_songs: number;
  share_interval: Interval;
  per_million: number;
  per_million_interval: Interval;
  /** Ids of some of the songs, which `songs` names. */
  examples: number[];
}

export interface WordLine {
  term: string;
  /** The words and phrases that were counted, folded; an asterisk behind those that only begin a word. */
  read_as: string[];
  songs: number;
  uses: number;
  /** The most common words that a beginning stands for. */
  matched_words: { word: string; songs: number }[];
  /** The share of the songs that may hold a phrase whose text was read; 1: all. */
  read_share: number;
  points: WordPoint[];
}

export interface WordsAnswer {
  by: WordPeriod;
  terms: WordLine[];
  /** What the points are shares of. */
  periods: { period: string; songs: number; words: number }[];
  songs: { track_id: number; artist: string; title: string }[];
  /** Songs that stand in no period. */
  left_out: { without_date: number; announced: number; only_year: number };
  counted: { songs: number; words: number; at: string | null; waiting: number };
  reason: string | null;
}
