import { seeded, shuffled } from '../../../src/ml/compose/random.ts';
import { isSeen, type SeenArtists } from './seen-artists.ts';
import { artistsOf, type Clustered } from './trainer.ts';

export interface HeldOut<Example> {
  train: readonly Example[];
  /** Texts of artists that neither the new model nor the one in use learns from; none if that cannot be had. */
  held: readonly Example[];
  /** Why none are held out. */
  whyNot: string | null;
}

const SHARE = 0.25;
/** Fewer would be no data to learn from. */
const FEWEST_TO_LEARN = 5;

/**
 * Holds out a quarter of the artists, and at least `fewest`, that the model in use has not learned from; `seed` decides which. A
 * model knows the artists that it has learned from, so that on those it would look better than it is.
 */
export function holdOut<Example extends Clustered>(
  examples: readonly Example[],
  { seen, fewest, seed }: { seen: SeenArtists; fewest: number; seed: number },
): HeldOut<Example> {
  const artists = artistsOf(examples);
  const unseen = artists.filter((artist) => !isSeen(artist, seen)).toSorted();
  const count = Math.max(fewest, Math.round(SHARE * unseen.length));
  const none = (whyNot: string): HeldOut<Example> => ({ train: examples, held: [], whyNot });
  if (unseen.length < fewest)
    return none(
      `the model in use has learned from all but ${unseen.length} of these ${artists.length} artists, and a comparison takes ${fewest} that neither has learned from.`,
    );
  if (artists.length - count < FEWEST_TO_LEARN)
    return none(
      `${artists.length} artists are too few to learn from some and to compare on ${count} others: it takes ${count + FEWEST_TO_LEARN}.`,
    );
  const chosen = new Set(shuffled(unseen, seeded(seed)).slice(0, count));
  return {
    train: examples.filter(({ artist }) => !chosen.has(artist)),
    held: examples.filter(({ artist }) => chosen.has(artist)),
    whyNot: null,
  };
}
