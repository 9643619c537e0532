import type { Sentiment, SentimentDetail } from '../contract.ts';
import { type FeelingJudgement, likeliest } from '../feeling/judge-feeling.ts';
import type { FeltLine } from '../feeling/read-feelings.ts';
import { normalise } from './vader.ts';

export interface SentimentReading {
  label: Sentiment;
  /** Probability of positive less that of negative, -1 to 1; 0 for a text without lines. */
  score: number;
  detail: SentimentDetail;
}

const ARC_POINTS = 10;
/** A line is positive or negative from here, VADER's own threshold. */
const CLEAR = 0.05;

/**
 * The mood of a song as a listener would name it: the likeliest of the four labels. The score of a line is VADER's
 * formula over what its words tell in a song (slang, idioms, loss, violence), asides left out.
 */
export function measureSentiment({ felt, parts, sentiment }: FeelingJudgement): SentimentReading {
  const scores = felt.map(scoreOf);
  const positive = shareOf(scores, (value) => value >= CLEAR);
  const negative = shareOf(scores, (value) => value <= -CLEAR);
  return {
    label: parts === 0 ? 'neutral' : likeliest(sentiment).name,
    score: parts === 0 ? 0 : sentiment.positive - sentiment.negative,
    detail: {
      lines: felt.map(({ line }, at) => ({ line: line.number, score: scores[at] ?? 0 })),
      sections: bySection(felt, scores),
      arc: arcOf(scores),
      slope: slopeOf(scores),
      positive,
      neutral: positive === null || negative === null ? null : Math.max(0, 1 - positive - negative),
      negative,
    },
  };
}

/** The detail of a text that is not judged. */
export const NO_DETAIL: SentimentDetail = {
  lines: [],
  sections: [],
  arc: [],
  slope: null,
  positive: null,
  neutral: null,
  negative: null,
};

function scoreOf({ told }: FeltLine): number {
  return normalise(told.reduce((sum, { valence }) => sum + valence, 0));
}

function bySection(felt: readonly FeltLine[], scores: readonly number[]): SentimentDetail['sections'] {
  const sums = new Map<number, { sum: number; lines: number }>();
  felt.forEach(({ line }, at) => {
    if (line.section === null) return;
    const entry = sums.get(line.section) ?? { sum: 0, lines: 0 };
    entry.sum += scores[at] ?? 0;
    entry.lines += 1;
    sums.set(line.section, entry);
  });
  return [...sums].map(([section, { sum, lines }]) => ({ section, score: sum / lines, lines }));
}
// Each point is the mean of a tenth of the lines; a shorter song has a point a line.
function arcOf(scores: readonly number[]): number[] {
  const points = Math.min(ARC_POINTS, scores.length);
  return Array.from({ length: points }, (_, point) => {
    const from = Math.floor((point * scores.length) / points);
    const to = Math.floor(((point + 1) * scores.length) / points);
    return mean(scores.slice(from, to)) ?? 0;
  });
}

// Least squares over the position in the song, 0 at the first line and 1 at the last.
function slopeOf(scores: readonly number[]): number | null {
  const count = scores.length;
  if (count < 2) return null;
  const middle = mean(scores) ?? 0;
  let covariance = 0;
  let variance = 0;
  scores.forEach((score, at) => {
    const offset = at / (count - 1) - 0.5;
    covariance += offset * (score - middle);
    variance += offset * offset;
  });
  return covariance / variance;
}

function shareOf(scores: readonly number[], test: (score: number) => boolean): number | null {
  return scores.length === 0 ? null : scores.filter(test).length / scores.length;
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
