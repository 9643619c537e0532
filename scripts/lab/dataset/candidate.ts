import type { AnalysisReply } from '../../../src/llm/prompts/analysis-reply.ts';

/** A song with an analysis of it, as one of a data set. */
export interface Candidate {
  /** SHA-256 of the exact text: the same in every database. */
  id: string;
  artist: string;
  title: string;
  /** Null where no date is known. */
  year: number | null;
  language: string | null;
  /** As the analysis names it, in lower case; null where none is known. */
  genre: string | null;
  lyrics: string;
  analyzer: string;
  model_version: string;
  /** Of the analysis, 0-1. */
  confidence: number;
  /** What is to be foreseen; null where the analysis has it not. */
  targets: Targets;
  /** What a model would have to say to the Worker's prompt; null where the analysis is not by a model. */
  reply: AnalysisReply | null;
}

export interface Targets {
  /** -1 to 1. */
  sentiment_score: number | null;
  sentiment: string | null;
  emotion: string | null;
  themes: string[];
  /** 0-1. */
  quality: number | null;
}

/** A song of the data set with the half that it is in. */
export interface Sample extends Candidate {
  split: 'train' | 'test';
}

const UNKNOWN_ERA = 'unknown';

/** The decade as "1990s". */
export const eraOf = ({ year }: Pick<Candidate, 'year'>): string =>
  year === null ? UNKNOWN_ERA : `${Math.floor(year / 10) * 10}s`;
