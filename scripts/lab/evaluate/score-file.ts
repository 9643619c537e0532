import { lyricsWords } from '../../../src/lyrics/text/lyrics-words.ts';
import { seeded } from '../../../src/ml/compose/random.ts';
import { calibrationError } from '../statistics/calibration.ts';
import { type Estimate, estimate } from '../statistics/cluster-bootstrap.ts';
import {
  meanAbsoluteError,
  meanOf,
  medianOf,
  type Pair,
  rootMeanSquaredError,
} from '../statistics/errors.ts';
import { pairedTest } from '../statistics/paired-test.ts';
import { spearman } from '../statistics/rank-correlation.ts';
import { refusalsOf } from './guards.ts';
import type { PredictionFile } from './prediction-rows.ts';
import { artistOf, testRows } from './scored-rows.ts';

/** A pair with the artist that is resampled. */
type Scored = Pair & { artist: string };

/** Errors in the units of the target, each with an interval that resamples artists. */
export interface Scores {
  mae: Estimate;
  rmse: Estimate;
  /** Null where predictions or targets are constant. */
  spearman: Estimate | null;
}

export interface Baseline extends Scores {
  /** How much larger its mean absolute error is than that of the predictions; p by a paired test over artists. */
  worse_by: { difference: number; p: number };
}

export type BaselineName = 'constant_mean' | 'constant_median' | 'uniform_random' | 'word_count';

export interface Headline {
  scores: Scores;
  /** A failed row counted as wrong as the scale of the targets allows. */
  failures_as_worst: { mae: number; rmse: number };
  baselines: Partial<Record<BaselineName, Baseline>>;
  /** Of a confidence that a prediction is at most half a unit off; null without confidences. */
  calibration_error: number | null;
  /** Share of the questions that were asked again and got the same answer each time; null if none was. */
  same_answer_again: number | null;
}

export interface Evaluation {
  /** Every reason against a headline figure. */
  refused: string[];
  rows: number;
  answered: number;
  failed: number;
  artists: number;
  /** Null if refused. */
  headline: Headline | null;
}

const SEED = 22;
const HALF_A_UNIT = 0.5;

/** Judges a file of predictions, and scores it only if no guard has a reason against that. */
export function evaluatePredictions(file: PredictionFile): Evaluation {
  const refused = refusalsOf(file);
  const rows = testRows(file);
  const asked = Math.max(file.asked ?? 0, rows.length);
  const answered = rows.filter(({ predicted }) => predicted !== null).length;
  return {
    refused,
    rows: asked,
    answered,
    failed: asked - answered,
    artists: new Set(rows.map(artistOf(file))).size,
    headline: refused.length === 0 ? score(file, asked - answered) : null,
  };
}

function score(file: PredictionFile, failed: number): Headline {
  const unit = artistOf(file);
  const rows = testRows(file).flatMap((row) =>
    row.predicted === null ? [] : [{ ...row, predicted: row.predicted, artist: unit(row) }],
  );
  const baselines = predictBaselines(rows);
  const claims = rows.flatMap(({ confidence, predicted, actual }) =>
    confidence === null ? [] : [{ confidence, right: Math.abs(predicted - actual) <= HALF_A_UNIT }],
  );
  return {
    scores: scoresOf(rows),
    failures_as_worst: withFailures(rows, failed),
    baselines: Object.fromEntries(
      Object.entries(baselines).map(([name, predicted]) => [name, compare(rows, predicted)]),
    ),
    calibration_error: calibrationError(claims),
    same_answer_again: sameAgain(file),
  };
}

function scoresOf(rows: readonly Scored[]): Scores {
  const of = (figure: (rows: readonly Scored[]) => number | null): Estimate | null =>
    estimate(rows, { clusterOf: ({ artist }) => artist, figure });
  const none: Estimate = { value: Number.NaN, interval: null };
  return {
    mae: of(meanAbsoluteError) ?? none,
    rmse: of(rootMeanSquaredError) ?? none,
    spearman: of(spearman),
  };
}

function withFailures(rows: readonly Scored[], failed: number): { mae: number; rmse: number } {
  const targets = rows.map(({ actual }) => actual);
  const worst = Math.max(...targets) - Math.min(...targets);
  const all = [...rows, ...Array.from({ length: failed }, () => ({ predicted: worst, actual: 0 }))];
  return { mae: meanAbsoluteError(all), rmse: rootMeanSquaredError(all) };
}

/** Predictions of what needs no model, each made without the songs of the row's artist. */
function predictBaselines(rows: readonly (Scored & { text: string | null })[]): Record<string, number[]> {
  const random = seeded(SEED);
  const artists = Map.groupBy(rows, ({ artist }) => artist);
  const others = new Map(
    [...artists.keys()].map((artist) => [artist, rows.filter((row) => row.artist !== artist)] as const),
  );
  const targets = rows.map(({ actual }) => actual);
  const [least, most] = [Math.min(...targets), Math.max(...targets)];
  const seen = (artist: string): number[] => (others.get(artist) ?? []).map(({ actual }) => actual);
  const means = new Map([...artists.keys()].map((artist) => [artist, meanOf(seen(artist))]));
  const medians = new Map([...artists.keys()].map((artist) => [artist, medianOf(seen(artist))]));
  const words = wordCounts(rows);
  return {
    constant_mean: rows.map(({ artist }) => means.get(artist) ?? 0),
    constant_median: rows.map(({ artist }) => medians.get(artist) ?? 0),
    uniform_random: rows.map(() => least + random() * (most - least)),
    ...(words === null ? {} : { word_count: lineThrough(words, targets) }),
  };
}

function wordCounts(rows: readonly { text: string | null }[]): number[] | null {
  if (rows.some(({ text }) => text === null)) return null;
  return rows.map(({ text }) => lyricsWords(text ?? '').length);
}

/** The least squares line through the points, at each of them: it has seen the targets, which favours it. */
function lineThrough(x: readonly number[], y: readonly number[]): number[] {
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  const spread = meanOf(x.map((value) => (value - meanX) ** 2));
  const slope =
    spread === 0 ? 0 : meanOf(x.map((value, at) => (value - meanX) * ((y[at] ?? meanY) - meanY))) / spread;
  return x.map((value) => meanY + slope * (value - meanX));
}

function compare(rows: readonly Scored[], predicted: readonly number[]): Baseline {
  const other = rows.map((row, at) => ({ ...row, predicted: predicted[at] ?? Number.NaN }));
  const differences = rows.map((row, at) => ({
    cluster: row.artist,
    difference: Math.abs((predicted[at] ?? 0) - row.actual) - Math.abs(row.predicted - row.actual),
  }));
  return { ...scoresOf(other), worse_by: pairedTest(differences) };
}

function sameAgain({ rows }: PredictionFile): number | null {
  const asked = [...Map.groupBy(rows, ({ id }) => id).values()].filter(({ length }) => length > 1);
  if (asked.length === 0) return null;
  const same = asked.filter((own) => new Set(own.map(({ predicted }) => predicted)).size === 1);
  return same.length / asked.length;
}
