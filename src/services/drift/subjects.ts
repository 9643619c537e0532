import { INPUT_MEASURES, type InputMeasure } from '../../db/queries/drift.ts';
import { SENTIMENTS } from '../../lyrics/contract.ts';

export type Value = string | number | null;

export type Field = 'sentiment' | 'score' | 'quality' | InputMeasure;

/** A distribution that is watched. */
export interface Distribution {
  /** Its name in the tables, in /metrics and in GET /models/status. */
  subject: string;
  /** Answers of the judge, or what the songs are like. */
  of: 'judge' | 'input';
  /** The column that holds its values. */
  field: Field;
  /** Its values in order, if they are names. */
  names: readonly string[] | null;
}

export const DISTRIBUTIONS: readonly Distribution[] = [
  { subject: 'judge_sentiment', of: 'judge', field: 'sentiment', names: SENTIMENTS },
  { subject: 'judge_sentiment_score', of: 'judge', field: 'score', names: null },
  { subject: 'judge_quality', of: 'judge', field: 'quality', names: null },
  ...INPUT_MEASURES.map((field) => ({ subject: `input_${field}`, of: 'input', field, names: null }) as const),
];

/** Shares of the songs that were judged again. */
export const HELD = 'answers_held';
export const FAILED = 'answers_failed';
