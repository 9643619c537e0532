import { type Difference, pairedTest } from '../statistics/paired-test.ts';

/** What the new model and the one in use lose on one example of an artist that neither has seen. */
export interface PairedLoss {
  artist: string;
  candidate: number;
  in_use: number;
}

export interface PromotionDecision {
  /** Whether the new model is to be used. */
  is_better: boolean;
  /** By how much less the new model loses on a mean example. */
  gain: number;
  /** Of the paired permutation test over artists, two-sided. */
  p: number;
  /** p has to be below this. */
  level: number;
  artists: number;
  examples: number;
  why: string;
}

const LEVEL = 0.05;

/**
 * The level of the k-th new model that is compared with the same model in use (k from 1): .05, .0167, .0083 … A promotion
 * is wrong on one side only, with probability level / 2; over any number of attempts these add up to .05 (the sum of
 * 1 / (k (k + 1)) is 1), so that training until chance helps does not (Bonferroni with unequal shares).
 */
export const levelOf = (attempt: number): number => (2 * LEVEL) / (attempt * (attempt + 1));

/** The fewest artists with which the test can reach a level: the least p of n artists is 2 / 2^n. */
export const fewestArtists = (level: number): number => Math.floor(1 - Math.log2(level)) + 1;

/** The rule of promotion: fewer losses on the same unseen artists, and significantly so. Throws if a loss is no number. */
export function decidePromotion(rows: readonly PairedLoss[], attempt: number): PromotionDecision {
  if (rows.some((row) => !Number.isFinite(row.candidate) || !Number.isFinite(row.in_use)))
    throw new Error('a loss is not a finite number');
  const level = levelOf(attempt);
  const { difference: gain, p } = pairedTest(
    rows.map((row): Difference => ({ cluster: row.artist, difference: row.in_use - row.candidate })),
  );
  const artists = new Set(rows.map(({ artist }) => artist)).size;
  const needed = fewestArtists(level);
  const is_better = artists >= needed && gain > 0 && p < level;
  return { is_better, gain, p, level, artists, examples: rows.length, why: explain() };

  function explain(): string {
    if (artists < needed)
      return `${artists} artists that neither model has seen are too few: at level ${round(level)} it takes ${needed}.`;
    if (is_better) return `It loses ${round(gain)} less (p ${round(p)} < ${round(level)}).`;
    const side = gain > 0 ? `It loses ${round(gain)} less` : `It does not lose less (${round(gain)})`;
    return `${side}, p ${round(p)}, and p < ${round(level)} is asked: the difference may be chance.`;
  }
}

const round = (value: number): string => String(Number(value.toPrecision(3)));
