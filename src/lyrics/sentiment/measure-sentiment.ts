import type { Sentiment, SentimentDetail } from '../contract.ts';
import type { Song } from '../text/song.ts';
import { compound } from './vader.ts';

export interface SentimentReading {
  label: Sentiment;
  /** Mean compound of the sung lines, -1 to 1; 0 for a text without lines. */
  score: number;
  detail: SentimentDetail;
}

const ARC_POINTS = 10;
const CLEAR = 0.05;
const MIXED_SHARE = 0.25;
const MIXED_SCORE = 0.1;

/**
 * Sentiment of a song from VADER's compound of each sung line (a whole song at once runs into ±1). Positive and negative
 * from ±0.05, VADER's own threshold; mixed if a quarter of the lines or more are positive, a quarter or more negative,
 * and the mean is near 0.
 */
export function measureSentiment(song: Song): SentimentReading {
  const known = new Map<string, number>();
  const scores = song.lines.map((line) => {
    const score = known.get(line.text) ?? compound(line.text);
    known.set(line.text, score);
    return score;
  });
  const score = mean(scores) ?? 0;
  const positive = shareOf(scores, (value) => value >= CLEAR);
  const negative = shareOf(scores, (value) => value <= -CLEAR);
  return {
    label: labelOf(score, positive ?? 0, negative ?? 0),
    score,
    detail: {
      lines: song.lines.map((line, at) => ({ line: line.number, score: scores[at] ?? 0 })),
      sections: bySection(song, scores),
      arc: arcOf(scores),
      slope: slopeOf(scores),
      positive,
      neutral: positive === null || negative === null ? null : Math.max(0, 1 - positive - negative),
      negative,
    },
  };
}

function labelOf(score: number, positive: number, negative: number): Sentiment {
  if (positive >= MIXED_SHARE && negative >= MIXED_SHARE && Math.abs(score) < MIXED_SCORE) return 'mixed';
  if (score >= CLEAR) return 'positive';
  return score <= -CLEAR ? 'negative' : 'neutral';
}

function bySection(song: Song, scores: readonly number[]): SentimentDetail['sections'] {
  const sums = new Map<number, { sum: number; lines: number }>();
  song.lines.forEach((line, at) => {
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
