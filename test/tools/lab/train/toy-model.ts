import { z } from 'zod';
import type { ModelInUse, TrainingTask } from '../../../../scripts/lab/train/train-run.ts';
import type { Trainer } from '../../../../scripts/lab/train/trainer.ts';
import { seeded } from '../../../../src/ml/compose/random.ts';

export interface Toy {
  artist: string;
  values: number[];
  target: number;
}

/** Where the toy's weight stands in a project. */
export const TOY_FILE = 'src/weight.ts';

/** Learns one slope of the first of two features; the second means nothing. */
export const TOY_TRAINER: Trainer<Toy, { slope: number }> = {
  name: 'quality',
  loss: 'absolute error',
  features: ['telling', 'idle'],
  learn(examples) {
    const squares = examples.reduce((sum, { values: [x = 0] }) => sum + x * x, 0);
    return { slope: examples.reduce((sum, { values: [x = 0], target }) => sum + x * target, 0) / squares };
  },
  lossOf: ({ slope }, { values: [x = 0], target }) => Math.abs(slope * x - target),
  swapFeature: (example, other, at) => ({
    ...example,
    values: example.values.with(at, other.values[at] ?? 0),
  }),
  constantLoss:
    () =>
    ({ target }) =>
      Math.abs(target),
  groupOf: ({ target }) => (target > 0 ? 'above' : 'below'),
};

/** Texts of which each artist has its own slant; `noise` is what the slope cannot foresee. */
export function toys(artists: number, { songs = 4, noise = 0.3, prefix = 'artist', seed = 7 } = {}): Toy[] {
  const random = seeded(seed);
  const draw = (): number => random() + random() + random() - 1.5;
  return Array.from({ length: artists }, (_, artist) => {
    const slant = noise * draw();
    return Array.from({ length: songs }, (): Toy => {
      const values = [draw(), draw()];
      return { artist: `${prefix} ${artist}`, values, target: (values[0] ?? 0) + slant + noise * draw() };
    });
  }).flat();
}

export const toyTask = (
  examples: readonly Toy[],
  { inUse = null, seed = 1 }: { inUse?: ModelInUse<Toy> | null; seed?: number } = {},
): TrainingTask<Toy, { slope: number }> => ({
  trainer: TOY_TRAINER,
  examples,
  data: { hash: 'd'.repeat(64), examples: 0, artists: 0, labelled_by: 'the test', licence: 'own' },
  seed,
  folds: 5,
  modelSchema: z.object({ slope: z.number() }),
  inUse,
  describe: ({ slope }) => ({
    version: `quality-${slope.toFixed(9).replace(/\D/g, '').padEnd(12, '0').slice(0, 12)}`,
    method: 'a slope',
    metrics: { slope },
    texts: { [TOY_FILE]: `export const SLOPE = ${slope};\n` },
  }),
  onProgress: () => undefined,
});
