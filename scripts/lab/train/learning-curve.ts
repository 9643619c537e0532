import { seeded, shuffled } from '../../../src/ml/compose/random.ts';
import { type Estimate, estimate } from '../statistics/cluster-bootstrap.ts';
import { meanOf } from '../statistics/errors.ts';
import { fitFolds } from './fold-fits.ts';
import { artistsOf, type Clustered, type Trainer } from './trainer.ts';

/** What a model does that has learned from a share of the artists, on artists that none of the models has seen. */
export interface CurvePoint {
  share: number;
  /** Mean over the folds. */
  artists: number;
  examples: number;
  loss: Estimate | null;
  /** How much less the model of all artists loses on the same examples. */
  gain_of_all: Estimate | null;
}

const SHARES = [0.25, 0.5, 0.75, 1];
const FOLDS = 5;
/** Fewer artists are no sample. */
const FEWEST_ARTISTS = 5;

/**
 * Loss against the number of artists learned from: in each of five folds, the others' artists in an order drawn by `seed`, of
 * which each share holds those of the smaller ones (nested), tested on the fold. Shares of fewer than five artists are left out.
 */
export async function learningCurve<Example extends Clustered, Model>(
  trainer: Trainer<Example, Model>,
  examples: readonly Example[],
  { seed, onFit }: { seed: number; onFit?: (done: number, of: number) => void },
): Promise<CurvePoint[]> {
  const random = seeded(seed);
  const order = shuffled(artistsOf(examples).toSorted(), random);
  const points: { share: number; rows: Row[]; artists: number[]; examples: number[] }[] = [];
  for (const [done, share] of SHARES.entries()) {
    const sizes = { artists: [] as number[], examples: [] as number[] };
    const part = (train: readonly Example[]): Example[] => {
      const present = new Set(artistsOf(train));
      const ordered = order.filter((artist) => present.has(artist));
      const chosen = new Set(ordered.slice(0, Math.round(share * ordered.length)));
      sizes.artists.push(chosen.size);
      const own = train.filter(({ artist }) => chosen.has(artist));
      sizes.examples.push(own.length);
      return own;
    };
    const smallest = Math.round(share * Math.floor((order.length * (FOLDS - 1)) / FOLDS));
    if (smallest < FEWEST_ARTISTS) continue;
    const fits = await fitFolds(
      { learn: (train: readonly Example[]) => trainer.learn(part(train)) },
      examples,
      {
        folds: FOLDS,
        onFold: (fold, of) => onFit?.(done * of + fold, SHARES.length * of),
      },
    );
    const rows = fits.flatMap(({ model, unseen }) =>
      unseen.map((example) => ({ artist: example.artist, loss: trainer.lossOf(model, example) })),
    );
    points.push({ share, rows, ...sizes });
  }
  const full = points.find(({ share }) => share === 1)?.rows ?? [];
  return points.map(({ share, rows, artists, examples: sizes }) => ({
    share,
    artists: meanOf(artists),
    examples: meanOf(sizes),
    loss: meanLoss(rows),
    gain_of_all:
      share === 1
        ? null
        : meanLoss(rows.map(({ artist, loss }, at) => ({ artist, loss: loss - (full[at]?.loss ?? loss) }))),
  }));
}

interface Row {
  artist: string;
  loss: number;
}

/** A mean loss with its interval from resampled artists; null of nothing. */
export const meanLoss = (rows: readonly Row[]): Estimate | null =>
  rows.length === 0
    ? null
    : estimate(rows, {
        clusterOf: ({ artist }) => artist,
        figure: (some) => meanOf(some.map(({ loss }) => loss)),
      });
