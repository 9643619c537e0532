import { scoreClasses } from '../../eval/class-scores.ts';
import type { Sample } from '../dataset/candidate.ts';
import { krippendorffAlpha } from '../statistics/krippendorff.ts';
import type { Asked } from './answer-file.ts';
import { type AnalyzerPair, comparePairs, compareRepeats, type Repeats } from './compare-pairs.ts';
import type { PredictionFile } from './prediction-rows.ts';
import { type Evaluation, evaluatePredictions } from './score-file.ts';

/** One analyser against the targets of the data set. */
export interface AnalyzerScores extends Evaluation {
  analyzer: string;
  /** Of the first answers, 0-1. */
  success_rate: number;
  /** Mean F1 of the classes of sentiment; null if it answered nothing. */
  sentiment_macro_f1: number | null;
  /** Of the calls that were not cached; null if none was charged. */
  tokens: number | null;
  cost_usd: number | null;
  latency_ms: { p50: number; p95: number } | null;
  /** How far its answers to the same question agree; null if none was asked twice. */
  repeats: Repeats | null;
}

export interface AnalyzerComparison {
  analyzers: AnalyzerScores[];
  /** Of those that have a headline figure. */
  pairs: AnalyzerPair[];
  /** Krippendorff's alpha among the analysers, -1 to 1; null with one. */
  agreement: { sentiment_score: number | null; sentiment: number | null };
}

function predictionsOf(samples: readonly Sample[], rows: readonly Asked[]): PredictionFile {
  const byId = new Map(samples.map((sample) => [sample.id, sample]));
  return {
    asked: null,
    rows: rows.flatMap((row) => {
      const sample = byId.get(row.id);
      const actual = sample?.targets.sentiment_score ?? null;
      if (sample === undefined || actual === null) return [];
      const { artist, lyrics: text } = sample;
      const { id, sentiment_score: predicted, confidence, repeat, cached } = row;
      return [
        {
          id,
          artist,
          actual,
          predicted,
          confidence,
          repeat,
          cached,
          text,
          prompt: null,
          split: 'test' as const,
        },
      ];
    }),
  };
}

const sumOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
};

function latencyOf(rows: readonly Asked[]): AnalyzerScores['latency_ms'] {
  const times = rows.filter(({ cached, error }) => !cached && error === null).map(({ ms }) => ms);
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return sorted.length === 0 ? null : { p50: at(0.5), p95: at(0.95) };
}

function scoresOf(analyzer: string, samples: readonly Sample[], rows: readonly Asked[]): AnalyzerScores {
  const right = new Map(samples.map(({ id, targets }) => [id, targets.sentiment]));
  const first = rows.filter(({ repeat }) => repeat === 1);
  const judged = first.flatMap(({ id, sentiment }) => {
    const target = right.get(id) ?? null;
    return sentiment === null || target === null ? [] : [{ right: target, predicted: sentiment }];
  });
  return {
    analyzer,
    success_rate: first.filter(({ error }) => error === null).length / Math.max(1, first.length),
    sentiment_macro_f1: judged.length === 0 ? null : scoreClasses(judged).macro_f1,
    tokens: sumOf(rows.map(({ tokens }) => tokens)),
    cost_usd: sumOf(rows.map(({ cost_usd }) => cost_usd)),
    latency_ms: latencyOf(rows),
    repeats: compareRepeats(rows),
    ...evaluatePredictions(predictionsOf(samples, rows)),
  };
}

/** Classes as numbers, for the nominal alpha. */
const classNumbers = (rows: readonly Asked[]): Map<string, number> =>
  new Map(
    [...new Set(rows.flatMap(({ sentiment }) => sentiment ?? []))].sort().map((name, at) => [name, at]),
  );

/** Scores each analyser against the targets, and their agreement with each other. */
export function compareAnalyzers(samples: readonly Sample[], rows: readonly Asked[]): AnalyzerComparison {
  const names = [...new Set(rows.map(({ analyzer }) => analyzer))].sort();
  const first = new Map(
    rows.filter(({ repeat }) => repeat === 1).map((row) => [`${row.id} ${row.analyzer}`, row] as const),
  );
  const classes = classNumbers(rows);
  const units = (value: (row: Asked) => number | null) =>
    samples.map(({ id }) =>
      names.map((name) => {
        const row = first.get(`${id} ${name}`);
        return row === undefined ? null : value(row);
      }),
    );
  const analyzers = names.map((name) =>
    scoresOf(
      name,
      samples,
      rows.filter(({ analyzer }) => analyzer === name),
    ),
  );
  const refused = new Set(analyzers.flatMap((one) => (one.headline === null ? [one.analyzer] : [])));
  return {
    analyzers,
    pairs: comparePairs(
      samples,
      rows.filter(({ analyzer }) => !refused.has(analyzer)),
    ),
    agreement: {
      sentiment_score: krippendorffAlpha(
        units(({ sentiment_score }) => sentiment_score),
        'interval',
      ),
      sentiment: krippendorffAlpha(
        units(({ sentiment }) => (sentiment === null ? null : (classes.get(sentiment) ?? null))),
        'nominal',
      ),
    },
  };
}
