import { seeded } from '../../src/ml/compose/random.ts';
import { foresee, type OrdinalModel } from '../../src/ml/quality/predict.ts';
import {
  type ChosenModel,
  chooseModel,
  constantOf,
  ENGINE_SETTINGS,
  VECTOR_SETTINGS,
} from '../lab/quality/choose-model.ts';
import type { Settings } from '../lab/quality/fit-model.ts';
import type { Example } from '../lab/quality/measure-songs.ts';
import {
  gainOver,
  type Predicted,
  type PredictionScores,
  type Range,
  scorePredictions,
} from '../lab/quality/score-predictions.ts';

const BASELINES = ['constant_mean', 'constant_median', 'uniform_random', 'word_count'] as const;
type Baseline = (typeof BASELINES)[number];

/** The model and the baselines on songs whose artists they have not seen. */
export interface QualityScores {
  songs: number;
  artists: number;
  model: PredictionScores & {
    gain_over_constant_median: { gain: number; interval: Range };
    gain_over_constant_mean: { gain: number; interval: Range };
  };
  /** Whether `model` weighs the vectors too: it does if that misses no more on these songs than the engine alone. */
  uses_vectors: boolean;
  with_vectors: PredictionScores | null;
  /** The model of the engine's features alone. */
  engine_only: PredictionScores;
  baselines: Record<Baseline, PredictionScores>;
  beats_both_constants: boolean;
}

export interface QualityEval {
  scale: '1-10';
  settings: Settings;
  cv: QualityScores;
  /** Null without a file to test on. */
  test: (QualityScores & { songs_of_known_artists: number }) | null;
}

interface Foretold {
  /** Null without vectors. */
  vector: Predicted[] | null;
  engine: Predicted[];
  baselines: Record<Baseline, Predicted[]>;
}

export interface TrainedModels {
  /** Null without vectors. */
  vector: ChosenModel | null;
  engine: ChosenModel;
}

/** Both models, each with settings chosen by cross-validation over the artists of these songs. */
export function trainModels(examples: readonly Example[], embeddingModel: string | null): TrainedModels {
  const hasVectors = embeddingModel !== null && examples.some(({ vector }) => vector !== null);
  return {
    engine: chooseModel(examples, ENGINE_SETTINGS, null),
    vector: hasVectors ? chooseModel(examples, VECTOR_SETTINGS, embeddingModel) : null,
  };
}

function predictWith(model: OrdinalModel, songs: readonly Example[]): Predicted[] {
  return songs.map((song) => {
    const { expected, median, low, high } = foresee(model, song);
    return { artist: song.artist, label: song.label, expected, median, interval: { low, high } };
  });
}

function predictBaselines(train: readonly Example[], songs: readonly Example[]): Foretold['baselines'] {
  const constant = constantOf(train);
  const { low, high } = constant;
  const always = (value: number, interval: Predicted['interval']) => () => ({
    expected: value,
    median: value,
    interval,
  });
  const random = seeded(18);
  const labels = train.map(({ label }) => label);
  const [least, most] = [Math.min(...labels), Math.max(...labels)];
  const byWords = lineThrough(train.map(({ words, label }) => [words, label]));
  const of: Record<Baseline, (song: Example) => Omit<Predicted, 'artist' | 'label'>> = {
    constant_mean: always(constant.expected, { low, high }),
    constant_median: always(constant.median, { low, high }),
    uniform_random: () => always(least + random() * (most - least), null)(),
    word_count: ({ words }) => always(byWords(words), null)(),
  };
  const rows = (name: Baseline): Predicted[] =>
    songs.map((song) => ({ artist: song.artist, label: song.label, ...of[name](song) }));
  return {
    constant_mean: rows('constant_mean'),
    constant_median: rows('constant_median'),
    uniform_random: rows('uniform_random'),
    word_count: rows('word_count'),
  };
}

/** Least squares. */
function lineThrough(points: readonly (readonly [number, number])[]): (x: number) => number {
  const mean = (of: 0 | 1): number => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const product = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const slope = spread === 0 ? 0 : product / spread;
  return (x) => meanY + slope * (x - meanX);
}

function foretell(
  train: readonly Example[],
  songs: readonly Example[],
  { vector, engine }: TrainedModels,
): Foretold {
  return {
    vector: vector === null ? null : predictWith(vector.model, songs),
    engine: predictWith(engine.model, songs),
    baselines: predictBaselines(train, songs),
  };
}

const absoluteErrorOf = (rows: readonly Predicted[]): number =>
  rows.reduce((sum, { label, median }) => sum + Math.abs(median - label), 0);

/** Without a choice made elsewhere, the vectors are used if they cost nothing in absolute error. */
function scoreAll({ vector, engine, baselines }: Foretold, usesVectors?: boolean): QualityScores {
  const uses = vector !== null && (usesVectors ?? absoluteErrorOf(vector) <= absoluteErrorOf(engine));
  const model = uses ? vector : engine;
  const over = (name: Baseline) => gainOver(model, baselines[name]);
  const scores = {
    ...scorePredictions(model),
    gain_over_constant_median: over('constant_median'),
    gain_over_constant_mean: over('constant_mean'),
  };
  const scored = Object.fromEntries(
    BASELINES.map((name) => [name, scorePredictions(baselines[name])]),
  ) as Record<Baseline, PredictionScores>;
  return {
    songs: model.length,
    artists: new Set(model.map(({ artist }) => artist)).size,
    model: scores,
    uses_vectors: uses,
    with_vectors: vector === null ? null : scorePredictions(vector),
    engine_only: scorePredictions(engine),
    baselines: scored,
    beats_both_constants:
      scores.gain_over_constant_mean.gain > 0 && scores.gain_over_constant_median.gain > 0,
  };
}

/** Each artist is foretold by models, settings and baselines that have seen only the other artists. */
export function crossValidateQuality(
  examples: readonly Example[],
  embeddingModel: string | null,
  onProgress?: (done: number, of: number) => void,
): QualityScores {
  const artists = [...new Set(examples.map(({ artist }) => artist))];
  const parts = artists.map((artist, at) => {
    const train = examples.filter((one) => one.artist !== artist);
    const songs = examples.filter((one) => one.artist === artist);
    const part = foretell(train, songs, trainModels(train, embeddingModel));
    onProgress?.(at + 1, artists.length);
    return part;
  });
  const joined = (of: (part: Foretold) => Predicted[]): Predicted[] => parts.flatMap(of);
  return scoreAll({
    vector: parts.some(({ vector }) => vector === null) ? null : joined(({ vector }) => vector ?? []),
    engine: joined(({ engine }) => engine),
    baselines: {
      constant_mean: joined(({ baselines }) => baselines.constant_mean),
      constant_median: joined(({ baselines }) => baselines.constant_median),
      uniform_random: joined(({ baselines }) => baselines.uniform_random),
      word_count: joined(({ baselines }) => baselines.word_count),
    },
  });
}

/** The models of all training songs on the songs of another file, every one of them, scored in the API or not. */
export function testQuality(
  train: readonly Example[],
  songs: readonly Example[],
  { models, usesVectors }: { models: TrainedModels; usesVectors: boolean },
): NonNullable<QualityEval['test']> {
  const known = new Set(train.map(({ artist }) => artist));
  return {
    ...scoreAll(foretell(train, songs, models), usesVectors),
    songs_of_known_artists: songs.filter(({ artist }) => known.has(artist)).length,
  };
}
