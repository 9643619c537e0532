import { seeded } from '../../src/ml/compose/random.ts';
import { foresee, type OrdinalModel } from '../../src/ml/quality/predict.ts';
import { type ChosenModel, chooseModel, constantOf } from '../lab/quality/choose-model.ts';
import type { Example } from '../lab/quality/measure-songs.ts';
import {
  gainOver,
  type Predicted,
  type PredictionScores,
  type Range,
  scorePredictions,
} from '../lab/quality/score-predictions.ts';
import { type FoldFit, fitFolds } from '../lab/train/fold-fits.ts';
import { artistsOf } from '../lab/train/trainer.ts';

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
  baselines: Record<Baseline, PredictionScores>;
  beats_both_constants: boolean;
}

export interface QualityEval {
  scale: '1-10';
  /** The ridge's, chosen by cross-validation over the artists of all training songs. */
  penalty: number;
  cv: QualityScores;
  /** Null without a file to test on. */
  test: (QualityScores & { songs_of_known_artists: number }) | null;
}

interface Foretold {
  model: Predicted[];
  baselines: Record<Baseline, Predicted[]>;
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

function foretell(train: readonly Example[], songs: readonly Example[], { model }: ChosenModel): Foretold {
  return { model: predictWith(model, songs), baselines: predictBaselines(train, songs) };
}

function scoreAll({ model, baselines }: Foretold): QualityScores {
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
    baselines: scored,
    beats_both_constants:
      scores.gain_over_constant_mean.gain > 0 && scores.gain_over_constant_median.gain > 0,
  };
}

/** Each artist is foretold by a model, a penalty and baselines that have seen only the other artists. */
export async function crossValidateQuality(
  examples: readonly Example[],
  onProgress?: (done: number, of: number) => void,
): Promise<QualityScores> {
  const folds = artistsOf(examples).length;
  const fits = await fitFolds(
    { learn: chooseModel },
    examples,
    onProgress ? { folds, onFold: onProgress } : { folds },
  );
  return scoreFolds(fits);
}

/** The same of models that stand already. */
export function scoreFolds(fits: readonly FoldFit<Example, ChosenModel>[]): QualityScores {
  const parts = fits.map(({ train, unseen, model }) => foretell(train, unseen, model));
  const joined = (of: (part: Foretold) => Predicted[]): Predicted[] => parts.flatMap(of);
  return scoreAll({
    model: joined(({ model }) => model),
    baselines: {
      constant_mean: joined(({ baselines }) => baselines.constant_mean),
      constant_median: joined(({ baselines }) => baselines.constant_median),
      uniform_random: joined(({ baselines }) => baselines.uniform_random),
      word_count: joined(({ baselines }) => baselines.word_count),
    },
  });
}

/** The model of all training songs on the songs of another file, every one of them, scored in the API or not. */
export function testQuality(
  train: readonly Example[],
  songs: readonly Example[],
  chosen: ChosenModel,
): NonNullable<QualityEval['test']> {
  const known = new Set(train.map(({ artist }) => artist));
  return {
    ...scoreAll(foretell(train, songs, chosen)),
    songs_of_known_artists: songs.filter(({ artist }) => known.has(artist)).length,
  };
}
