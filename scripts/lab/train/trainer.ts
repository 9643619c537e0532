export const MODEL_NAMES = ['quality', 'themes', 'tone'] as const;
export type ModelName = (typeof MODEL_NAMES)[number];

/** A labelled text; whole artists are left out, resampled and compared. */
export interface Clustered {
  artist: string;
}

/** How a kind of model is fitted and judged, for all that is common to training commands. */
export interface Trainer<Example extends Clustered, Model> {
  name: ModelName;
  /** What `lossOf` counts, with its unit. */
  loss: string;
  /** Of what a model weighs, in the order of `swapFeature`. */
  features: readonly string[];
  /** Throws `CommandError` if the examples are too few or all alike. */
  learn(examples: readonly Example[]): Model;
  /** How wrong the model is about one example: 0 if it is right. */
  lossOf(model: Model, example: Example): number;
  /** The example with one feature of another one. */
  swapFeature(example: Example, other: Example, feature: number): Example;
  /** The losses of the best answer that is always the same, learned from `train`. */
  constantLoss(train: readonly Example[]): (example: Example) => number;
  /** The group that an example is reported in. */
  groupOf(example: Example): string;
}

export const artistsOf = (examples: readonly Clustered[]): string[] => [
  ...new Set(examples.map(({ artist }) => artist)),
];
