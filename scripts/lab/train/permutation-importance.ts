import { seeded, shuffled } from '../../../src/ml/compose/random.ts';
import type { Estimate } from '../statistics/cluster-bootstrap.ts';
import { meanOf } from '../statistics/errors.ts';
import type { FoldFit } from './fold-fits.ts';
import { meanLoss } from './learning-curve.ts';
import type { Clustered, Trainer } from './trainer.ts';

export interface Importance {
  feature: string;
  /** How much more the models lose if the feature is another text's, with its interval from resampled artists. */
  increase: Estimate | null;
}

const REPEATS = 5;

/**
 * What each feature is worth to models on artists that they have not seen: by how much their loss grows when its values are
 * dealt out anew among all texts (Breiman 2001; Fisher, Rudin and Dominici 2019, JMLR 20:177), a mean of five deals. Of two
 * features that say the same, each looks worthless. Largest first.
 */
export function permutationImportance<Example extends Clustered, Model>(
  trainer: Trainer<Example, Model>,
  fits: readonly FoldFit<Example, Model>[],
  seed: number,
): Importance[] {
  const rows = fits.flatMap(({ model, unseen }) =>
    unseen.map((example) => ({ model, example, loss: trainer.lossOf(model, example) })),
  );
  const all = rows.map(({ example }) => example);
  const random = seeded(seed);
  const deals = Array.from({ length: REPEATS }, () => shuffled(all, random));
  const importances = trainer.features.map((feature, at): Importance => {
    const increases = rows.map(({ model, example, loss }, row) => ({
      artist: example.artist,
      loss: meanOf(
        deals.map(
          (deal) => trainer.lossOf(model, trainer.swapFeature(example, deal[row] ?? example, at)) - loss,
        ),
      ),
    }));
    return { feature, increase: meanLoss(increases) };
  });
  return importances.toSorted((a, b) => (b.increase?.value ?? 0) - (a.increase?.value ?? 0));
}
