import {
  intervalOf,
  type OrdinalModel,
  probabilitiesOf,
  type Spread,
  spreadOf,
} from '../../../src/ml/quality/predict.ts';
import { quantilesOf } from '../quantiles.ts';
import { conformalMargin } from './conformal.ts';
import { type Basis, coordinatesOf, fitModel, labelsOf, learnBasis, type Settings } from './fit-model.ts';
import { fitOrdinal } from './fit-ordinal.ts';
import type { Example } from './measure-songs.ts';

export const LEVEL = 0.8;
/** Songs of one artist are in one fold; more folds would take longer and choose the same. */
const FOLDS = 8;
const EXPECTED_QUANTILES = 21;

export const ENGINE_SETTINGS: readonly Settings[] = [100, 300, 1000].map((penalty) => ({
  penalty,
  directions: 0,
}));
export const VECTOR_SETTINGS: readonly Settings[] = [100, 300, 1000].map((penalty) => ({
  penalty,
  directions: 16,
}));

/** What is foreseen of a song by a model that has not seen its artist. */
interface Unseen {
  artist: string;
  label: number;
  probabilities: number[];
  spread: Spread;
}

/** A model and the settings that were chosen for it. */
export interface ChosenModel {
  settings: Settings;
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

/** Foresees every song by a model of the other folds. The basis uses no label. */
function crossValidate(examples: readonly Example[], { penalty }: Settings, basis: Basis): Unseen[] {
  const labels = labelsOf(examples);
  const foldOf = foldsOf(examples, FOLDS);
  const prepared = examples.map((one) => ({
    artist: one.artist,
    label: one.label,
    fold: foldOf.get(one.artist) ?? 0,
    features: coordinatesOf(one, basis),
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

/** Chooses the settings by cross-validation over artists, and fits all songs with them. */
export function chooseModel(
  examples: readonly Example[],
  grid: readonly Settings[],
  embeddingModel: string | null,
): ChosenModel {
  const bases = new Map<number, Basis>();
  const tried = grid.map((settings) => {
    const basis = bases.get(settings.directions) ?? learnBasis(examples, settings.directions);
    bases.set(settings.directions, basis);
    const unseen = crossValidate(examples, settings, basis);
    return { settings, unseen, score: absoluteErrorOf(unseen) };
  });
  const best = tried.reduce((one, other) => (other.score < one.score ? other : one));
  const misses = best.unseen.map((row) => ({ artist: row.artist, miss: missOf(row) }));
  return {
    settings: best.settings,
    model: {
      ...fitModel(examples, best.settings, embeddingModel),
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
