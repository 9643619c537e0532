import type { Random } from '../../../src/ml/compose/random.ts';

export const SHAPES = ['normal', 'exponential'] as const;
/** Of the population that artists and texts are drawn from; exponential is skewed, as errors are. */
export type Shape = (typeof SHAPES)[number];

export interface Drawn {
  artist: string;
  value: number;
}

export interface Population {
  artists: number;
  shape: Shape;
  /** Whether some artists have many texts and some have one, about twelve on average; otherwise five each. */
  isUneven: boolean;
  /** The mean of all values. */
  mean: number;
}

const TEXTS = 5;
const UNEVEN_TEXTS = 12;
/** Standard deviation of the artists beside that of the texts, which is 1: a fifth of the variance is the artist's. */
const SLANT = 0.5;

/** A value with mean 0 and standard deviation 1 (Box and Muller; inversion). */
function draw(shape: Shape, random: Random): number {
  if (shape === 'exponential') return -Math.log(1 - random()) - 1;
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Values of texts by artists, those of one artist being alike. */
export function drawClusters({ artists, shape, isUneven, mean }: Population, random: Random): Drawn[] {
  return Array.from({ length: artists }, (_, artist) => {
    const texts = isUneven ? 1 + Math.floor(-Math.log(1 - random()) * UNEVEN_TEXTS) : TEXTS;
    const slant = SLANT * draw(shape, random);
    return Array.from({ length: texts }, () => ({
      artist: `artist ${artist}`,
      value: mean + slant + draw(shape, random),
    }));
  }).flat();
}
