import {
  intervalOf,
  type OrdinalModel,
  probabilitiesOf,
  type Spread,
  spreadOf,
} from '../../../src/ml/quality/predict.ts';
import { quantilesOf } from '../quantiles.ts';
import { conformalMargin } from './conformal.ts';
import { coordinatesOf, fitModel, labelsOf, learnScales, type Scale } from './fit-model.ts';
import { fitOrdinal } from './fit-ordinal.ts';
import type { Example } from './measure-songs.ts';

export const LEVEL = 0.8;
/** Songs of one artist are in one fold; more folds would take longer and choose the same. */
const FOLDS = 8;
const EXPECTED_QUANTILES = 21;

/** The ridge's. */
const PENALTIES = [100, 300, 1000];

/** What is foreseen of a song by a model that has not seen its artist. */
interface Unseen {
  artist: string;
  label: number;
  probabilities: number[];
  spread: Spread;
}

/** A model and the penalty that was chosen for it. */
export interface ChosenModel {
  penalty: number;
  model: OrdinalModel;
}

/** Which fold each artist is in: the largest first, each into the fold that has the fewest songs. */
export function foldsOf(examples: readonly { artist: string }[], folds: number): Map<string, number> {
  const artists = [...Map.groupBy(examples, ({ artist }) => artist)].sort(
    ([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1),
  );
  const sizes = Array.from({ length: Math.min(folds, artists.length) }, () => 0);
  return new Map(
    artists.map(([artist, { length }]) => {
      const fold = sizes.indexOf(Math.min(...sizes));
      sizes[fold] = (sizes[fold] ?? 0) + length;
      return [artist, fold];
    }),
  );
}

/** Foresees every song by a model of the other folds. The scales use no label. */
function crossValidate(examples: readonly Example[], penalty: number, scales: readonly Scale[]): Unseen[] {
  const labels = labelsOf(examples);
  const foldOf = foldsOf(examples, FOLDS);
  const prepared = examples.map((one) => ({
    artist: one.artist,
    label: one.label,
    fold: foldOf.get(one.artist) ?? 0,
    features: coordinatesOf(one, scales),
  }));
  const fits = [...new Set(foldOf.values())]
    .sort((a, b) => a - b)
    .map((fold) =>
      fitOrdinal(
        prepared.filter((one) => one.fold !== fold),
        labels,
        penalty,
      ),
    );
  return prepared.map(({ artist, label, fold, features }) => {
    const { weights = new Float64Array(), thresholds = [] } = fits[fold] ?? {};
    const linear = features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
    const probabilities = probabilitiesOf(linear, thresholds);
    return { artist, label, probabilities, spread: spreadOf(labels, probabilities) };
  });
}

/** What is minimised: the absolute error of the median, as the models are compared with constants. */
const absoluteErrorOf = (rows: readonly Unseen[]): number =>
  rows.reduce((sum, { label, spread }) => sum + Math.abs(label - spread.median), 0) / rows.length;

/** In semideviations of what was foreseen. */
const missOf = ({ label, spread: { expected, below, above } }: Unseen): number =>
  label < expected ? (expected - label) / below : (label - expected) / above;

/** Chooses the penalty by cross-validation over artists, and fits all songs with it. */
export function chooseModel(examples: readonly Example[]): ChosenModel {
  const scales = learnScales(examples);
  const tried = PENALTIES.map((penalty) => {
    const unseen = crossValidate(examples, penalty, scales);
    return { penalty, unseen, score: absoluteErrorOf(unseen) };
  });
  const best = tried.reduce((one, other) => (other.score < one.score ? other : one));
  const misses = best.unseen.map((row) => ({ artist: row.artist, miss: missOf(row) }));
  return {
    penalty: best.penalty,
    model: {
      ...fitModel(examples, best.penalty),
      margin: conformalMargin(misses, LEVEL),
      expected: quantilesOf(
        best.unseen.map(({ spread }) => spread.expected),
        EXPECTED_QUANTILES,
      ),
    },
  };
}

/** What the labels alone let foresee of any song, with an interval made in the same way. */
export function constantOf(examples: readonly Example[]) {
  const labels = labelsOf(examples);
  const probabilities = labels.map(
    (label) => examples.filter((one) => one.label === label).length / examples.length,
  );
  const spread = spreadOf(labels, probabilities);
  const misses = examples.map(({ artist, label }) => ({
    artist,
    miss: missOf({ artist, label, probabilities, spread }),
  }));
  return { probabilities, ...spread, ...intervalOf(spread, conformalMargin(misses, LEVEL)) };
}
