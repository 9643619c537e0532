import { foldsOf } from '../quality/choose-model.ts';
import { artistsOf, type Clustered, type Trainer } from './trainer.ts';

/** A model and the examples of the artists that it has not seen. */
export interface FoldFit<Example, Model> {
  model: Model;
  train: readonly Example[];
  unseen: readonly Example[];
}

export interface FoldOptions<Model> {
  folds: number;
  /** Makes a fold's model, or takes it from where an earlier attempt has kept it. */
  keep?: (fold: number, make: () => Model) => Promise<Model>;
  onFold?: (done: number, of: number) => void;
}

/** Fits a model without each fold in turn; an artist is in one fold only. With as many folds as artists, one artist is left out. */
export async function fitFolds<Example extends Clustered, Model>(
  { learn }: Pick<Trainer<Example, Model>, 'learn'>,
  examples: readonly Example[],
  { folds, keep = async (_, make) => make(), onFold }: FoldOptions<Model>,
): Promise<FoldFit<Example, Model>[]> {
  const foldOf = foldsOf(examples, folds);
  // In the order in which the artists come, so that resampling draws the same.
  const order = [...new Set(artistsOf(examples).map((artist) => foldOf.get(artist) ?? 0))];
  const fits: FoldFit<Example, Model>[] = [];
  for (const [done, fold] of order.entries()) {
    const train = examples.filter(({ artist }) => foldOf.get(artist) !== fold);
    const unseen = examples.filter(({ artist }) => foldOf.get(artist) === fold);
    fits.push({ model: await keep(done, () => learn(train)), train, unseen });
    onFold?.(done + 1, order.length);
    // A bar and Ctrl-C want their turn between two fits.
    await new Promise(setImmediate);
  }
  return fits;
}

/** An example's loss under the model that has not seen its artist. */
export interface UnseenLoss<Example> {
  example: Example;
  artist: string;
  loss: number;
  /** Of the constant that the same training examples give. */
  constant: number;
}

export const unseenLosses = <Example extends Clustered, Model>(
  { lossOf, constantLoss }: Pick<Trainer<Example, Model>, 'lossOf' | 'constantLoss'>,
  fits: readonly FoldFit<Example, Model>[],
): UnseenLoss<Example>[] =>
  fits.flatMap(({ model, train, unseen }) => {
    const constant = constantLoss(train);
    return unseen.map((example) => ({
      example,
      artist: example.artist,
      loss: lossOf(model, example),
      constant: constant(example),
    }));
  });
