import { GOOD_EVIDENCE, WEAK_EVIDENCE } from '../../db/queries/search-scores.ts';

export const CONFIDENCES = ['none', 'weak', 'good'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Whether a hit with these log odds answers the query; `none` without a hit. */
export function confidenceOf(evidence: number | null): Confidence {
  if (evidence === null || evidence < WEAK_EVIDENCE) return 'none';
  return evidence < GOOD_EVIDENCE ? 'weak' : 'good';
}

/** The log odds as a chance, 0-1, to three digits. */
export const confidenceScore = (evidence: number | null): number =>
  evidence === null ? 0 : Number((1 / (1 + Math.exp(-evidence))).toFixed(3));
